import type { Ground } from '../ground';
import { findAccount, openEmail } from './account-store';
import { findLink } from './link-store';

/** A link that works, with its person at the school whose address was opened; null otherwise. Uses nothing up. */
export async function checkLink(
  ground: Ground,
  schoolId: string | null,
  token: string,
): Promise<{ accountId: string; staffId: string; email: string; hasPassword: boolean } | null> {
  if (schoolId === null) return null;
  const accountId = await findLink(ground.database.read, ground, token);
  if (accountId === null) return null;
  const account = await findAccount(ground.database.read, schoolId, { id: accountId });
  if (!account?.staff_id) return null;
  return {
    accountId,
    staffId: account.staff_id,
    email: openEmail(ground, account),
    hasPassword: account.password_hash !== null,
  };
}
