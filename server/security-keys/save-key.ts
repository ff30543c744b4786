import type { StaffActor } from '../access/actor';
import { MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { keepKey, type KeptKey } from './keep-key';
import { burnStep, findPendingKey } from './key-store';
import { matchingSteps } from './totp';

/** How long a begun key waits for its first code. */
export const PENDING_LIFE = 15 * MINUTE;

/**
 * Saves a begun authenticator app once its current code is right.
 * @throws problem 'not-found' for a key that was not begun by this person, or too long ago; 'code-wrong'
 */
export async function saveKey(
  ground: Ground,
  actor: StaffActor,
  given: { pending: string; name: string; code: string },
): Promise<KeptKey> {
  const key = await findPendingKey(ground.database.read, ground.keys, {
    id: given.pending,
    accountId: actor.accountId,
    kind: 'totp',
    since: timeStamp(ground.clock, -PENDING_LIFE),
  });
  if (!key) throw problem('not-found');
  const step = matchingSteps(key.secret, given.code, ground.clock.now()).at(-1);
  if (step === undefined) throw problem('code-wrong', { field: 'body.code' });
  return ground.database.write(async (trx) => {
    await burnStep(trx, { keyId: key.id, step, schoolId: actor.schoolId, now: timeStamp(ground.clock) });
    return keepKey(trx, ground, actor, { key, name: given.name, passkey: null });
  });
}
