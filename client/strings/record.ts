import type { PupilRole } from '../../protocol/concern-body';
import { locale, plural } from '../../protocol/words/language';
import { moments, roleWords } from '../../protocol/words/roles';
import { onThis, type DeviceKind } from './device';

export { moments, roleWords };

export const record = {
  title: 'Record a concern',
  inDanger: 'Child in danger now?',
  dangerFind: (lead: string): string => `Find ${lead} or call 999 first. Write this after.`,
  dangerCall: 'Call 999 first. Write this after.',
  nearestPhone: 'Use the nearest phone or radio.',
  numbers: (day: string | null, night: string | null): string =>
    `Children’s services ${[day, night === null ? null : `out of hours ${night}`].filter((part) => part !== null).join(', ')}`,
  call999: 'Call 999',
  childrensServices: 'Children’s services',
  outOfHours: 'Out of hours',
  confirmCall: (number: string): string => `Call ${number} now?`,
  callWhat: 'Say where you are, and that a child is in danger.',
  callNow: 'Call now',
  doNotCall: 'Do not call',

  who: 'Who is this about?',
  what: 'What did you see or hear?',
  whatHint: 'Your own words. Spelling does not matter. You can speak: use the microphone on the keyboard.',
  starters: 'Start a line with',
  theChild: 'The child',
  where: 'Where?',
  choosePlace: 'Choose a place',
  otherPlace: 'Somewhere else',
  describePlace: 'Which place?',
  noPlaces: 'For example: by the school gate',

  told: 'Have you told someone in person?',
  toldLead: (lead: string): string => `Yes, ${lead === '' ? 'a safeguarding lead' : lead}`,
  toldOther: 'Yes, someone else',
  toldYes: 'Yes',
  toldNotYet: 'Not yet',
  toldWhom: 'Who did you tell?',
  findNow: (lead: string): string => `Find ${lead === '' ? 'a safeguarding lead' : lead} now`,

  othersInvolved: 'Others involved',
  othersHint: 'Adults and children from outside school: who they are and what they had to do with it.',
  addFile: 'Add a file',
  moreDetails: 'More details',
  agencies: 'Agencies involved',
  agenciesHint: 'Pick those who already know the child or were called.',
  alertSomeone: 'Alert someone',
  alertByHand: 'Alert someone as well',
  alertByHandHint: (goesTo: string): string =>
    goesTo === ''
      ? 'Beside those whom the school’s rules alert.'
      : `The school’s rules alert ${goesTo} already.`,
  alertGroups: 'Groups',
  alertStaff: 'A colleague',
  alertStaffType: 'Type a name',
  alertStaffFound: (count: number): string =>
    plural(count, { one: '1 colleague found', other: `${count} colleagues found` }),
  alertStaffNobody: 'Nobody of that name',

  bodyMap: (marks: number): string => (marks === 0 ? 'Body map' : `Body map, ${marks}`),
  noBodyMap: 'The body map could not be loaded. Try again, or write where it is in your own words.',
  bodyMapRow: 'Mark where it is. No photos. Don’t move clothing.',

  send: 'Send',
  goesTo: 'Goes to:',
  list: (names: readonly string[], more: number): string =>
    more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', '),
  resume: 'Continue',
  discard: 'Delete this draft',
  discardSure: 'Delete this draft? It has not been sent. Nobody will see it.',
  keepDraft: 'Keep it',
  notKeptYet: 'Not sent yet.',
  keptAsYouWrite: (device: DeviceKind): string => `What you write is kept ${onThis(device)}.`,
  notReadable: 'Press Send before you put it down: it cannot be opened again.',
  copyText: 'Copy text',
  copied: 'Copied',
  continued: (when: string): string => `You began this ${when}. It has not been sent.`,
  startAnother: 'Start another',
  secondDraft:
    'This record was changed in another window as well. Both are kept: this one is now a second draft.',
  draftGone: 'That draft is not here any more. It was sent or deleted.',
  opening: 'Opening your draft…',
  closesIn: (seconds: number): string =>
    plural(seconds, {
      one: 'This closes in 1 second and cannot be opened again. Press Send.',
      other: `This closes in ${seconds} seconds and cannot be opened again. Press Send.`,
    }),

  whoGets: 'Who will get this',
  good: 'A good record',
  goodPoints: [
    'Says what happened, in order',
    'Uses the child’s exact words',
    'Describes a mark by place, size, shape and colour',
    'Says what you did next',
  ],
  promise: 'Tell the child you need to pass this on. Don’t promise to keep it secret.',
  onlyListen: 'You only need to listen. If you must ask: Tell me, Explain, Describe.',
  opinion: (word: string): string => `You wrote “${word}”. Can you say what you saw instead?`,

  errors: {
    who: 'Choose who this is about',
    what: 'Write what you saw or heard',
    future: 'Choose a time that is not in the future',
    date: 'Choose the day it happened',
    earlier: 'Choose when today it happened',
    told: 'Say whether you have told someone in person',
    toldWhom: 'Write who you told',
    describe: 'Write the name, or what the child looks like',
    name: 'Choose or type your own name',
    tooLong: 'This is too long to send in one go. Shorten it, or send the rest as a second record.',
    othersTooLong: (most: number): string =>
      `Others involved: at most ${most.toLocaleString(locale)} characters`,
    notEnrolled:
      'This device is not set up for your school. Copy the text and tell a safeguarding lead in person.',
    storage: 'This could not be kept here. Do not close Heed. Tell a safeguarding lead in person.',
  },
};

/** Helper chips: the word on the chip, and the start of a line that it writes. */
export const lineStarters = [
  { icon: 'quote', label: 'Child’s words', start: (name: string): string => `${name} said: “”` },
  { icon: 'users', label: 'Who was there', start: (): string => 'Also there: ' },
  { icon: 'reply', label: 'What I did', start: (): string => 'I then ' },
  { icon: 'eye', label: 'How they seemed', start: (): string => 'They seemed … because I saw ' },
] as const;

/** How a pupil was involved, as options in the order that people read them. */
export const roleOptions = (Object.keys(roleWords) as PupilRole[]).map((value) => ({
  value,
  label: roleWords[value],
}));

export const sent = {
  yourRecord: 'Your record',
  reference: (reference: string): string => `Ref ${reference}`,
  whoToFind: 'Who to find in person',
  another: 'Record another',
  lockNow: 'Lock now',
  locksIn: (seconds: number): string =>
    plural(seconds, { one: 'Locks itself in 1 second', other: `Locks itself in ${seconds} seconds` }),
  thanks: (lead: string): string =>
    `Thank you. If this was hard to hear, ${lead === '' ? 'a safeguarding lead' : lead} can talk it over with you.`,
  ifNotThere: (reach: string, next: string): string =>
    [reach === '' ? '' : `${reach}.`, next === '' ? '' : `If you cannot find them: ${next}.`]
      .filter(Boolean)
      .join(' '),
  checking: 'Looking for your record…',
  unknown: 'Nothing is known of this record here any more.',
  done: 'Done',
  closesIn: (seconds: number): string =>
    plural(seconds, { one: 'Closes itself in 1 second', other: `Closes itself in ${seconds} seconds` }),
  told: 'I have told them',
};

/** Words of the record made at a locked tablet (product.md, section 2, point 8). */
export const unlocked = {
  title: 'Record without unlocking',
  yourName: 'Your name',
  yourNameHint: 'Pick your name or type it.',
  describe: 'Name and class, or what they look like.',
  noNameYet: 'no name yet',
  note: (device: DeviceKind): string =>
    `What you send from this locked ${device} arrives as “author not confirmed”. The leads are alerted as always.`,
};
