import { plural } from '../../protocol/words/language';
import { onThis, type DeviceKind } from './device';

/** Joining a tablet with a slip from the school office. */
export const slip = {
  title: 'I have a slip',
  why: (device: DeviceKind): string =>
    `With it you record ${onThis(device)} under your own name, also without Wi-Fi. It needs Wi-Fi this once.`,
  forgotten:
    'You joined with a slip, so there is no password. Ask the school office for a new slip and use it here. Drafts that you did not send stay under your old PIN.',
  code: 'Code on the slip',
  codeHint: '12 letters. Small letters and spaces do not matter.',
  codeWrong: 'Type the 12 letters that stand on the slip',
  join: 'Use this slip',
  working: 'One moment…',
  back: 'Back',
  offline:
    'There is no connection here. Go where there is Wi-Fi and try again: your slip stays good. Until then you can record without unlocking.',
  noAnswer: 'The school did not answer. Try again in a moment: your slip stays good.',
  tooMany: (minutes: number): string =>
    `Too many tries. Try again in ${plural(minutes, { one: '1 minute', other: `${String(minutes)} minutes` })}. You can record without unlocking.`,
  earlier: (name: string): string => `${name}, old PIN`,
};
