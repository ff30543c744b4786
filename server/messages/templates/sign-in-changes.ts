import type { ProviderKind } from '../../../protocol/providers';

/** How a provider is called in a mail. */
export const providerNames: Readonly<Record<ProviderKind, string>> = {
  microsoft: 'Microsoft',
  google: 'Google',
  other: 'your school’s provider',
};

/** What happened to somebody's way in through another provider. */
export const signInChanges = {
  linked: (name: string) => `From now on you can sign in to Heed with your account at ${name}.`,
  removed: (name: string) => `Your account at ${name} no longer signs you in to Heed.`,
  taken: (name: string) =>
    `Somebody tried to sign in to Heed with an account at ${name} that has your e-mail address and is not the one that you linked.\n` +
    'Nobody got in. If you have a new account there, remove the old one in Heed and link the new one.',
} as const;
