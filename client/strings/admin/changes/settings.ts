import type { ChangeOf } from '../../../../protocol/changes/change';
import { providerNames } from '../../providers';
import type { ChangeWords } from './say';

/** Settings of the school. */
export const settingsWords: ChangeWords<
  'settings.set' | 'school.details' | 'provider.set' | 'provider.remove'
> = {
  'settings.set': () => 'The school’s settings change',
  'school.details': () => 'What the school says of itself changes',
  'provider.set': (change) =>
    `Staff whose address ends in ${change.domains.join(', ')} sign in with ${providerNames[change.connection.provider]}: ${partOf(change)}, client ${change.clientId}`,
  'provider.remove': ({ provider }) => `Nobody signs in with ${providerNames[provider]} any more`,
};

/** Which part of the provider, so that whoever confirms can compare it. */
function partOf({ connection }: ChangeOf<'provider.set'>): string {
  switch (connection.provider) {
    case 'microsoft':
      return `directory ${connection.tenant}`;
    case 'google':
      return connection.hosted;
    case 'other':
      return connection.issuer;
  }
}
