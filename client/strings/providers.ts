import type { ProviderFault, ProviderKind } from '../../protocol/providers';

/** How a provider is called wherever a person reads it. */
export const providerNames: Readonly<Record<ProviderKind, string>> = {
  microsoft: 'Microsoft',
  google: 'Google',
  other: 'the school’s provider',
};

export const signIn = {
  through: (provider: ProviderKind): string =>
    provider === 'other' ? 'Sign in with your school account' : `Sign in with ${providerNames[provider]}`,
  returning: 'Signing you in …',
  offline: 'Signing in needs a connection. You can record without unlocking.',
  backToAccount: 'Back to Account Settings',
  again: 'You can sign in there again instead.',
};

/** Account Settings: which accounts elsewhere sign this person in. */
export const ownLinks = {
  title: 'Sign in without a password',
  hint: 'With an account of your school elsewhere. It opens Heed for you; full access still needs your security key.',
  none: 'No account is linked.',
  linked: (name: string, when: string): string => `${name}, linked ${when}`,
  lastUsed: (when: string): string => `Last used ${when}`,
  neverUsed: 'Not used yet',
  link: (provider: ProviderKind): string => `Link your account at ${providerNames[provider]}`,
  remove: 'Remove',
  keep: 'Keep it',
  removeSure: (name: string): string =>
    `Your account at ${name} no longer signs you in. To link it again you need your password.`,
  noPassword:
    'You have no password yet. Choose one by “Forgotten your password” on the log-in page before you remove it.',
  removed: 'The account is removed.',
  passwordWhy:
    'You logged in a while ago. Type your password, so that nobody else can change how you sign in.',
};

/** Administration, Settings: who may say who a person is. */
export const providerSettings = {
  title: 'Sign in with Microsoft or Google',
  hint: 'Staff sign in with their school account there instead of a Heed password. Full access still needs a security key. Switching it on waits for a second person.',
  which: 'Provider',
  kinds: { microsoft: 'Microsoft', google: 'Google', other: 'Another' } satisfies Record<
    ProviderKind,
    string
  >,
  tenant: 'Directory (tenant) ID',
  tenantHint:
    'In Microsoft Entra under Overview. In “Token configuration” add the optional claims email, xms_edov and auth_time.',
  hosted: 'Your school’s Google domain',
  hostedHint: 'For example oakfield.example',
  issuer: 'Issuer',
  clientId: 'Client ID',
  secret: 'Client secret',
  secretHint: 'It is kept sealed and never shown again.',
  secretKept: 'Leave it empty to keep the one that Heed has.',
  domains: 'E-mail addresses end in',
  domainsHint: 'One or more, with commas between',
  returnTo: 'Redirect address to enter there',
  copy: 'Copy',
  copied: 'Copied',
  tryIt: 'Try it',
  works: 'It answers as it should. Whether client ID and secret are right shows at the first sign-in.',
  save: 'Save',
  off: 'Switch off',
  keep: 'Leave it on',
  offSure: (name: string): string =>
    `Nobody can sign in with ${name} from now on, and Heed forgets the secret. Passwords go on working.`,
  offDone: 'Switched off.',
  made: 'Saved. It works from now on.',
  waits: 'Saved. A second person has to confirm it under Admin; all leads have been told.',
  isOn: (name: string, domains: string): string => `${name} is on, for addresses that end in ${domains}.`,
  faults: {
    unreachable: 'It cannot be reached from this server. Check the server’s way to the internet.',
    slow: 'It takes too long to answer. Try again in a little while.',
    'not-found': 'There is no such directory there. Check the ID, letter for letter.',
    'not-allowed': 'This server does not allow that provider. Ask whoever runs it.',
    'not-usable': 'What it says of itself does not fit. Heed does not use it.',
  } satisfies Record<ProviderFault, string>,
};
