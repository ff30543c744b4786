import * as v from 'valibot';
import { sendingWays, type Leaving } from '../../protocol/leaving';
import { isLead, type StaffActor } from '../access/actor';
import { mayKeepPupil } from '../access/pupil';
import type { Ground } from '../ground';
import { loadPupilFacts } from '../records/load-facts';
import { loadRestrictions } from '../school/load-restrictions';
import { localTime } from '../school/local-time';
import { readStaffNames } from '../school/names';
import { readSchool } from '../school/school';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import type { LeavingRow } from '../storage/rows/leaving';
import type { FoundPupil } from './find-pupil';
import { newestRead } from './newest-read';

const by = v.string();
const made = v.object({
  by,
  packageId: v.string(),
  at: v.string(),
  sha256: v.string(),
  size: v.number(),
  left: v.number(),
});
const sent = v.object({ by, how: v.picklist(sendingWays), to: v.string(), on: v.string() });
/** What a task's cell holds. */
const detailsSchema = v.object({
  made: v.nullable(made),
  sent: v.nullable(sent),
  receipt: v.nullable(v.object({ by, name: v.string(), role: v.string(), on: v.string() })),
  /** Packages that had been sent when another one was made. */
  before: v.array(v.object({ made, sent })),
});
export type LeavingDetails = v.InferOutput<typeof detailsSchema>;

export function openLeaving(ground: Ground, { school_id, id, details }: LeavingRow): LeavingDetails {
  const text = cellsOf(ground.keys, school_id, 'leaving').open(id, 'details', details);
  return text === null
    ? { made: null, sent: null, receipt: null, before: [] }
    : v.parse(detailsSchema, JSON.parse(text));
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

/**
 * The newest task of a pupil as this person may know of it: one that is still to be done only where they may read
 * something that no package before it held.
 */
export async function findShown(
  ground: Ground,
  viewer: StaffActor,
  { row: { id }, restrictions }: FoundPupil,
): Promise<{ task: LeavingRow; newest: string } | null> {
  const { read } = ground.database;
  const task = await findLeaving(read, viewer.schoolId, id);
  if (!task) return null;
  const newest = (await newestRead(ground, viewer, restrictions, [id])).get(id) ?? '';
  if (task.done_at !== null) return { task, newest };
  const handed = await handedOn(ground, viewer.schoolId, [task]);
  return newest > (handed.get(id) ?? '') ? { task, newest } : null;
}

/**
 * When the last package of each pupil was made that somebody has received before this task. The task itself is left out: it
 * may be done by somebody else between two reads, and must not hide itself from whoever does it at the same moment.
 */
async function handedOn(
  ground: Ground,
  schoolId: string,
  tasks: readonly Pick<LeavingRow, 'id' | 'pupil_id'>[],
): Promise<Map<string, string>> {
  const rows = await ground.database
    .read('leaving')
    .where({ school_id: schoolId })
    .whereIn(
      'pupil_id',
      tasks.map(({ pupil_id }) => pupil_id),
    )
    .whereNotIn(
      'id',
      tasks.map(({ id }) => id),
    )
    .whereNotNull('done_at')
    .orderBy('done_at');
  return new Map(rows.map((row) => [row.pupil_id, openLeaving(ground, row).made?.at ?? '']));
}

/** How far it has come, for the pupil's page. */
export async function showLeaving(
  ground: Ground,
  viewer: StaffActor,
  found: FoundPupil,
): Promise<Leaving | null> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const shown = await findShown(ground, viewer, found);
  if (!shown) return null;
  const { task: row, newest } = shown;
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
    changed: made !== null && row.done_at === null && newest > made.at,
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
  const kept = rows.filter(({ pupil_id }) => {
    const one = facts.get(pupil_id);
    return one !== undefined && mayKeepPupil(elevated, { ...one, schoolId }, restrictions);
  });
  const ids = kept.map(({ pupil_id }) => pupil_id);
  const newest = await newestRead(ground, elevated, restrictions, ids);
  const handed = await handedOn(ground, schoolId, kept);
  return kept.filter(({ pupil_id }) => (newest.get(pupil_id) ?? '') > (handed.get(pupil_id) ?? ''));
}
