import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { withFreshCode } from './fresh-code';
import { mailKeyChange } from './notices';
import { replaceRecoveryCodes } from './recovery-store';

/** Makes ten new recovery codes by a fresh code; the old ones stop working. @throws as `withFreshCode` */
export async function renewRecoveryCodes(
  ground: Ground,
  actor: StaffActor,
  given: { code: string; browserToken: string | undefined },
): Promise<string[]> {
  return withFreshCode(ground, { actor, ...given }, async (trx) => {
    const now = timeStamp(ground.clock);
    const codes = await replaceRecoveryCodes(trx, ground, actor.accountId);
    await mailKeyChange(trx, ground, actor, 'renewed', `${actor.accountId}:${now}`);
    await appendAudit(trx, {
      schoolId: actor.schoolId,
      at: now,
      actor: actor.staffId,
      what: 'recovery-codes.renewed',
      object: `staff:${actor.staffId}`,
    });
    return codes;
  });
}
