import type { GainCode } from '../../../protocol/changes/widening';
import { plural } from '../../../protocol/words/language';

export const adminHome = {
  title: 'Admin',
  mailStuck: (count: number, since: string): string =>
    `Mail is not going out. ${plural(count, { one: '1 mail waits', other: `${String(count)} mails wait` })}, the oldest since ${since}. ` +
    'Heed tries again by itself. Alerts still stand in Heed and reach devices with notifications. Tell whoever runs the mail server.',
  unscanned: (count: number, since: string): string =>
    `The virus scanner has not answered since ${since}. ${plural(count, { one: '1 file waits', other: `${String(count)} files wait` })} for it. ` +
    'Heed tries again by itself. Tell whoever runs the scanner.',
  notLookedAt: (count: number): string =>
    `The virus scanner could not look at ${plural(count, { one: '1 file', other: `${String(count)} files` })}. ` +
    'Heed tries again every ten minutes. Tell whoever runs the scanner: its StreamMaxLength must be 25 MB or more. If it is, the log of Heed’s server says why.',
  noBackup:
    'No backup has been made. If this machine is lost, everything is. Whoever runs it writes one each night: “Backup” in its README.',
  oldBackup: (when: string): string =>
    `The last backup is of ${when}. There should be one each night. Tell whoever runs the server.`,
  backupHere: (when: string): string =>
    `The backup of ${when} lies on the same disk as the data and is lost with it. Tell whoever runs the server.`,
  keysNotKept:
    'Nobody has confirmed that a copy of the keys is kept apart from the data. Without it no backup can ever be opened.',
  keysSeen: 'I have seen that it is kept apart',
  keysConfirmed: 'Confirmed. Heed asks again in a year, or when a key is made.',
  kept: (backup: string, keys: string, by: string): string =>
    `Last backup ${backup}. Keys kept apart, confirmed ${keys} by ${by}.`,
  fewLeads: (ready: number): string =>
    `${ready === 0 ? 'No safeguarding lead has' : 'Only one safeguarding lead has'} a security key. While ${
      ready === 0 ? 'none has' : 'they are away'
    }, nobody can read what arrives. See under Staff who has none yet.`,
  fewForStaffConcerns: (count: number): string =>
    `${count === 0 ? 'Nobody' : 'Only one person'} is told of concerns about a member of staff, and such a concern may be about them. Name a head and a chair in the duty list.`,
  fewAdministrators: (ready: number): string =>
    `${ready === 0 ? 'Nobody who keeps staff has' : 'Only one person who keeps staff has'} a security key. While ${
      ready === 0 ? 'nobody has' : 'they are away'
    }, nobody else can let a new colleague in. Give somebody else that part too.`,
  waitingTitle: 'Waiting for a second person',
  nothingWaits: 'Nothing waits for a second person.',
  until: 'Until then nothing changes. All leads have been told.',
  you: 'You',
  made: (who: string, when: string): string => `${who}, ${when}.`,
  canConfirm: (names: readonly string[]): string =>
    names.length === 0 ? 'Nobody else can confirm.' : `${joinOr(names)} can confirm.`,
  startsAt: (when: string): string => `Nobody else can confirm: it starts ${when}.`,
  confirm: 'Confirm',
  refuse: 'Refuse',
  withdraw: 'Withdraw',
  confirmed: 'Confirmed. It is in force now.',
  refused: 'Refused. Nothing has changed.',
  withdrawn: 'Withdrawn. Nothing has changed.',
  gains: 'Who could then read or be told more',
  people: (names: readonly string[]): string =>
    names.length > 3
      ? `${names.slice(0, 2).join(', ')} and ${String(names.length - 2)} more`
      : names.join(', '),
  areas: {
    staff: { title: 'Staff', note: 'Who works here, and how far each has come' },
    pupils: { title: 'Pupils', note: 'Who is on roll, and whom to ring' },
    classes: { title: 'Classes', note: 'Year groups, teachers, the year’s move' },
    groups: { title: 'User groups', note: 'Who belongs together' },
    permissions: { title: 'Permissions', note: 'Who may see and add what' },
    settings: { title: 'Settings', note: 'Lock times, wording, hours' },
    quarantine: { title: 'Quarantine', note: 'Records to check first' },
    delivery: { title: 'Delivery log', note: 'What arrived, and when' },
    audit: { title: 'Audit', note: 'Who read and changed what' },
    devices: { title: 'Devices', note: 'Tablets, last heard of' },
    categories: { title: 'Categories', note: 'Kinds of concern' },
    classRestrictions: { title: 'Class restrictions', note: 'Who sees which pupils' },
    alertGroups: { title: 'Alert groups', note: 'Who is alerted together' },
    automaticAlerts: { title: 'Automatic alerts', note: 'Who is told of what' },
    seeAs: { title: 'See as …', note: 'What one person can see' },
    importAgain: { title: 'Import again', note: 'The set-up spreadsheet' },
    training: { title: 'Training', note: 'Live sessions, and who comes' },
    agencies: { title: 'Places and agencies', note: 'What a concern may name' },
  },
};

export const waitingKeys = {
  title: 'Security keys to confirm',
  added: (name: string, when: string): string => `“${name}”, added ${when}.`,
  why: 'Ask the person whether the key is theirs before you confirm. Until then it gives no full access.',
  other: 'Somebody else has to confirm it.',
  confirm: 'Confirm',
  refuse: 'Refuse',
  label: (deed: string, person: string): string => `${deed} the key of ${person}`,
  confirmed: 'Confirmed. The key works from now on.',
  refused: 'Refused. The key is gone.',
};

/** What somebody gains by a change, after their names: "Jo Price: View Concerns in Behaviour". `targets` is a list. */
export const gainWords: Record<GainCode, (targets: string) => string> = {
  'view-concerns': (categories) => `View Concerns in ${categories}`,
  'view-pupils': (categories) => `View Pupils in ${categories}`,
  'restricted-beside': (categories) => `concerns that are also in ${categories}`,
  'sees-class': (classes) => `sees pupils of ${classes || 'every class'}`,
  'after-log-in': () => 'reads without elevating',
  administration: (parts) => `administers ${parts}`,
  lead: () => 'reads as a safeguarding lead',
  duty: (roles) => `is told as ${roles}`,
  'alert-group': (groups) => `is alerted with ${groups}`,
  fallback: () => 'is alerted when nobody else is',
  told: (categories) => `is alerted to ${categories}`,
  'no-longer-connected': (pupils) => `is no longer connected to ${pupils || 'a pupil'}`,
  pupil: (pupils) => `sees or is told more about ${pupils || 'pupils who move'}`,
  back: () => 'reads again what they were alerted to before',
  'sign-in': (providers) => `whoever ${providers} says that they are, logs in as them`,
  'lost-key': () => 'may add a new security key, which somebody else has to confirm',
  address: () => 'gets a new e-mail address to log in with',
};

function joinOr(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
