import * as v from 'valibot';
import { sendingWays, type Leaving } from '../../protocol/leaving';
import { isLead, type StaffActor } from '../access/actor';
import { maySeePupil } from '../access/pupil';
import type { Ground } from '../ground';
import { loadPupilFacts } from '../records/load-facts';
import { loadRestrictions } from '../school/load-restrictions';
import { localTime } from '../school/local-time';
import { readStaffNames } from '../school/names';
import { readSchool } from '../school/school';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import type { LeavingRow } from '../storage/rows/leaving';

const by = v.string();
/** What a task's cell holds. */
const detailsSchema = v.object({
  made: v.nullable(v.object({ by, at: v.string(), sha256: v.string(), size: v.number() })),
  sent: v.nullable(v.object({ by, how: v.picklist(sendingWays), to: v.string(), on: v.string() })),
  receipt: v.nullable(v.object({ by, name: v.string(), role: v.string(), on: v.string() })),
});
export type LeavingDetails = v.InferOutput<typeof detailsSchema>;

export function openLeaving(ground: Ground, { school_id, id, details }: LeavingRow): LeavingDetails {
  const text = cellsOf(ground.keys, school_id, 'leaving').open(id, 'details', details);
  return text === null ? { made: null, sent: null, receipt: null } : v.parse(detailsSchema, JSON.parse(text));
}

export function sealLeaving(ground: Ground, { school_id, id }: LeavingRow, details: LeavingDetails) {
  return cellsOf(ground.keys, school_id, 'leaving').seal(id, { details: JSON.stringify(details) });
}

/** The newest task of a pupil, done or not. */
export async function findLeaving(
  reader: Reader,
  schoolId: string,
  pupilId: string,
): Promise<LeavingRow | null> {
  const row = await reader('leaving')
    .where({ school_id: schoolId, pupil_id: pupilId })
    .whereNull('dropped_at')
    .orderBy('raised_at', 'desc')
    .first();
  return row ?? null;
}

/** How far it has come, for the pupil's page. */
export async function showLeaving(
  ground: Ground,
  schoolId: string,
  pupilId: string,
): Promise<Leaving | null> {
  const { read } = ground.database;
  const row = await findLeaving(read, schoolId, pupilId);
  if (!row) return null;
  const { made, sent, receipt } = openLeaving(ground, row);
  const ids = [made, sent, receipt].flatMap((one) => one?.by ?? []);
  const names = await readStaffNames(read, ground, schoolId, [...new Set(ids)]);
  const named = <Said extends { by: string }>(said: Said | null) =>
    said && { ...said, by: names.get(said.by)?.name ?? null };
  const { timeZone } = await readSchool(read, ground, schoolId);
  const { day: today } = localTime(ground.clock.now(), timeZone);
  return {
    day: row.due_day,
    late: row.done_at === null && row.due_day < today,
    made: named(made),
    sent: named(sent),
    receipt: named(receipt),
  };
}

/** Tasks that are still to be done of pupils whose page this lead keeps, with full access at least; the earliest first. */
export async function openTasks(ground: Ground, viewer: StaffActor): Promise<LeavingRow[]> {
  if (!isLead(viewer)) return [];
  const { read } = ground.database;
  const { schoolId } = viewer;
  const rows = await read('leaving')
    .where({ school_id: schoolId })
    .whereNull('done_at')
    .whereNull('dropped_at')
    .orderBy(['due_day', 'id']);
  if (rows.length === 0) return [];
  const restrictions = await loadRestrictions(read, schoolId);
  const facts = await loadPupilFacts(
    read,
    schoolId,
    rows.map(({ pupil_id }) => pupil_id),
  );
  const elevated = { ...viewer, elevated: true };
  return rows.filter(({ pupil_id }) => {
    const one = facts.get(pupil_id);
    return one !== undefined && maySeePupil(elevated, { ...one, schoolId }, restrictions);
  });
}
