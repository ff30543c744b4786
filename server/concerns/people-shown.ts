import type { ConcernBody } from '../../protocol/concern-body';
import type { Concern } from '../../protocol/concerns';
import type { StaffActor } from '../access/actor';
import { seesAllPupils, seesPupil, type ClassRestrictions } from '../access/concern';
import type { Ground } from '../ground';
import type { StaffNames } from '../school/names';
import type { ConcernRow } from '../storage/rows/records';
import type { LoadedConcern } from '../records/load-facts';
import { openTypedAuthor } from './body';
import { readPupilFiles, showPupils } from './pupils-shown';

/** Who wrote a concern: a staff member whose signature holds, else the name as typed, not confirmed. */
export function showAuthor(
  ground: Ground,
  schoolId: string,
  row: ConcernRow,
  staff: ReadonlyMap<string, StaffNames>,
): Concern['author'] {
  const known = row.author_id ? staff.get(row.author_id) : undefined;
  if (known) return { name: known.name, confirmed: row.quarantine !== 'signature-wrong' };
  return { name: openTypedAuthor(ground, schoolId, row) ?? '', confirmed: false };
}

/** The pupils of a concern with their brothers and sisters, as one viewer may see them. */
export async function showPupilsOf(
  ground: Ground,
  viewer: StaffActor,
  loaded: LoadedConcern,
  restrictions: ClassRestrictions,
  body: ConcernBody,
): Promise<Concern['pupils']> {
  const { read } = ground.database;
  const ids = loaded.facts.pupils.map((pupil) => pupil.pupilId);
  const links = await read('siblings').where({ school_id: viewer.schoolId }).whereIn('pupil_id', ids);
  const files = await readPupilFiles(read, ground, viewer.schoolId, [
    ...ids,
    ...links.map((link) => link.other_id),
  ]);
  const all = seesAllPupils(viewer, loaded.facts);
  const siblings = new Map(
    ids.map((id) => [
      id,
      links.flatMap((link) => {
        const other = link.pupil_id === id ? files.get(link.other_id) : undefined;
        // A brother or sister outside the allow-list stays "another pupil" here too.
        if (other && !all && !seesPupil(viewer, other, restrictions)) return [];
        return other ? [[other.name, other.className].filter(Boolean).join(', ')] : [];
      }),
    ]),
  );
  const today = ground.clock.now();
  const { facts, pupilAt } = loaded;
  return showPupils({ body, facts, pupilAt, restrictions, viewer, all, files, siblings, today });
}
