import type { Reader } from '../storage/database';

/** The account that an address or a security key belongs to, or null. */
export async function accountIdOf(
  reader: Reader,
  which: { emailIndex: string } | { keyId: string },
): Promise<string | null> {
  if ('emailIndex' in which) {
    const row = await reader('accounts').where({ email_index: which.emailIndex }).first('id');
    return row?.id ?? null;
  }
  const row = await reader('security_keys').where({ id: which.keyId }).first('account_id');
  return row?.account_id ?? null;
}
