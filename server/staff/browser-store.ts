import { uuidv7 } from '../../protocol/identifiers';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import type { Reader, Transaction } from '../storage/database';
import type { KnownBrowserRow } from '../storage/rows/accounts';
import { hashToken, isToken, newToken } from './tokens';

/** A browser in which one person has proved who they are before. */
export type KnownBrowser = Pick<KnownBrowserRow, 'id' | 'elevated_at'>;

/** A browser that is known to somebody from now on. */
export interface MarkedBrowser {
  readonly token: string;
  readonly known: boolean;
}

/** This person's row of the browser that holds the cookie, or null. */
export async function findKnownBrowser(
  reader: Reader,
  whose: { accountId: string } | { emailIndex: string },
  token: string | undefined,
): Promise<KnownBrowser | null> {
  if (!isToken(token)) return null;
  const query = reader('known_browsers')
    .join('accounts', 'accounts.id', 'known_browsers.account_id')
    .where('known_browsers.token_hash', hashToken(token));
  const own =
    'accountId' in whose
      ? query.where('accounts.id', whose.accountId)
      : query.where('accounts.email_index', whose.emailIndex);
  const row = await own.first<KnownBrowser | undefined>('known_browsers.id', 'known_browsers.elevated_at');
  return row ?? null;
}

/**
 * Marks this browser as known to this person. One browser may know several people (a shared tablet), under one token;
 * a token that we never gave out is not taken.
 * @returns the token for the cookie, and whether this person had proved who they are here before
 */
export async function markBrowser(
  trx: Transaction,
  ground: Ground,
  accountId: string,
  given: string | undefined,
): Promise<MarkedBrowser> {
  const owners = isToken(given)
    ? await trx('known_browsers')
        .where({ token_hash: hashToken(given) })
        .select('account_id')
    : [];
  const token = owners.length > 0 && isToken(given) ? given : newToken();
  const seen = { seen_at: timeStamp(ground.clock) };
  await trx('known_browsers')
    .insert({
      id: uuidv7(ground.clock.now()),
      account_id: accountId,
      token_hash: hashToken(token),
      ...seen,
    })
    .onConflict(['account_id', 'token_hash'])
    .merge(seen);
  return { token, known: owners.some((row) => row.account_id === accountId) };
}

/** Full access worked for this person in this browser. */
export async function noteElevation(
  trx: Transaction,
  accountId: string,
  token: string | undefined,
  now: string,
): Promise<void> {
  if (!isToken(token)) return;
  await trx('known_browsers')
    .where({ account_id: accountId, token_hash: hashToken(token) })
    .update({ elevated_at: now });
}
