import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { noteElevation } from '../staff/browser-store';
import { elevateSession } from '../staff/session-store';
import { hashToken, newToken } from '../staff/tokens';
import { withFreshProof } from './fresh-proof';
import type { ProofGiven } from './proof';

/**
 * Gives this session full access for a fresh proof, and a new token, so that one that was seen before is worth nothing.
 * @returns the token for the cookie
 * @throws as `withFreshProof`; problem 'log-in-needed' when the session ended meanwhile
 */
export async function elevate(ground: Ground, actor: StaffActor, given: ProofGiven): Promise<string> {
  const token = newToken();
  await withFreshProof(ground, { actor, given, purpose: 'elevate' }, async (trx, proof) => {
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
