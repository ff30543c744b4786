import * as v from 'valibot';
import { clientSecret, providerEntries, providerKinds } from '../providers';

/** Lets staff sign in through a provider: somebody else may then say who a person is, so it waits (access.md). */
export const providerSet = v.strictObject({
  kind: v.literal('provider.set'),
  ...providerEntries,
  secret: clientSecret,
});

export const providerRemove = v.strictObject({
  kind: v.literal('provider.remove'),
  provider: v.picklist(providerKinds),
});
