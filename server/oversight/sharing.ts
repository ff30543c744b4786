import type { ReplyOf } from '../../protocol/endpoint';
import type { readSharing as endpoint } from '../../protocol/staff';
import { unreachedCategories } from '../access/unreached';
import type { Ground } from '../ground';
import { schoolOrigin } from '../messages/school-origin';
import { readNamed } from '../school/names';
import { readSchool } from '../school/school';
import { loadAccess } from './load-access';

/** What a school tells its staff when it begins, and what should be right before that. */
export async function readSharing(ground: Ground, schoolId: string): Promise<ReplyOf<typeof endpoint>> {
  const reader = ground.database.read;
  const [school, names, access, open] = await Promise.all([
    readSchool(reader, ground, schoolId),
    readNamed(reader, ground, schoolId, 'categories'),
    loadAccess(reader, schoolId),
    reader('categories').where({ school_id: schoolId, disabled_at: null }).pluck<string[]>('id'),
  ]);
  const unreached = new Set(unreachedCategories(access));
  return {
    schoolName: school.name,
    address: await schoolOrigin(ground, schoolId),
    unreached: open.flatMap((id) => (unreached.has(id) ? [names.get(id) ?? ''] : [])),
  };
}
