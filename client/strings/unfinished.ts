import { plural } from '../../protocol/words/language';
import type { DeviceKind } from './device';

const on = (device: string | null): string => (device === null ? '' : `, on ${device}`);

/** What this person began and did not send. */
export const ownUnfinished = {
  began: (when: string, device: string | null): string =>
    `You began a record ${when}${on(device)}. It was not sent.`,
  what: 'Nobody has read it. Go on writing it here, or throw it away.',
  goOn: 'Go on writing',
  throwAway: 'Throw it away',
  notHere: (device: DeviceKind): string =>
    `To go on with it, set this ${device} up for you first, or unlock a tablet on which you record.`,
  setUp: (device: DeviceKind): string => `Set up this ${device}`,
  sure: {
    heading: 'Throw this record away?',
    text: 'It was never sent. Nobody will read it, and you cannot bring it back.',
    yes: 'Throw it away',
    no: 'Keep it',
  },
  thrownAway: 'Thrown away.',
  failed: 'It could not be opened. Check your connection, then try again.',
};

/** What others began and did not send, as the leads see it. */
export const unfinished = {
  title: (count: number): string =>
    plural(count, {
      one: '1 record was begun and not sent',
      other: `${String(count)} records were begun and not sent`,
    }),
  began: (name: string, left: boolean, when: string, device: string | null): string =>
    `${name}${left ? ', who has left,' : ''} began a record ${when}${device === null ? '' : `, ${device}`}`,
  nobody: 'Somebody who had not unlocked',
  elevate: 'Elevate to see',
  stillTheirs: (when: string): string => `Speak with them. You may open it from ${when}.`,
  opensLater: (when: string): string => `You may open it from ${when}.`,
  nobodyGoesOn: 'Nobody can go on with it. Open it, and check it like any record with a doubt.',
  mayOpen: 'Nobody has gone on with it since. You may open it.',
  open: 'Open',
  why: 'Why do you open it?',
  whyHint: (known: boolean): string =>
    known ? 'It stands in the record. Whoever began it is told.' : 'It stands in the record.',
  openIt: 'Open the record',
  cancel: 'Cancel',
  needed: 'Write why',
};
