import type { Delivered } from '../../../protocol/delivery-log';
import { plural } from '../../../protocol/words/language';

export const delivery = {
  title: 'Delivery log',
  intro: 'What arrived from which device, and what became of it. It says nothing of what is written.',
  device: 'Device',
  anyDevice: 'Every device',
  reference: 'Record',
  referenceHint: 'Such as 4F2K',
  search: 'Search',
  clear: 'Clear',
  caption: 'What arrived',
  received: 'Received',
  record: 'Record',
  state: 'What became of it',
  unknownDevice: 'Not known here',
  none: 'Nothing was found. Widen the search, or clear it.',
  nothing: 'Nothing has arrived yet.',
  older: 'Show older',
  kinds: {
    concern: 'Concern',
    action: 'Action',
    addendum: 'Addition',
    attachment: 'File',
    parked: 'Beginning of a draft',
  } satisfies Record<Delivered['kind'], string>,
  states: {
    received: 'Received, not looked at yet',
    recorded: 'Recorded',
    duplicate: 'Sent twice, kept once',
    quarantined: 'In quarantine',
    kept: 'Kept',
  } satisfies Record<Delivered['state'], string>,
  alerted: (count: number): string =>
    plural(count, { one: '1 person alerted', other: `${String(count)} people alerted` }),
  away: (count: number): string => `${String(count)} away, somebody else told instead`,
  waits: {
    quiet: (people: number, time: string): string => `${String(people)} waiting until ${time} (quiet hours)`,
    daily: (people: number, time: string): string =>
      `${String(people)} waiting until ${time} (daily summary)`,
  },
  conflict: 'A second one under the same number was refused. Both are kept.',
};
