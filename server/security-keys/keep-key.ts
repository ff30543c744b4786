import type { StaffActor } from '../access/actor';
import { DAY, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import type { Transaction } from '../storage/database';
import {
  lockFirsts,
  markSaved,
  noteFirstKey,
  type Confirmed,
  type HeldSecurityKey,
  type NewPasskey,
} from './key-store';
import { noteAtSchools } from './note-at-schools';
import { mailKeyChange } from './notices';
import { everHadRecoveryCodes, replaceRecoveryCodes } from './recovery-store';

/** The first key counts at once this long after the person's first log-in (access.md, "a stolen password"). */
const FIRST_KEY_TIME = DAY;

export interface KeptKey {
  readonly keyId: string;
  /** Ten recovery codes with the first key that counts, else null. */
  readonly recoveryCodes: string[] | null;
}

/**
 * Keeps a begun key that has shown itself, of either kind. It counts at once when a fresh proof showed the person at
 * the beginning, or when it is the account's first ever within a day of the first log-in; otherwise it waits.
 * @throws problem 'not-found' when it was saved before
 */
export async function keepKey(
  trx: Transaction,
  ground: Ground,
  actor: StaffActor,
  { key, name, passkey }: { key: HeldSecurityKey; name: string; passkey: NewPasskey | null },
): Promise<KeptKey> {
  const now = timeStamp(ground.clock);
  const { accountId } = actor;
  const confirmedBy = await whyCounts(trx, ground, key);
  if (!(await markSaved(trx, ground.keys, { id: key.id, name, confirmedBy, now, passkey })))
    throw problem('not-found');
  await noteFirstKey(trx, accountId, now);
  const first = confirmedBy !== null && !(await everHadRecoveryCodes(trx, accountId));
  const recoveryCodes = first ? await replaceRecoveryCodes(trx, ground, accountId) : null;
  await mailKeyChange(trx, ground, actor, confirmedBy === null ? 'waits' : 'added', key.id);
  await noteAtSchools(trx, actor, ({ staffId }) => ({
    at: now,
    actor: staffId,
    what: 'security-key.added',
    object: `security-key:${key.id}`,
    facts: { counts: confirmedBy !== null, because: confirmedBy, kind: key.kind },
  }));
  return { keyId: key.id, recoveryCodes };
}

async function whyCounts(trx: Transaction, ground: Ground, key: HeldSecurityKey): Promise<Confirmed | null> {
  const firsts = await lockFirsts(trx, key.accountId);
  if (key.confirmedBy === 'code') return 'code';
  if (!firsts || firsts.first_key_at !== null || firsts.first_log_in_at === null) return null;
  const soon = ground.clock.now() - Date.parse(firsts.first_log_in_at) <= FIRST_KEY_TIME;
  return soon ? 'first' : null;
}
