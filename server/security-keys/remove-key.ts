import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { dropElevation } from '../staff/session-store';
import { withFreshCode } from './fresh-code';
import { listSavedKeys, markRemoved } from './key-store';
import { mailKeyChange } from './notices';

/**
 * Removes one of one's own security keys, by a fresh code of any of them or a recovery code. Full access in other
 * sessions ends: the key may have been lost with a phone.
 * @throws problem 'not-found' for anybody else's, before the code is looked at; and as `withFreshCode`
 */
export async function removeKey(
  ground: Ground,
  actor: StaffActor,
  given: { id: string; code: string; browserToken: string | undefined },
): Promise<void> {
  const { accountId, schoolId, staffId, sessionId } = actor;
  const held = await listSavedKeys(ground.database.read, ground.keys, accountId);
  if (!held.some((key) => key.id === given.id)) throw problem('not-found');
  const fresh = { actor, code: given.code, browserToken: given.browserToken, alsoKey: given.id };
  await withFreshCode(ground, fresh, async (trx) => {
    const now = timeStamp(ground.clock);
    if (!(await markRemoved(trx, given.id, now))) throw problem('not-found');
    await dropElevation(trx, { accountId, exceptId: sessionId });
    await mailKeyChange(trx, ground, actor, 'removed', given.id);
    await appendAudit(trx, {
      schoolId,
      at: now,
      actor: staffId,
      what: 'security-key.removed',
      object: `security-key:${given.id}`,
    });
  });
}
