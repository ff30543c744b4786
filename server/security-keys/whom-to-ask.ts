import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { problem, type ProblemError } from '../http/problem';
import { readDutyList } from '../school/duty';
import { readStaffNames } from '../school/names';

/** The refusal of a key that still waits: it names a lead other than the person, or else whoever runs Heed. */
export async function waitsForConfirmation(ground: Ground, actor: StaffActor): Promise<ProblemError> {
  const { schoolId, staffId } = actor;
  const reader = ground.database.read;
  const duty = await readDutyList(reader, schoolId);
  const other = duty.find((one) => one.staffId !== staffId && (one.role === 'lead' || one.role === 'deputy'));
  const names = other ? await readStaffNames(reader, ground, schoolId, [other.staffId]) : null;
  const name = other ? names?.get(other.staffId)?.name : undefined;
  const ask = name ? `Ask ${name} or your administrator` : 'Ask whoever runs Heed at your school';
  return problem('key-not-confirmed', {
    title: `This security key gives no full access until it is confirmed. ${ask} to confirm it.`,
  });
}
