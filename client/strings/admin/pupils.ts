import { dates } from '../../../protocol/words/language';

const short = dates({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** "21 Jul 2026" for a day as yyyy-mm-dd. */
function dayWords(day: string): string {
  return short(Date.parse(`${day}T00:00:00Z`));
}

export const pupils = {
  title: 'Pupils',
  intro: (onRoll: number): string => `${String(onRoll)} on roll. No records stand here.`,
  add: 'Add a pupil',
  upload: 'Upload an export',
  caption: 'Pupils',
  search: 'Name, class or number',
  none: 'No pupils here.',
  columns: { name: 'Name', class: 'Class', year: 'Year group', number: 'UPN or Pupil ID', state: 'Roll' },
  allClasses: 'All classes',
  classFilter: 'Class',
  rollFilter: 'On roll or left',
  onRoll: (count: number): string => `On roll ${String(count)}`,
  left: (count: number): string => `Left ${String(count)}`,
  here: 'On roll',
  leftOn: (day: string): string => `Left ${dayWords(day)}`,
};

export const pupilForm = {
  day: dayWords,
  addTitle: 'Add a pupil',
  addIntro: 'Name, date of birth and class are needed. Everything else can follow.',
  back: 'Pupils',
  who: 'Who',
  first: 'First name',
  last: 'Last name',
  preferred: 'Preferred name',
  born: 'Date of birth',
  sex: 'Sex',
  upn: 'UPN',
  pupilRef: 'Pupil ID',
  numbersWhy: 'One of them is enough. The next upload finds the pupil by it.',
  firstNeeded: 'Write a first name',
  lastNeeded: 'Write a last name',
  bornNeeded: 'Give the date of birth',
  bornLater: 'The date of birth cannot be in the future',
  classNeeded: 'Choose a class',
  place: 'Class and year group',
  class: 'Class',
  year: 'Year group',
  yearWhy: 'Follows the class. Another one only in a mixed class.',
  chooseClass: 'Choose a class',
  chooseYear: 'Choose a year group',
  closed: (name: string): string => `${name} (closed)`,
  more: 'More about the pupil',
  sen: 'SEN',
  senNone: 'None',
  senSupport: 'K, support',
  senPlan: 'E, education, health and care plan',
  freeSchoolMeals: 'Free school meals',
  lookedAfter: 'Looked after',
  eal: 'English as an additional language',
};

export const pupilContacts = {
  title: 'Contacts',
  none: 'No contacts yet.',
  add: 'Add a contact',
  one: (number: number): string => `Contact ${String(number)}`,
  name: 'Name',
  relationship: 'Relationship',
  phone: 'Phone',
  parentalResponsibility: 'Parental responsibility',
  doNotContact: 'Do not contact',
  never: 'Never ring or write to this person about this pupil.',
  remove: 'Remove this contact',
};

export const connectedStaff = {
  title: 'Connected staff',
  why: 'Parents, relatives and others close to this pupil. They never see, find or are told anything about the pupil.',
  none: 'Nobody.',
  add: 'Member of staff',
  choose: 'Choose a person to connect',
  left: 'has left',
  remove: 'Remove',
  removeLabel: (name: string): string => `Remove ${name}`,
  willCome: 'connected when you save',
  willGo: 'goes when you save',
  undo: 'Undo',
};

export const siblings = {
  title: 'Brothers and sisters here',
  none: 'None entered.',
  add: 'Add a brother or sister',
  removeLabel: (name: string): string => `${name} is no brother or sister`,
};

export const pupilRoll = {
  title: 'Roll',
  here: 'On roll.',
  left: (day: string, to: string | null): string => `Left on ${dayWords(day)}${to ? `, to ${to}` : ''}.`,
  leave: 'Has left',
  on: 'Last day on roll',
  destination: 'Went to',
  destinationHint: 'The next school, if you know it',
  leaves: (day: string): string => `Leaves the roll on ${dayWords(day)} when you save. The file stays.`,
  bringBack: 'Bring back',
  comesBack: 'Comes back on roll when you save.',
  done: 'Done',
  cancel: 'Cancel',
  undo: 'Undo',
  dayNeeded: 'Give a day that has come',
};

export const pupilChooser = {
  label: 'Find a pupil by name or class',
  none: 'No pupil has that in their name or class.',
  choose: (name: string): string => `Choose ${name}`,
};

export const joinPupils = {
  link: 'Join with another entry',
  linkWhy: 'For a pupil who was entered twice.',
  title: 'Join two entries',
  intro: (name: string): string =>
    `When ${name} stands here twice, the two entries become one. Check first that they are one and the same child.`,
  find: 'The other entry',
  other: 'Choose another pupil',
  field: 'What the entries say',
  keep: 'Keep this entry',
  kept: 'Stays',
  goes: 'Goes into the other',
  rows: {
    name: 'Name',
    born: 'Date of birth',
    place: 'Class',
    upn: 'UPN',
    pupilRef: 'Pupil ID',
    roll: 'Roll',
    contacts: 'Contacts',
    connected: 'Connected staff',
    siblings: 'Brothers and sisters',
  },
  nothing: 'None',
  doNotContact: 'do not contact',
  differs: 'differs',
  whatMoves: 'What happens when you save',
  moves: (from: string, into: string): readonly string[] => [
    `Every record about ${from} then stands under ${into}. The words of records stay as they were written.`,
    'Contacts, connected staff, brothers and sisters of both are kept. “Do not contact” of either entry stands.',
    'A UPN or Pupil ID that the kept entry lacks comes over.',
    `${from} is no longer listed. This cannot be undone.`,
  ],
  confirm: 'They are the same child: join them',
};
