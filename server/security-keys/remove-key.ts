import type { StaffActor } from '../access/actor';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { announceEnded, endElevationElsewhere, type StaffPlace } from '../staff/rights-ended';
import { withFreshProof } from './fresh-proof';
import { listSavedKeys, markRemoved } from './key-store';
import { noteAtSchools } from './note-at-schools';
import { mailKeyChange } from './notices';
import type { ProofGiven } from './proof';

/**
 * Removes one of one's own security keys, by a fresh proof of any of them or a recovery code. Full access in other
 * sessions ends: the key may have been lost with a phone.
 * @throws problem 'not-found' for anybody else's, before the proof is looked at; and as `withFreshProof`
 */
export async function removeKey(
  ground: Ground,
  actor: StaffActor,
  id: string,
  given: ProofGiven,
): Promise<void> {
  const { accountId, sessionId } = actor;
  const held = await listSavedKeys(ground.database.read, ground.keys, accountId);
  if (!held.some((key) => key.id === id)) throw problem('not-found');
  let places: StaffPlace[] = [];
  await withFreshProof(ground, { actor, given, purpose: 'prove', alsoKey: id }, async (trx) => {
    const now = timeStamp(ground.clock);
    if (!(await markRemoved(trx, { id, accountId }, now))) throw problem('not-found');
    places = await endElevationElsewhere(trx, accountId, sessionId);
    await mailKeyChange(trx, ground, actor, 'removed', id);
    await noteAtSchools(trx, actor, ({ staffId }) => ({
      at: now,
      actor: staffId,
      what: 'security-key.removed',
      object: `security-key:${id}`,
    }));
  });
  announceEnded(ground, places);
}
