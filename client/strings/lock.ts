import { plural } from '../../protocol/words/language';
import { onThis, type DeviceKind } from './device';

export const lock = {
  who: 'Who are you?',
  forgotten: 'Forgotten PIN',
  withoutUnlocking: 'Record without unlocking',
  haveSlip: 'I have a slip',
  waiting: (records: number, actions: number): string => {
    const ofRecords = plural(records, { one: '1 record', other: `${records} records` });
    const ofActions = plural(actions, { one: '1 action', other: `${actions} actions` });
    const said = [...(records > 0 ? [ofRecords] : []), ...(actions > 0 ? [ofActions] : [])];
    return `${said.join(' and ')} waiting to send`;
  },
  sendThemselves: 'They send by themselves when there is Wi-Fi. To be sure, open Heed again inside.',
  keepOpen: 'Keep Heed open, or open it again inside: they send when there is Wi-Fi. You need not unlock.',
  needLogIn: (count: number): string =>
    plural(count, {
      one: '1 needs somebody to log in here once. Then it sends.',
      other: `${count} need somebody to log in here once. Then they send.`,
    }),
  needUpdate: (count: number): string =>
    plural(count, {
      one: '1 needs the new version of Heed.',
      other: `${count} need the new version of Heed.`,
    }),
  needAuthor: (count: number): string =>
    plural(count, {
      one: '1 needs the person who wrote it. If it is yours, unlock and look.',
      other: `${count} need the people who wrote them. If one is yours, unlock and look.`,
    }),
  choosePerson: 'Tap your name first',
  opening: 'Opening…',
  wrongPin: 'That PIN is not right. Try again.',
  tooMany: 'Too many wrong tries. Nothing is lost.',
  tryAgainIn: 'Try again in',
  seconds: (seconds: number): string => plural(seconds, { one: '1 second', other: `${seconds} seconds` }),
  minutes: (minutes: number, seconds: number): string => `${minutes} min ${seconds} s`,
  cannotCheck: (device: DeviceKind): string =>
    `The PIN cannot be checked ${onThis(device)} just now. Close other apps and try again, or record without unlocking.`,
  gone: (device: DeviceKind): string => `That person is no longer ${onThis(device)}.`,
  failed: 'That did not work. Try again, or record without unlocking.',
  nobody: (device: DeviceKind): string => `Nobody has set up Heed ${onThis(device)} yet.`,
  logIn: 'Log in',
  addPerson: (device: DeviceKind): string =>
    `Add yourself ${device === 'computer' ? 'here' : `to this ${device}`}`,
  unlocked: (name: string): string => `Unlocked for ${name}`,
};

export const cover = {
  covered: 'Heed is covered',
  uncover: 'Tap to come back',
  thenPin: 'After 30 seconds it locks.',
};

export const enrol = {
  title: (device: DeviceKind): string => `Set up Heed ${onThis(device)}`,
  joinTitle: (device: DeviceKind): string => `Add yourself ${onThis(device)}`,
  why: (device: DeviceKind): string =>
    `Then you can record ${onThis(device)} without a network. What you write is kept locked to you.`,
  deviceName: (device: DeviceKind): string => `What do people call this ${device}?`,
  deviceHint: 'For example: Playground tablet 2',
  shared: (device: DeviceKind): string => `Is this a shared ${device}?`,
  sharedYes: 'Yes, it is shared',
  sharedNo: 'No, only me',
  sharedWhy: 'A shared one locks after 2 minutes, and after 10 seconds out of sight.',
  done: (device: DeviceKind): string => `Set up this ${device}`,
  join: 'Save PIN',
  working: 'Setting up…',
  notHere: 'Not on this device',
  notHereHint: 'You stay logged in and can read alerts. You cannot record without a network.',
  alreadyHere: (name: string, device: DeviceKind): string =>
    `${name}, you are already set up ${onThis(device)}.`,
  unlock: 'Unlock with your PIN',
  notProved:
    'This network stands between Heed and your school, so nothing was set up. Try another Wi-Fi, or ask the person who runs Heed.',
  failed: 'Nothing was set up. Try again.',
  errors: {
    deviceName: (device: DeviceKind): string => `Write what people call this ${device}`,
    shared: 'Say whether others use it as well',
  },
};

export const choosePin = {
  pin: 'Choose a PIN',
  hint: '6 digits or more. Not a birthday, not 123456.',
  again: 'The same PIN again',
  errors: {
    short: 'Choose a PIN of at least 6 digits',
    weak: 'That PIN is easy to guess. Choose one without a pattern or a date',
    differ: 'The two PINs are not the same',
  },
};

export const forgottenPin = {
  title: 'Forgotten PIN',
  text: 'Type your password. Then choose a new PIN. Your drafts open as before.',
  offline: 'This needs a connection. You can record without unlocking.',
  button: 'Continue',
  newPin: 'Choose a new PIN',
  save: 'Save PIN and unlock',
  otherPerson: (name: string): string => `That is not ${name}’s account. You are logged out again.`,
  back: 'Back',
  failed: 'The PIN was not changed. Try again.',
};

export const removePerson = {
  title: (name: string): string => `Remove ${name} from this device?`,
  sealedKept: 'What is already sealed stays here and is sent.',
  draftsLeft: (count: number): string =>
    plural(count, {
      one: '1 unsent draft goes to the school. Log in anywhere to go on with it.',
      other: `${count} unsent drafts go to the school. Log in anywhere to go on with them.`,
    }),
  practiceLost: 'What was written for practice is deleted.',
  additionsLost:
    'What was begun to be added to a record, and not sent, is deleted. Go back and send it first if it matters.',
  noDrafts: 'Nothing is lost.',
  othersDrafts: (name: string): string =>
    `${name} has a draft here that was never sent. Only ${name} can open or remove it.`,
  removed: (name: string): string => `${name} is no longer on this device.`,
  button: 'Remove',
  keep: 'Keep',
  failed: 'Nobody was removed. Try again.',
};

export const thisDevice = {
  title: (device: DeviceKind): string => `This ${device}`,
  name: 'Name',
  use: 'Used by',
  shared: 'Several people',
  own: 'One person',
  waiting: 'Waiting to send',
  nothingWaiting: 'Nothing',
  count: (count: number): string => plural(count, { one: '1 record', other: `${count} records` }),
  storage: 'Storage',
  persisted: 'Kept until you remove it',
  notPersisted: 'The browser may clear it when space runs out',
  ask: 'Ask the browser to keep it',
  refused: 'The browser said no. Install Heed, or use it more often here, then ask again.',
  people: 'People here',
  you: 'you',
  notSetUp: (device: DeviceKind): string => `Heed is not set up ${onThis(device)}.`,
  setUp: 'Set it up',
};

export const revoked = {
  heading: (device: DeviceKind): string => `The school has removed this ${device}`,
  text: 'You can still record here, and all of it is sent. A safeguarding lead checks each record first. The list of pupils is gone from here.',
  ask: (lead: string): string => (lead === '' ? 'Ask a safeguarding lead why.' : `Ask ${lead} why.`),
};

export const logOut = {
  blocked: (count: number, device: DeviceKind): string =>
    `${plural(count, { one: '1 record waits', other: `${count} records wait` })} ${onThis(device)}. Lock instead: it sends by itself.`,
  offline: 'You are offline. Log out would leave no way back in here. Lock instead.',
  lockInstead: 'Lock instead',
};
