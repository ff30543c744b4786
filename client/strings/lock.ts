import { onThis, type DeviceKind } from './device';

export const lock = {
  who: 'Who are you?',
  passkey: 'Use a passkey',
  unlockWithPasskey: 'Unlock with passkey',
  forgotten: 'Forgotten PIN',
  withoutUnlocking: 'Record without unlocking',
  waiting: (count: number): string => (count === 1 ? '1 record waiting to send' : `${count} records waiting to send`),
  wrongPin: 'That PIN is not right. Try again.',
  tooManyTries: (wait: string): string => `Too many tries. Try again in ${wait}. Nothing is lost.`,
  pinShort: 'A PIN has at least 6 digits.',
  pinsDiffer: 'The two PINs are not the same.',
  nobody: (device: DeviceKind): string => `Nobody has set up Heed ${onThis(device)} yet.`,
  logIn: 'Log in',
  addPerson: 'I am not here: log in',
  locksSoon: (seconds: number): string => `Locks in ${seconds} seconds. Your draft is kept.`,
  stay: 'Keep open',
  covered: 'Heed is covered',
  uncover: 'Tap to come back',
  coveredLong: 'Heed is covered. Unlock to come back.',
};

export const enrol = {
  title: (device: DeviceKind): string => `Set up Heed ${onThis(device)}`,
  why: (device: DeviceKind): string =>
    `Then you can record ${onThis(device)} without a network. What you write is kept locked to you.`,
  deviceName: (device: DeviceKind): string => `What do people call this ${device}?`,
  deviceHint: 'For example: Playground tablet 2',
  shared: 'Do other people use it as well?',
  sharedYes: 'Yes, it is shared',
  sharedNo: 'No, only me',
  pin: 'Choose a PIN',
  pinHint: '6 digits or more. Not a birthday, not 123456.',
  pinAgain: 'The same PIN again',
  weakPin: 'That PIN is too easy to guess.',
  done: 'Set up',
  addPasskey: 'Use a passkey as well',
};

export const forgottenPin = {
  title: 'Forgotten PIN',
  text: 'Type your password. Then choose a new PIN. Your drafts open as before.',
  offline: 'This needs a connection. You can record without unlocking.',
  button: 'Continue',
};

export const removePerson = {
  title: (name: string): string => `Remove ${name} from this device?`,
  sealedKept: 'What is already sealed stays here and is sent.',
  draftsLost: (count: number): string =>
    count === 1 ? '1 draft that was never sent will be deleted.' : `${count} drafts that were never sent will be deleted.`,
  button: 'Remove',
};

export const logOut = {
  blocked: (count: number, device: DeviceKind): string =>
    `${count === 1 ? '1 record waits' : `${count} records wait`} ${onThis(device)}. Lock instead: it sends by itself.`,
  offline: 'You are offline. Log out would leave no way back in here. Lock instead.',
  lockInstead: 'Lock instead',
};
