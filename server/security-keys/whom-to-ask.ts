import { keyRefusals } from '../../protocol/words/refusals/security-keys';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { problem, type ProblemError } from '../http/problem';
import { readDutyList } from '../school/duty';
import { readStaffNames } from '../school/names';
import { readSchool } from '../school/school';
import { homeOf } from '../staff/memberships';

/**
 * The refusal of a key that still waits: it names a lead other than the person, or else whoever
 * runs Heed, at the school that lets it count: the one that they have belonged to longest.
 */
export async function waitsForConfirmation(ground: Ground, actor: StaffActor): Promise<ProblemError> {
  const reader = ground.database.read;
  const home = await homeOf(reader, actor.accountId);
  const { schoolId, staffId } = home ?? actor;
  const duty = await readDutyList(reader, schoolId);
  const other = duty.find((one) => one.staffId !== staffId && (one.role === 'lead' || one.role === 'deputy'));
  const names = other ? await readStaffNames(reader, ground, schoolId, [other.staffId]) : null;
  const name = other ? names?.get(other.staffId)?.name : undefined;
  const school = schoolId === actor.schoolId ? null : (await readSchool(reader, ground, schoolId)).name;
  return problem('key-not-confirmed', { title: keyRefusals.waits(name ?? null, school) });
}
