import { uuidv7 } from '../../protocol/identifiers';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import type { Reader, Transaction } from '../storage/database';
import { hashToken, newToken } from './tokens';

/** reset: asked for on the log-in page. invite: sent by an administrator. */
export type LinkPurpose = 'reset' | 'invite';
const purposes: readonly LinkPurpose[] = ['reset', 'invite'];

/** Writes a link that lives for `life` milliseconds; only its hash is stored. @returns id and the token to send */
export async function insertLink(
  trx: Transaction,
  ground: Ground,
  given: { accountId: string; purpose: LinkPurpose; life: number },
): Promise<{ id: string; token: string }> {
  const id = uuidv7(ground.clock.now());
  const token = newToken();
  await trx('links').insert({
    id,
    account_id: given.accountId,
    purpose: given.purpose,
    token_hash: hashToken(token),
    created_at: timeStamp(ground.clock),
    expires_at: timeStamp(ground.clock, given.life),
  });
  return { id, token };
}

/** Account of a link that still works, or null. Looking does not use it up. */
export async function findLink(reader: Reader, ground: Ground, token: string): Promise<string | null> {
  const row = await reader('links')
    .where({ token_hash: hashToken(token) })
    .whereIn('purpose', purposes)
    .whereNull('used_at')
    .where('expires_at', '>', timeStamp(ground.clock))
    .first('account_id');
  return row?.account_id ?? null;
}

/** Uses a link up, and with it every other one of its account; false when somebody was first. */
export async function useLink(
  trx: Transaction,
  ground: Ground,
  accountId: string,
  token: string,
): Promise<boolean> {
  const now = timeStamp(ground.clock);
  const used = await trx('links')
    .where({ token_hash: hashToken(token), account_id: accountId })
    .whereNull('used_at')
    .where('expires_at', '>', now)
    .update({ used_at: now });
  if (used !== 1) return false;
  await useUpLinks(trx, accountId, now);
  return true;
}

/** No link of this account works any more. */
export async function useUpLinks(trx: Transaction, accountId: string, now: string): Promise<void> {
  await trx('links').where({ account_id: accountId }).whereNull('used_at').update({ used_at: now });
}
