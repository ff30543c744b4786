import type { ChangeWords } from './say';

/** Places and agencies. */
export const placeWords: ChangeWords<
  'place.add' | 'place.rename' | 'place.remove' | 'agency.add' | 'agency.rename' | 'agency.remove'
> = {
  'place.add': (change) => `New place ${change.name}`,
  'place.rename': (change, name) => `Place ${name(change.placeId)} becomes ${change.name}`,
  'place.remove': (change, name) => `Place ${name(change.placeId)} is not offered any more`,
  'agency.add': (change) => `New agency ${change.name}`,
  'agency.rename': (change, name) => `Agency ${name(change.agencyId)} becomes ${change.name}`,
  'agency.remove': (change, name) => `Agency ${name(change.agencyId)} is not offered any more`,
};
