import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { readStaffNames } from '../school/names';
import { readSchool } from '../school/school';
import { whyWeak } from './weak-passwords';

/** Whose new password it is, as one school knows them. */
export interface PasswordOwner {
  readonly schoolId: string;
  readonly staffId: string;
  readonly email: string;
}

/**
 * The one rule for every new password, the first and each later one. Answers what a mail about it says.
 * @throws problem 'password-weak' with the reason
 */
export async function needStrongPassword(
  ground: Ground,
  { schoolId, staffId, email }: PasswordOwner,
  password: string,
): Promise<{ to: string; name: string; schoolName: string }> {
  const reader = ground.database.read;
  const schoolName = (await readSchool(reader, ground, schoolId)).name;
  const name = (await readStaffNames(reader, ground, schoolId, [staffId])).get(staffId)?.name ?? '';
  const weak = whyWeak(password, { name, email, schoolName });
  if (weak) throw problem('password-weak', { field: 'body.password', title: weak });
  return { to: email, name, schoolName };
}
