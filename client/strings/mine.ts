import { onThis, type DeviceKind } from './device';

export const mine = {
  title: 'Your records',
  all: 'All your records',
  none: 'You have not recorded anything here yet.',
  noContent: (device: DeviceKind): string =>
    `How far each has come. What you wrote cannot be read ${onThis(device)} after Send.`,
  locked: 'Unlock with your PIN to see how far your records have come.',
  unlock: 'Unlock',
  written: (when: string): string => `Written ${when}`,
  stillHere: 'Still not sent after 30 minutes.',
  stillHereLong: 'Still not sent after 2 hours. Tell a safeguarding lead in person.',
  tryNow: 'Try now',
  trying: 'Trying…',
  tryingAt: (time: string): string => `Trying again at ${time}`,
  logIn: 'Log in',
  save: 'Save a copy for a safeguarding lead',
  saveWhy:
    'The copy is sealed: only your school can open it. Give it to a safeguarding lead, and tell them in person.',
  saved: (file: string): string => `Saved as ${file}`,
  notSaved: 'There is no copy to save here any more.',
  failed: 'Your records could not be read just now. They are not lost.',
  tryAgain: 'Try again',
};
