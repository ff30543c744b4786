import type { ProviderKind } from '../../protocol/providers';
import type { Ground } from '../ground';
import { providerNames, signInChanges } from '../messages/templates/sign-in-changes';
import { mailStaff } from '../staff/mail-staff';
import type { Transaction } from '../storage/database';

/** Mails a person what happened to their ways in, in the transaction of it. `once` names it for ever. */
export async function mailSignInChange(
  trx: Transaction,
  ground: Ground,
  whose: { schoolId: string; staffId: string },
  what: { happened: keyof typeof signInChanges; provider: ProviderKind; once: string },
): Promise<void> {
  await mailStaff(trx, ground, whose.schoolId, [whose.staffId], () => ({
    template: 'sign-in-change',
    more: { what: signInChanges[what.happened](providerNames[what.provider]) },
    once: `sign-in-${what.happened}:${what.once}`,
  }));
}
