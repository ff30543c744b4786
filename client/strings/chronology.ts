import { action } from './concern-actions';

const { kinds } = action;

/** The page of one pupil. */
export const pupilPage = {
  title: 'Pupil',
  classAndTeacher: (className: string, teacher: string | null): string =>
    teacher === null ? `Class ${className}` : `Class ${className}, ${teacher}`,
  age: (age: number, born: string): string => `Age ${String(age)}, born ${born}`,
  left: (day: string): string => `Left on ${day}`,
  sen: { K: 'SEN support', E: 'EHC plan' },
  lookedAfter: 'Looked after',
  doNotContact: (names: string): string => `Do not contact ${names}`,
  doNotContactWhy: 'Whoever asks. Speak to a safeguarding lead first.',
  contacts: 'Contacts',
  noContacts: 'The school has no contacts for this pupil.',
  responsible: 'Parental responsibility',
  unnamed: 'Unnamed contact',
  siblings: 'Brothers and sisters',
  linked: 'In the same records',
  linkedRecords: (count: number): string => (count === 1 ? '1 record' : `${String(count)} records`),
  gone: 'This pupil is not here, or not for you to see.',
  loading: 'Opening the page',
  offline: 'A pupil’s page needs a connection.',
  retry: 'Try again',
  back: 'Alerts',
};

/** Everything about one pupil, in order of when it happened. */
export const chronology = {
  title: 'Chronology',
  entries: (found: number, total: number): string =>
    found === total ? countOf(total) : `${String(found)} of ${countOf(total)}`,
  ofYear: (count: number): string => countOf(count),
  newest: 'Newest first',
  oldest: 'Oldest first',
  turn: (now: string): string => `${now}. Turn round`,
  print: 'Print',
  printing: 'Getting everything ready to print',
  printed: (when: string): string => `Printed from Heed on ${when}.`,
  quiet: (weeks: number): string => `No entries for ${String(weeks)} weeks`,
  quietFiltered: (weeks: number): string => `Nothing that fits for ${String(weeks)} weeks`,
  quietNow: (weeks: number): string => `No entries in the last ${String(weeks)} weeks`,
  quietNowFiltered: (weeks: number): string => `Nothing that fits in the last ${String(weeks)} weeks`,
  more: 'Show more',
  left: (count: number): string => `${countOf(count)} more`,
  loading: 'Loading the chronology',
  empty: (name: string): string => `No records about ${name} that you can read.`,
  record: 'Record a concern',
  nothingFits: 'Nothing fits this filter.',
  clear: 'Clear the filter',
  filter: 'Filter',
  show: 'Show',
  category: 'Category',
  anyCategory: 'All categories',
  person: 'Person',
  anybody: 'Everybody',
  from: 'From',
  to: 'To',
  concern: 'Concern',
  concerns: 'Concerns',
  action: 'Action',
  kinds: {
    ...kinds,
    taken: 'Taken by a lead',
    given: 'Given to a lead',
    level: 'Level changed',
    closed: 'Closed',
    reopened: 'Opened again',
  } as Readonly<Partial<Record<string, string>>>,
  otherActions: 'Other actions',
  about: (time: string): string => `about ${time}`,
  noText: 'Its text cannot be shown.',
  by: (name: string, confirmed: boolean): string => (confirmed ? name : `${name}, not confirmed`),
  unknownAuthor: 'Somebody',
  withOthers: (names: string): string => `With ${names}`,
  anotherPupil: 'another pupil',
  urgent: 'Urgent',
  status: {
    waiting: 'Nobody has picked this up',
    taken: '',
    closed: 'Closed',
    'being-checked': 'Being checked',
  },
};

function countOf(count: number): string {
  return count === 1 ? '1 entry' : `${String(count)} entries`;
}
