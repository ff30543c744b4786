import type { DeviceKind } from '../strings/device';
import type * as english from '../strings/draft';
import { onThis } from './device';

export function draftKept(device: DeviceKind, at: string): string {
  return `Heb ei anfon eto. Drafft wedi’i gadw ${onThis(device)}, ${at}`;
}

export const draft = {
  pressSend: 'Pwyswch Anfon ar ôl gorffen.',
  sealing: 'Yn selio…',
} satisfies typeof english.draft;
