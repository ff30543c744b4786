import { keyRefusals } from '../../protocol/words/refusals/security-keys';
import type { StaffActor } from '../access/actor';
import { MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import type { Transaction } from '../storage/database';
import { keepKey, type KeptKey } from './keep-key';
import { burnStep, findPendingKey, lockFirsts, type HeldSecurityKey } from './key-store';
import { matchingSteps } from './totp';

/** How long a begun key waits for its first code. */
export const PENDING_LIFE = 15 * MINUTE;

/** A key that this person began in this session, inside the transaction that saves it. @throws problem 'not-found', which says to begin again */
export async function needPendingKey(
  trx: Transaction,
  ground: Ground,
  { accountId, sessionId }: StaffActor,
  which: Pick<HeldSecurityKey, 'id' | 'kind'>,
): Promise<HeldSecurityKey> {
  await lockFirsts(trx, accountId);
  const since = timeStamp(ground.clock, -PENDING_LIFE);
  const key = await findPendingKey(trx, ground.keys, { ...which, accountId, since, begunIn: sessionId });
  if (!key) throw beginAgain();
  return key;
}

/** For a key that was begun too long ago, in another session, or before keys or password were changed: all alike. */
const beginAgain = () =>
  problem('not-found', {
    title: keyRefusals.begunTooLongAgo,
  });

/**
 * Saves a begun authenticator app once its current code is right.
 * @throws problem 'not-found' for a key that was not begun by this person, or too long ago, or before keys or password
 * were changed; 'code-wrong'
 */
export async function saveKey(
  ground: Ground,
  actor: StaffActor,
  given: { pending: string; name: string; code: string },
): Promise<KeptKey> {
  return ground.database.write(async (trx) => {
    const key = await needPendingKey(trx, ground, actor, { id: given.pending, kind: 'totp' });
    const step = matchingSteps(key.secret, given.code, ground.clock.now()).at(-1);
    if (step === undefined) throw problem('code-wrong', { field: 'body.code' });
    await burnStep(trx, { keyId: key.id, step, schoolId: actor.schoolId, now: timeStamp(ground.clock) });
    return keepKey(trx, ground, actor, { key, name: given.name, passkey: null });
  });
}
