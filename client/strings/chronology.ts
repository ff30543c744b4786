import { chronologyWords, pupilWords } from '../../protocol/words/chronology';
import { plural } from '../../protocol/words/language';

/** The page of one pupil. */
export const pupilPage = {
  ...pupilWords,
  title: 'Pupil',
  age: (age: number, born: string): string => `Age ${String(age)}, born ${born}`,
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
  linkedRecords: (count: number): string =>
    plural(count, { one: '1 record', other: `${String(count)} records` }),
  gone: 'This pupil is not here, or not for you to see.',
  loading: 'Opening the page',
  offline: 'A pupil’s page needs a connection.',
  retry: 'Try again',
  backToConcern: 'The concern',
  backToPupil: 'The other pupil',
};

/** Everything about one pupil, in order of when it happened. */
export const chronology = {
  ...chronologyWords,
  turn: (now: string): string => `${now}. Turn round`,
  print: 'Print',
  printing: 'Getting everything ready to print',
  printed: (when: string): string => `Printed from Heed on ${when}.`,
  more: 'Show more',
  left: (count: number): string => `${chronologyWords.ofYear(count)} more`,
  loading: 'Loading the chronology',
  record: 'Record a concern',
  clear: 'Clear the filter',
  filter: 'Filter',
  show: 'Show',
  anyCategory: 'All categories',
  anybody: 'Everybody',
};
