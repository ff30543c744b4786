import type { ReplyOf } from '../../protocol/endpoint';
import type { readSearchChoices } from '../../protocol/search';
import { groupWorks, type StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { readCategories } from '../school/read-categories';

/** The categories that this person may read concerns of; one that was merged into another is none of them. */
export async function readChoices(
  ground: Ground,
  viewer: StaffActor,
): Promise<ReplyOf<typeof readSearchChoices>> {
  if (!groupWorks(viewer)) return { categories: [] };
  const all = await readCategories(ground, viewer.schoolId);
  const readable = all.filter(
    ({ id, mergedInto }) => mergedInto === null && viewer.group.rights.get(id)?.viewConcerns === true,
  );
  return { categories: readable.map(({ id, name, colour }) => ({ id, name, colour })) };
}
