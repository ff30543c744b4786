import type { ReplyOf } from '../../protocol/endpoint';
import type { readSearchChoices } from '../../protocol/search';
import { groupWorks, type StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { readInOrder } from '../school/names';
import { readCategories } from '../school/read-categories';

/** The categories that this person may read concerns of, without those that were merged; and the year groups. */
export async function readChoices(
  ground: Ground,
  viewer: StaffActor,
): Promise<ReplyOf<typeof readSearchChoices>> {
  if (!groupWorks(viewer)) return { categories: [], years: [] };
  const all = await readCategories(ground, viewer.schoolId);
  const readable = all.filter(
    ({ id, mergedInto }) => mergedInto === null && viewer.group.rights.get(id)?.viewConcerns === true,
  );
  return {
    categories: readable.map(({ id, name, colour }) => ({ id, name, colour })),
    years: await readInOrder(ground.database.read, ground, viewer.schoolId, 'year_groups'),
  };
}
