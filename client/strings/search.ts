import { plural } from '../../protocol/words/language';

export const search = {
  title: 'Search',
  results: 'What was found',
  words: 'What are you looking for?',
  hint: 'Words, names, a reference. In quotes: "exactly these words".',
  go: 'Search',
  limits: 'Dates, category and level',
  from: 'From',
  to: 'To',
  category: 'Category',
  anyCategory: 'Any category',
  clear: 'Clear',
  start:
    'Search what you may read: what was recorded, what was done, names, categories, references. A pupil’s name also finds the pupil’s page.',
  searching: 'Searching',
  found: (total: number): string =>
    plural(total, { one: '1 record found', other: `${String(total)} records found` }),
  pupils: (total: number): string =>
    plural(total, { one: '1 pupil found', other: `${String(total)} pupils found` }),
  morePupils: (further: number): string =>
    plural(further, {
      one: 'And 1 more. Type more of the name.',
      other: `And ${String(further)} more. Type more of the name.`,
    }),
  left: 'Has left',
  noRecords: 'No record found.',
  none: 'Nothing found. Try fewer words, or only the beginning of a word.',
  more: 'Show older records',
  moreFailed: (why: string): string => `Older records could not be loaded. ${why}`,
  retry: 'Try again',
  offline: 'Searching needs a connection.',
  back: 'Search',
  counts: 'Counts',
  choose: 'Choose a record to read it.',
  inAction: 'In an action:',
  noWords: 'No text that can be shown.',
  anotherPupil: 'Another pupil',
  nobodyNamed: (reference: string): string => `Record ${reference}`,
  reference: (reference: string): string => `Ref ${reference}`,
  closed: 'Closed',
  beingChecked: 'Being checked',
  urgent: 'Urgent',
};
