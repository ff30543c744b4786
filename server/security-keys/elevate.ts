import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { noteElevation } from '../staff/browser-store';
import { elevateSession } from '../staff/session-store';
import { hashToken, newToken } from '../staff/tokens';
import { withFreshCode } from './fresh-code';

/**
 * Gives this session full access for a code, and a new token, so that one that was seen before is worth nothing.
 * @returns the token for the cookie
 * @throws as `withFreshCode`; problem 'log-in-needed' when the session ended meanwhile
 */
export async function elevate(
  ground: Ground,
  actor: StaffActor,
  given: { code: string; browserToken: string | undefined },
): Promise<string> {
  const token = newToken();
  await withFreshCode(ground, { actor, ...given }, async (trx, proof) => {
    const now = timeStamp(ground.clock);
    const elevated = await elevateSession(trx, actor.sessionId, hashToken(token), now);
    if (!elevated) throw problem('log-in-needed');
    await noteElevation(trx, actor.accountId, given.browserToken, now);
    await appendAudit(trx, {
      schoolId: actor.schoolId,
      at: now,
      actor: actor.staffId,
      what: 'elevation.begun',
      object: `session:${actor.sessionId}`,
      facts: { by: proof },
    });
  });
  return token;
}
