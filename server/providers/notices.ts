import type { ProviderKind } from '../../protocol/providers';
import type { Ground } from '../ground';
import { mailStaff } from '../staff/mail-staff';
import type { Transaction } from '../storage/database';

/** How a provider is called in a mail. */
const providerNames: Readonly<Record<ProviderKind, string>> = {
  microsoft: 'Microsoft',
  google: 'Google',
  other: 'your school’s provider',
};

const happened = {
  linked: (name: string) => `From now on you can sign in to Heed with your account at ${name}.`,
  removed: (name: string) => `Your account at ${name} no longer signs you in to Heed.`,
  taken: (name: string) =>
    `Somebody tried to sign in to Heed with an account at ${name} that has your e-mail address and is not the one that you linked.\n` +
    'Nobody got in. If you have a new account there, remove the old one in Heed and link the new one.',
} as const;

/** Mails a person what happened to their ways in, in the transaction of it. `once` names it for ever. */
export async function mailSignInChange(
  trx: Transaction,
  ground: Ground,
  whose: { schoolId: string; staffId: string },
  what: { happened: keyof typeof happened; provider: ProviderKind; once: string },
): Promise<void> {
  await mailStaff(trx, ground, whose.schoolId, [whose.staffId], () => ({
    template: 'sign-in-change',
    more: { what: happened[what.happened](providerNames[what.provider]) },
    once: `sign-in-${what.happened}:${what.once}`,
  }));
}
