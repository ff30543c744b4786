import { plural } from '../../protocol/words/language';

/** Sentences for faults that only the page can see; all others come from the contract (protocol/problems). */
export const faults = {
  unreachable: 'Heed cannot be reached. Check the Wi-Fi, then try again.',
  otherPerson: 'Somebody else was logged in here. They are logged out now; log in as yourself.',
  page: 'Something went wrong on this page. Load it again.',
  wait: (seconds: number): string =>
    seconds < 90
      ? plural(seconds, { one: '1 second', other: `${seconds} seconds` })
      : `${Math.ceil(seconds / 60)} minutes`,
};
