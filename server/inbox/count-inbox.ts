import { groupWorks, type StaffActor } from '../access/actor';
import { mayReadConcern } from '../access/concern';
import { knowConcerns } from '../records/load-facts';
import type { Ground } from '../ground';
import { readToday } from '../alerts/absence/read-absences';
import { openTasks } from '../matters/leaving';
import { overdueReviews } from '../matters/overdue-reviews';
import { loadRestrictions } from '../school/load-restrictions';
import { countDue } from './due/find-due';

/**
 * How many alerts wait, how many concerns this person has taken, and how many actions of theirs are late or due today, of
 * those that they may read or know of (access.md, counts).
 */
export async function countInbox(
  ground: Ground,
  viewer: StaffActor,
): Promise<{ toRead: number; mine: number; due: number }> {
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
  const today = await readToday(read, ground, viewer.schoolId);
  const leavers = (await openTasks(ground, viewer)).filter(({ due_day }) => due_day <= today);
  const reviews = await overdueReviews(ground, viewer);
  const due = (await countDue(ground, viewer, today)) + leavers.length + reviews.length;
  return { toRead: count(unread), mine: groupWorks(viewer) ? count(taken) : 0, due };
}
