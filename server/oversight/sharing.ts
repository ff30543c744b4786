import type { ReplyOf } from '../../protocol/endpoint';
import type { readSharing as endpoint } from '../../protocol/staff';
import type { Ground } from '../ground';
import { schoolOrigin } from '../messages/school-origin';
import { readSchool } from '../school/school';
import { readUnreached } from './read-unreached';

/** What a school tells its staff when it begins, and what should be right before that. */
export async function readSharing(ground: Ground, schoolId: string): Promise<ReplyOf<typeof endpoint>> {
  const [school, unreached, address] = await Promise.all([
    readSchool(ground.database.read, ground, schoolId),
    readUnreached(ground, schoolId),
    schoolOrigin(ground, schoolId),
  ]);
  return { schoolName: school.name, address, unreached };
}
