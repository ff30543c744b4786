/** Where a person can be inside the app; '' are the codes. It stands in the address, so that Back works. */
const PLACES = ['', 'add', 'scan', 'arrange', 'move', 'pin', 'passkey', 'how'] as const;
export type Place = (typeof PLACES)[number];

const OFFER = '#add=';

/** The place that an address names. */
export function placeOf(hash: string): Place {
  return PLACES.find((place) => hash === `#${place}`) ?? '';
}

/** Goes there. */
export function goTo(place: Place): void {
  if (placeOf(location.hash) !== place) location.hash = place;
}

/**
 * The otpauth link that Heed on the same phone put behind `#add=`, taken out of the address at once: it holds a
 * secret, and a fragment is kept in the history. Empty where there is none.
 */
export function takeOffer(): string {
  if (!location.hash.startsWith(OFFER)) return '';
  const given = location.hash.slice(OFFER.length);
  history.replaceState(null, '', location.pathname);
  try {
    return decodeURIComponent(given);
  } catch {
    return '';
  }
}
