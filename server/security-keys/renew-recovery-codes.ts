import type { StaffActor } from '../access/actor';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { withFreshProof } from './fresh-proof';
import { noteAtSchools } from './note-at-schools';
import { mailKeyChange } from './notices';
import type { ProofGiven } from './proof';
import { replaceRecoveryCodes } from './recovery-store';

/** Makes ten new recovery codes by a fresh proof; the old ones stop working. @throws as `withFreshProof` */
export async function renewRecoveryCodes(
  ground: Ground,
  actor: StaffActor,
  given: ProofGiven,
): Promise<string[]> {
  return withFreshProof(ground, { actor, given, purpose: 'prove' }, async (trx) => {
    const now = timeStamp(ground.clock);
    const codes = await replaceRecoveryCodes(trx, ground, actor.accountId);
    await mailKeyChange(trx, ground, actor, 'renewed', `${actor.accountId}:${now}`);
    await noteAtSchools(trx, actor, ({ staffId }) => ({
      at: now,
      actor: staffId,
      what: 'recovery-codes.renewed',
      object: `staff:${staffId}`,
    }));
    return codes;
  });
}
