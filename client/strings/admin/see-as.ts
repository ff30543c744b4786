import type { FaultCode, ListWord, SeenTold } from '../../../protocol/see-as';
import { plural } from '../../../protocol/words/language';
import { adminFrame } from './frame';

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
const few = (names: readonly string[]): string =>
  names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${String(names.length - 3)} more` : list(names);
const count = (n: number, one: string, many: string): string =>
  plural(n, { one: `1 ${one}`, other: `${String(n)} ${many}` });

export const seeAs = {
  title: 'See as …',
  titleOf: (name: string): string => `See as ${name}`,
  intro: 'Choose a person. You see what they can see and be told now, and why. No record is opened.',
  introOf: (name: string): string =>
    `What ${name} can see and be told now, and why. No record is opened; the audit notes that you looked.`,
  who: 'Whom to see as',
  choose: 'Choose a person',
  mode: 'With or without full access',
  modes: { 'full-access': 'With full access', 'log-in': 'After log-in only' },
  canSee: 'Can see',
  cannotSee: 'Cannot see',
  willBeTold: 'Will be told',
  standing: {
    left: 'Has left: cannot log in, sees nothing and is told nothing.',
    noLogIn: 'Has no e-mail address to log in with, so sees nothing. Alerts wait in Heed unread.',
    asked: {
      open: 'Was asked to join and has not answered yet: sees nothing and is told nothing.',
      declined: 'Was asked to join and declined: sees nothing and is told nothing.',
    },
    noKey: 'Has no security key that counts yet: until then there is no full access.',
    higher: 'Higher-level group: after log-in only, just that an alert waits.',
    same: 'Not a higher-level group: the same with and without full access.',
    open: (group: string): string => `In ${group}.`,
  },
  nothingSeen: 'No record',
  nothingSeenWhy: 'What stands below is hidden from this person',

  pupilsOf: (classes: readonly string[], all: boolean): string => {
    if (all) return 'Pupils of every class';
    return classes.length > 6 ? `Pupils of ${String(classes.length)} classes` : `Pupils of ${list(classes)}`;
  },
  pupils: (n: number): string => count(n, 'pupil', 'pupils'),
  unrestricted: (group: string): string => `${group} is unrestricted: class restrictions do not apply`,
  allowed: {
    'not-restricted': 'Not restricted',
    everyone: 'Open to everyone',
    group: 'On the allow-list, as a user group',
    person: 'On the allow-list, by name',
    'not-named': 'Not on the allow-list. Still found when recording a concern',
    'no-list': 'No allow-list yet, so closed to all but unrestricted groups',
  } satisfies Record<ListWord, string>,
  ofYear: (reason: string): string => `Year group: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
  noRight: (group: string): string => `${group} has View Concerns in no category`,

  concernsIn: (names: readonly string[], all: boolean): string =>
    all ? 'Concerns in every category' : `Concerns in ${few(names)}`,
  categories: (names: readonly string[], all: boolean): string => (all ? 'Every category' : few(names)),
  from: (group: string, right: string, from: string | null): string =>
    from === null
      ? `${group}: ${right} in every category`
      : `${group}: ${right} in ${from} and what is under it`,
  noneHere: (group: string): string => `${group}: no View Concerns for these`,
  closed: (group: string): string => `${group} has View Concerns, but every class is closed to this person`,
  viewConcerns: 'View Concerns',
  beside: (names: readonly string[]): string => `Any concern that also stands in ${few(names)}`,
  besideWhy: 'Restricted: whoever may not view it sees none of its concerns',
  unsorted: 'Concerns that stand in no category yet',
  unsortedWhy: 'As lead or deputy on the duty list',
  noUnsorted: 'Neither lead nor deputy on the duty list',
  watched: (names: readonly string[], all: boolean): string =>
    all ? 'Who is watched in every category' : `Who is watched in ${few(names)}`,
  watchedWhy: (group: string): string => `${group}: View Pupils`,
  records: (n: number): string => `${count(n, 'concern', 'concerns')} today`,
  kept: (n: number): string => `${count(n, 'concern', 'concerns')} about staff`,
  keptWhy: 'By the duty list: such concerns go to this person',
  recordsWhy: 'By these rights. Counted, not opened',
  alerted: (n: number): string => `${count(n, 'concern', 'concerns')} alerted to`,
  alertedWhy: 'Each until marked as read, whatever its class and category',
  waiting: (n: number): string =>
    plural(n, { one: 'That 1 alert waits', other: `That ${String(n)} alerts wait` }),
  waitingWhy: 'Time and reference only. Full access opens them',
  refs: (refs: readonly string[], more: boolean): string =>
    `You may read ${more ? 'among others ' : ''}${list(refs)} as well`,
  needsFull: 'Any concern',
  needsFullWhy: 'Needs full access: the rights of this group work only then',
  adds: (names: readonly string[], all: boolean): string =>
    all ? 'May record in every category' : `May record in ${few(names)}`,
  addsWhy: (group: string): string => `${group}: Add Concerns. Needs no full access`,
  noAdds: 'Record a concern in a category',
  noAddsWhy: (group: string): string => `${group} has Add Concerns in none`,
  administration: (parts: readonly (keyof typeof adminFrame.rights)[]): string =>
    `Administration: ${list(parts.map((part) => adminFrame.rights[part]))}`,
  administrationWhy: 'Shows no records. Only with full access',
  connectedTo: (name: string, className: string | null): string =>
    className === null ? name : `${name}, ${className}`,
  connectedWhy: 'Connected staff. Hidden, not counted, never alerted',
  aboutSelf: 'Anything about themselves',
  aboutSelfWhy: 'Always, whatever the group',

  rule: ({ rule }: SeenTold): string => {
    if (!rule) return '';
    const names = rule.categories.map(({ name }) => name);
    const places = [...rule.years, ...rule.classes].map(({ name }) => name);
    return places.length === 0 ? few(names) : `${few(names)}: ${few(places)}`;
  },
  ruleWhy: (groups: readonly string[]): string =>
    groups.length === 0 ? 'Rule: named in it' : `Rule: through ${list(groups)}`,
  last: {
    fallback: 'What no rule brings to anybody',
    head: 'What reaches nobody else',
    chair: 'What reaches neither anybody else nor the head',
  },
  lastWhy: {
    fallback: (groups: readonly string[]): string => `Fallback: through ${list(groups)}`,
    head: (): string => 'As head on the duty list',
    chair: (): string => 'As chair on the duty list',
  },
  aboutStaff: 'Any concern about a member of staff',
  aboutStaffWhy: 'By the duty list. Unless it is about themselves',
  away: (cover: string, until: string): string => `Away${until}: ${cover} is alerted instead`,
  awayWhy: 'Absence cover. What stands here comes to the inbox alone, unless nobody may stand in',
  standsIn: (name: string, until: string): string => `What ${name} would be told of${until}`,
  standsInWhy: 'Absence cover. Only what this person may read anyway',
  byHand: 'Any concern they are named in by hand',
  byHandWhy: 'Everyone can be named when a concern is recorded',
  nothingElse: 'Nothing else',
  nothingElseWhy: 'No other rule names them',
  channels: (email: boolean, devices: number): string => {
    const ways = [
      email ? 'by e-mail' : '',
      devices > 0 ? `by push on ${count(devices, 'device', 'devices')}` : '',
    ].filter((way) => way !== '');
    return ways.length === 0
      ? 'Alerts stand in Heed alone: no e-mail, and no device with notifications.'
      : `Alerts go ${list(ways)}, without a name.`;
  },

  test: {
    title: 'Would they be alerted?',
    category: 'Category',
    noCategory: 'None ticked',
    place: 'Its pupil is in',
    noPlace: 'No class',
    go: 'Test',
    testing: 'Testing',
    yes: (name: string): string => `Yes, ${name} would be alerted.`,
    no: (name: string): string => `No, ${name} would not be alerted.`,
    others: (n: number): string =>
      n === 0 ? 'Nobody else would be.' : `${count(n, 'other person', 'other people')} would be.`,
    nobody: 'Nobody at all would be.',
  },

  faults: 'What is likely to be wrong',
  noFaults: 'No fault found in classes, rules, groups and duties.',
  mend: 'Mend',
  mendLabel: (fault: string): string => `Mend: ${fault}`,
  found: {
    'one-lead': () => 'Fewer than two safeguarding leads have a security key',
    'one-administrator': () => 'Fewer than two people who keep staff have a security key',
    'class-without-list': (names) => `Nobody is on the allow-list of ${few(names)}`,
    'year-without-list': (names) => `Nobody is on the allow-list of ${few(names)}`,
    'leaver-on-list': (names) => `Left, and still on an allow-list: ${few(names)}`,
    'leaver-in-alert-group': (names) => `Left, and still in an alert group: ${few(names)}`,
    'leaver-in-rule': (names) => `Left, and still named in an automatic alert: ${few(names)}`,
    'leaver-on-duty': (names) => `Left, and still on the duty list: ${few(names)}`,
    'rule-without-recipients': (names) => `An automatic alert reaches nobody: ${few(names)}`,
    'alert-group-without-members': (names) => `Nobody is in the alert group ${few(names)}`,
    'user-group-without-people': (names) =>
      plural(names.length, {
        one: `Nobody is in the user group ${few(names)}`,
        other: `Nobody is in the user groups ${few(names)}`,
      }),
  } satisfies Record<FaultCode, (names: readonly string[]) => string>,
  why: {
    'one-lead': 'While one is away, nobody can read what arrives',
    'one-administrator': 'While one is away, nobody can let a new colleague in',
    'class-without-list': 'Only unrestricted groups see these pupils',
    'year-without-list': 'Only unrestricted groups see these pupils',
    'leaver-on-list': 'They can see nothing. Take them off, so that the list says who can',
    'leaver-in-alert-group': 'They are told nothing. Is anybody told in their place?',
    'leaver-in-rule': 'They are told nothing. Is anybody told in their place?',
    'leaver-on-duty': 'Put somebody in their place',
    'rule-without-recipients': 'What it covers goes to the fallback group',
    'alert-group-without-members': 'Whoever names it alerts nobody',
    'user-group-without-people': 'Harmless. Fill it, or remove it',
  } satisfies Record<FaultCode, string>,
  open: 'See as …',
};
