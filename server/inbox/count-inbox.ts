import { groupWorks, type StaffActor } from '../access/actor';
import { mayReadConcern } from '../access/concern';
import { knowConcerns } from '../records/load-facts';
import type { Ground } from '../ground';
import { loadRestrictions } from '../school/load-restrictions';

/** How many alerts wait and how many concerns this person has taken, of those that they may read (access.md, counts). */
export async function countInbox(
  ground: Ground,
  viewer: StaffActor,
): Promise<{ toRead: number; mine: number }> {
  const { read } = ground.database;
  const where = { school_id: viewer.schoolId };
  const unread = await read('alerts')
    .where({ ...where, staff_id: viewer.staffId, read_at: null })
    .pluck('concern_id');
  const taken = await read('concerns')
    .where({ ...where, taken_by: viewer.staffId, closed_at: null })
    .pluck('id');
  const restrictions = await loadRestrictions(read, viewer.schoolId);
  const loaded = await knowConcerns(read, ground, viewer, [...new Set([...unread, ...taken])]);
  const count = (ids: readonly string[]) =>
    ids.filter((id) => {
      const one = loaded.get(id);
      return (
        one !== undefined && mayReadConcern({ ...viewer, elevated: true }, one.facts, restrictions) !== null
      );
    }).length;
  return { toRead: count(unread), mine: groupWorks(viewer) ? count(taken) : 0 };
}
