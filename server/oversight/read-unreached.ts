import { unreachedCategories } from '../access/unreached';
import type { Ground } from '../ground';
import { readNamed } from '../school/names';
import { loadAccess } from './load-access';

/**
 * Categories that staff can choose, in their order, in which a concern about some pupil would be brought to no
 * safeguarding lead. One that is switched off holds nobody up.
 * @returns their names
 */
export async function readUnreached(ground: Ground, schoolId: string): Promise<string[]> {
  const reader = ground.database.read;
  const [names, access, open] = await Promise.all([
    readNamed(reader, ground, schoolId, 'categories'),
    loadAccess(reader, schoolId),
    reader('categories')
      .where({ school_id: schoolId, disabled_at: null })
      .orderBy(['position', 'id'])
      .pluck<string[]>('id'),
  ]);
  const unreached = new Set(unreachedCategories(access));
  return open.flatMap((id) => (unreached.has(id) ? [names.get(id) ?? ''] : []));
}
