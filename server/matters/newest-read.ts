import { mayReadConcern, type ClassRestrictions } from '../access/concern';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { knowConcerns } from '../records/load-facts';
import type { Reader } from '../storage/database';

/**
 * When the newest of what this person may read about each pupil was written down: a record, an action, that a
 * record is another pupil's, a document, a plan.
 * What they may not read counts for nothing: that it is there must not show (access.md, Traps).
 * @returns ISO 8601, UTC, by pupil; who has nothing is not in it
 */
export async function newestRead(
  ground: Ground,
  viewer: StaffActor,
  restrictions: ClassRestrictions,
  pupilIds: readonly string[],
): Promise<Map<string, string>> {
  const { read } = ground.database;
  const here = { school_id: viewer.schoolId };
  const links = await read('concern_pupils')
    .where(here)
    .whereIn('pupil_id', pupilIds)
    .select('concern_id', 'pupil_id');
  const moved = await read('concern_actions')
    .where(here)
    .whereIn('was_pupil_id', pupilIds)
    .select('concern_id', 'at', 'was_pupil_id');
  const ids = [...new Set([...links, ...moved].map(({ concern_id }) => concern_id))];
  const known = await knowConcerns(read, ground, viewer, ids);
  const readable = [...known].flatMap(([id, { facts }]) =>
    mayReadConcern(viewer, facts, restrictions) === null ? [] : id,
  );
  const times: { pupil_id: string | null; at: string }[] = [];
  const actions = await read('concern_actions')
    .where(here)
    .whereIn('concern_id', readable)
    .select('concern_id', 'at');
  const pupilsOf = (id: string) => links.filter(({ concern_id }) => concern_id === id);
  for (const id of readable)
    for (const { pupil_id } of pupilsOf(id))
      times.push({ pupil_id, at: known.get(id)?.row.received_at ?? '' });
  for (const { concern_id, at } of actions)
    for (const { pupil_id } of pupilsOf(concern_id)) times.push({ pupil_id, at });
  times.push(
    // A package that was made before holds what is another pupil's now.
    ...moved
      .filter(({ concern_id }) => readable.includes(concern_id))
      .map(({ at, was_pupil_id }) => ({ at, pupil_id: was_pupil_id })),
    ...(await documentTimes(read, here, pupilIds)),
    ...(await read('pupil_matters').where(here).whereIn('pupil_id', pupilIds).select('pupil_id', 'at')),
  );
  const newest = new Map<string, string>();
  for (const { pupil_id, at } of times)
    if (pupil_id !== null && at > (newest.get(pupil_id) ?? '')) newest.set(pupil_id, at);
  return newest;
}

/** When each document was put there, and when what is said of it was changed or it was taken off: a package holds it as it was. */
async function documentTimes(reader: Reader, here: { school_id: string }, pupilIds: readonly string[]) {
  const rows = await reader('pupil_documents')
    .where(here)
    .whereIn('pupil_id', pupilIds)
    .select('pupil_id', 'at', 'changed_at');
  return rows.map(({ pupil_id, at, changed_at }) => ({ pupil_id, at: changed_at ?? at }));
}
