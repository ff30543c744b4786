import { onThis, type DeviceKind } from './device';

/** "Not sent yet. Draft kept on this tablet, 12:43" */
export function draftKept(device: DeviceKind, at: string): string {
  return `Not sent yet. Draft kept ${onThis(device)}, ${at}`;
}

/** A draft before and at Send. The record form opens with these words, so they stand apart from those of the ladder. */
export const draft = {
  pressSend: 'Press Send when you have finished.',
  sealing: 'Sealing…',
};
