import type { ChangeWords } from './say';

/** Tablets, phones and computers of the school. */
export const deviceWords: ChangeWords<'device.rename' | 'device.revoke'> = {
  'device.rename': (change) => `A device is now called ${change.name}`,
  'device.revoke': () => 'A device is revoked',
};
