import type { ShownAbsence } from '../../../protocol/absence';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { readPeople } from '../../school/read-people';
import { readToday } from './read-absences';

/** Who stands in for one person, for whom they stand in, and whom to choose from. @throws problem 'not-found' */
export async function showAbsence(ground: Ground, schoolId: string, staffId: string): Promise<ShownAbsence> {
  const reader = ground.database.read;
  const here = { school_id: schoolId };
  const people = await readPeople(reader, ground, schoolId);
  if (people.among([staffId]).length === 0) throw problem('not-found');
  const today = await readToday(reader, ground, schoolId);
  const rows = await reader('absences')
    .where(here)
    .where((concerned) => concerned.where({ staff_id: staffId }).orWhere({ cover_id: staffId }))
    .where((last) => last.whereNull('until_day').orWhere('until_day', '>=', today));
  const own = rows.find((row) => row.staff_id === staffId);
  const [cover] = people.among(own ? [own.cover_id] : []);
  const [setBy] = people.among(own && own.set_by !== staffId ? [own.set_by] : []);
  return {
    absence:
      own && cover
        ? {
            from: own.from_day,
            until: own.until_day,
            cover: { id: cover.id, name: cover.name, left: cover.left },
            now: own.from_day <= today,
            setBy: setBy?.name ?? null,
          }
        : null,
    standsInFor: rows
      .filter((row) => row.cover_id === staffId)
      .flatMap((row) =>
        people.among([row.staff_id]).map(({ name }) => ({ name, from: row.from_day, until: row.until_day })),
      ),
    colleagues: people.present.filter(({ id }) => id !== staffId).map(({ id, name }) => ({ id, name })),
    today,
  };
}
