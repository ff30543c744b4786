import { plural } from '../../protocol/words/language';
import { onThis, type DeviceKind } from './device';

export const moreMenu = { more: 'More' };

export const topBar = {
  product: 'Heed',
  home: 'Heed, go to the dashboard',
  offline: 'Offline',
  elevate: 'Elevate Your Access',
  endAccess: 'End full access',
  cover: 'Cover',
  lock: 'Lock',
  menuOf: (name: string): string => `Menu of ${name}`,
  account: 'Account Settings',
  help: 'Help',
  switchPerson: 'Switch person',
  logOut: 'Log out',
  fullAccess: (minutes: number): string =>
    minutes < 1 ? 'Full access, under 1 min' : `Full access, ${minutes} min`,
  waiting: (count: number): string => `${count} waiting`,
  fromEarlier: 'from earlier',
  /** Said in full to screen readers, where the phone's bar shows a sign and a number only. */
  offlineSaid: (waiting: number, offline: boolean): string =>
    [offline ? 'Offline' : '', waiting > 0 ? `${waiting} waiting to be sent` : ''].filter(Boolean).join(', '),
};

export const errorSummary = { title: 'There is a problem', prefix: 'Error: ' };

export const code = {
  label: '6-digit code from your authenticator',
  secondsLeft: (seconds: number): string =>
    plural(seconds, { one: '1 second left', other: `${seconds} seconds left` }),
};

export const keypad = {
  pinFor: (name: string): string => `PIN for ${name}`,
  delete: 'Delete',
  unlock: 'Unlock',
  keys: 'Number keys',
  typed: (digits: number): string =>
    plural(digits, { one: '1 digit typed', other: `${digits} digits typed` }),
};

export const picker = {
  label: 'Who is this about?',
  add: 'Type a name',
  addAnother: 'Add another pupil',
  notOnList: 'Not on the list',
  notOnListNamed: (typed: string): string => `Not on the list: “${typed}”`,
  unknownName: 'I don’t know the name',
  describeNotOnList: 'Name and class',
  describeUnknown: 'What do they look like?',
  sameName: (count: number): string => `Check: ${count} with this name`,
  found: (count: number): string => plural(count, { one: '1 pupil found', other: `${count} pupils found` }),
  chosen: (name: string): string => `${name} added`,
  removed: (name: string): string => `${name} removed`,
  remove: (name: string): string => `Remove ${name}`,
  roleOf: (name: string): string => `How ${name} was involved`,
  noRole: 'How involved?',
  siblings: 'Add brother or sister',
  yourClass: 'Your class',
  options: 'Pupils',
  listMissing: (device: DeviceKind): string =>
    `There is no pupil list ${onThis(device)} yet. Type the child’s name and class.`,
};

export const kinds = {
  label: 'What kind of concern?',
  hint: 'Pick any. Not sure is fine.',
  notSure: 'I’m not sure',
  which: (parent: string): string => `${parent}: which?`,
};

export const when = {
  label: 'When?',
  now: (time: string): string => `Just now, ${time}`,
  earlier: 'Earlier today',
  day: 'Another day',
  moment: 'Roughly when today?',
  orTime: 'or a time',
  time: 'Time',
  date: 'Date',
  timeIfKnown: 'Time, if you know it',
  about: 'about',
};

export const dialog = { close: 'Close' };
export const people = { who: 'Who are you?' };

export const quietHours = {
  from: 'From',
  to: 'To',
  weekends: 'All of Saturday and Sunday too',
};
