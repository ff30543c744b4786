import type { Ground } from '../ground';
import { findAccount, openEmail } from './account-store';
import { findLink } from './link-store';
import { personHere } from './offers/person-here';

interface CheckedLink {
  readonly accountId: string;
  readonly staffId: string;
  /** False for somebody whom this school only asks to join. */
  readonly member: boolean;
  readonly email: string;
  readonly hasPassword: boolean;
}

/** A link that works, with its person at the school whose address was opened; null otherwise. Uses nothing up. */
export async function checkLink(
  ground: Ground,
  schoolId: string | null,
  token: string,
): Promise<CheckedLink | null> {
  if (schoolId === null) return null;
  const accountId = await findLink(ground.database.read, ground, token);
  if (accountId === null) return null;
  const reader = ground.database.read;
  const account = await findAccount(reader, schoolId, { id: accountId });
  const staffId = account && (await personHere(reader, schoolId, account));
  if (!account || !staffId) return null;
  return {
    accountId,
    staffId,
    email: openEmail(ground, account),
    member: account.staff_id !== null,
    hasPassword: account.password_hash !== null,
  };
}
