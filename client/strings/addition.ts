import { onThis, type DeviceKind } from './device';

/** What an author adds to a record after sending it. */
export const addition = {
  add: 'Add to this record',
  addTo: (when: string): string => `Add to the record of ${when}`,
  goOn: 'Go on writing',
  goOnWith: (when: string): string => `Go on writing what you add to the record of ${when}`,
  begun: (when: string): string => `You began to add to this record, ${when}. Not sent yet.`,
  title: 'Add to this record',
  of: (when: string): string => `Record of ${when}`,
  label: 'What do you want to add?',
  hint: 'Your record stays as you sent it. This goes below it, with your name and the time, and whoever deals with it is told.',
  send: 'Send',
  sending: 'Sending…',
  close: 'Close',
  throwAway: 'Throw it away',
  sureTitle: 'Throw this away?',
  sureText: 'What you have written here is deleted. Your record stays as you sent it.',
  keep: 'Keep it',
  notSent: (device: DeviceKind, time: string): string =>
    `Not sent yet. Kept ${onThis(device)}, ${time}. Press Send when you have finished.`,
  notYet: 'Not sent yet. What you write is kept as you type.',
  empty: 'Write what you want to add.',
  notKept: (device: DeviceKind): string =>
    `This could not be kept ${onThis(device)}. Copy your words before you leave this page.`,
  failed: 'It could not be sent. Your words are still here. Try again.',
  tooLong: 'This is too long to send in one piece. Shorten it, send it, and add the rest.',
  elsewhere:
    'This was sent or changed in another window. Your words are still here: look, and send them again.',
  added: 'You added to it',
};
