import type { ProviderKind } from '../../protocol/providers';

/** How a provider is called wherever a person reads it. */
export const providerNames: Readonly<Record<ProviderKind, string>> = {
  microsoft: 'Microsoft',
  google: 'Google',
  other: 'the school’s provider',
};
