import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { DAY, MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import type { Transaction } from '../storage/database';
import {
  burnStep,
  findPendingKey,
  lockFirsts,
  markSaved,
  noteFirstKey,
  type Confirmed,
  type HeldSecurityKey,
} from './key-store';
import { mailKeyChange } from './notices';
import { everHadRecoveryCodes, replaceRecoveryCodes } from './recovery-store';
import { matchingSteps } from './totp';

/** How long a begun key waits for its first code. */
export const PENDING_LIFE = 15 * MINUTE;
/** The first key counts at once this long after the person's first log-in (access.md, "a stolen password"). */
const FIRST_KEY_TIME = DAY;

/**
 * Saves a begun key once its current code is right. It counts at once when a fresh code proved the person at the
 * beginning, or when it is the account's first ever within a day of the first log-in; otherwise it waits.
 * @returns ten recovery codes with the first key that counts, else null
 * @throws problem 'not-found' for a key that was not begun by this person, or too long ago; 'code-wrong'
 */
export async function saveKey(
  ground: Ground,
  actor: StaffActor,
  given: { pending: string; name: string; code: string },
): Promise<{ keyId: string; recoveryCodes: string[] | null }> {
  const { accountId } = actor;
  const since = timeStamp(ground.clock, -PENDING_LIFE);
  const key = await findPendingKey(ground.database.read, ground.keys, {
    id: given.pending,
    accountId,
    since,
  });
  if (!key) throw problem('not-found');
  const step = matchingSteps(key.secret, given.code, ground.clock.now()).at(-1);
  if (step === undefined) throw problem('code-wrong', { field: 'body.code' });
  return ground.database.write((trx) => save(trx, ground, actor, { key, name: given.name, step }));
}

async function save(
  trx: Transaction,
  ground: Ground,
  actor: StaffActor,
  { key, name, step }: { key: HeldSecurityKey; name: string; step: number },
): Promise<{ keyId: string; recoveryCodes: string[] | null }> {
  const now = timeStamp(ground.clock);
  const { accountId } = actor;
  const confirmedBy = await whyCounts(trx, ground, key);
  if (!(await markSaved(trx, ground.keys, { id: key.id, name, confirmedBy, now })))
    throw problem('not-found');
  await burnStep(trx, { keyId: key.id, step, now });
  await noteFirstKey(trx, accountId, now);
  const first = confirmedBy !== null && !(await everHadRecoveryCodes(trx, accountId));
  const recoveryCodes = first ? await replaceRecoveryCodes(trx, ground, accountId) : null;
  await mailKeyChange(trx, ground, actor, confirmedBy === null ? 'waits' : 'added', key.id);
  await appendAudit(trx, {
    schoolId: actor.schoolId,
    at: now,
    actor: actor.staffId,
    what: 'security-key.added',
    object: `security-key:${key.id}`,
    facts: { counts: confirmedBy !== null, because: confirmedBy },
  });
  return { keyId: key.id, recoveryCodes };
}

async function whyCounts(trx: Transaction, ground: Ground, key: HeldSecurityKey): Promise<Confirmed | null> {
  const firsts = await lockFirsts(trx, key.accountId);
  if (key.confirmedBy === 'code') return 'code';
  if (!firsts || firsts.first_key_at !== null || firsts.first_log_in_at === null) return null;
  const soon = ground.clock.now() - Date.parse(firsts.first_log_in_at) <= FIRST_KEY_TIME;
  return soon ? 'first' : null;
}
