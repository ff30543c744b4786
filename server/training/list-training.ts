import type { KeptTraining, Training, TrainingAudience } from '../../protocol/training';
import { isLead, type StaffActor } from '../access/actor';
import { mayAdminister } from '../access/change';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readStaffNames } from '../school/names';
import { cellsOf } from '../storage/cells';
import { groupBy } from '../storage/group-by';
import type { TrainingSessionRow } from '../storage/rows/training';

/** Whether a session is for this person; to everybody else it is not there. */
export function isFor(actor: StaffActor, audience: TrainingAudience): boolean {
  if (audience === 'everyone') return true;
  return audience === 'leads' ? isLead(actor) : mayAdminister(actor);
}

/** What one person sees: sessions for them that are not over. */
export async function listTraining(ground: Ground, actor: StaffActor): Promise<Training[]> {
  const { rows, places } = await readSessions(ground, actor.schoolId);
  return rows
    .filter(({ audience }) => isFor(actor, audience))
    .map((row) => {
      const coming = places.get(row.id) ?? [];
      return { ...showSession(ground, row), coming: coming.includes(actor.staffId), count: coming.length };
    });
}

/** What whoever keeps the list sees: also who comes, by name. */
export async function listKeptTraining(ground: Ground, { schoolId }: StaffActor): Promise<KeptTraining[]> {
  const { rows, places } = await readSessions(ground, schoolId);
  const names = await readStaffNames(ground.database.read, ground, schoolId, [
    ...new Set([...places.values()].flat()),
  ]);
  return rows.map((row) => ({
    ...showSession(ground, row),
    people: (places.get(row.id) ?? []).map((id) => names.get(id)?.name ?? '').sort(),
  }));
}

/** Sessions that are not over, and who comes to each and has not left. */
async function readSessions(ground: Ground, schoolId: string) {
  const { read } = ground.database;
  const here = { school_id: schoolId };
  const rows = await read('training_sessions')
    .where(here)
    .where('ends_at', '>', timeStamp(ground.clock))
    .orderBy(['starts_at', 'id']);
  const taken = await read('training_places as p')
    .join('staff as s', (on) => on.on('s.id', 'p.staff_id').andOn('s.school_id', 'p.school_id'))
    .where('p.school_id', schoolId)
    .whereNull('s.disabled_at')
    .select<{ session_id: string; staff_id: string }[]>('p.session_id', 'p.staff_id');
  const places = groupBy(
    taken,
    (row) => row.session_id,
    (row) => row.staff_id,
  );
  return { rows, places };
}

function showSession(ground: Ground, row: TrainingSessionRow) {
  const cells = cellsOf(ground.keys, row.school_id, 'training_sessions');
  return {
    id: row.id,
    title: cells.need(row.id, 'title', row.title),
    audience: row.audience,
    starts: row.starts_at,
    ends: row.ends_at,
    url: cells.need(row.id, 'url', row.url),
  };
}
