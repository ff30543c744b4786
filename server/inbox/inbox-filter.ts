import type { InboxFilter } from '../../protocol/inbox';
import { groupWorks, type StaffActor } from '../access/actor';
import { seesAllPupils, seesPupil, type ClassRestrictions } from '../access/concern';
import type { Ground } from '../ground';
import { fitsLevel } from '../records/fits-level';
import type { KnownConcern } from '../records/load-facts';

/**
 * What of a list is wanted. Who may only know that something waits limits it by nothing: a row that goes or stays would
 * tell what stands in it. A year group is one of the pupils whom this person sees.
 */
export async function readFitting(
  ground: Ground,
  viewer: StaffActor,
  restrictions: ClassRestrictions,
  { level, category, year }: InboxFilter,
): Promise<(one: KnownConcern) => boolean> {
  if (!groupWorks(viewer)) return () => true;
  const categories = category === undefined ? null : await withBelow(ground, viewer.schoolId, category);
  return ({ row, facts }) => {
    if (!fitsLevel(row.level, level)) return false;
    if (categories && !facts.categories.some(({ id }) => categories.has(id))) return false;
    const all = seesAllPupils(viewer, facts);
    return (
      year === undefined ||
      facts.pupils.some(
        (pupil) => pupil.yearGroupId === year && (all || seesPupil(viewer, pupil, restrictions)),
      )
    );
  };
}

/** A category and everything below it. */
async function withBelow(ground: Ground, schoolId: string, category: string): Promise<ReadonlySet<string>> {
  const rows = await ground.database
    .read('categories')
    .where({ school_id: schoolId })
    .select('id', 'parent_id');
  const all = new Set([category]);
  for (let before = 0; before !== all.size; ) {
    before = all.size;
    for (const row of rows) if (row.parent_id !== null && all.has(row.parent_id)) all.add(row.id);
  }
  return all;
}
