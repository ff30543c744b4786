import { plural } from '../../protocol/words/language';

/** Which other concern belongs to this one. */
export const linkConcern = {
  what: 'Both show the link and your reason to whoever may read both. Whoever may read only one of them sees nothing of it.',
  which: 'Which concern belongs to it?',
  none: 'There is no other concern of the same pupils that you may read. Search for one.',
  loading: 'Looking for concerns of the same pupils',
  find: 'Or search by words, a name or a reference',
  search: 'Search',
  found: (count: number): string =>
    plural(count, { one: '1 concern found', other: `${String(count)} concerns found` }),
  noneFound: 'Nothing that you may read fits. Try other words.',
  noWords: 'Type what to search for',
  noChoice: 'Choose a concern',
  reasonHint: 'For example: the same afternoon, seen by somebody else.',
  endHint: 'That there was a link stays in the history of both.',
};
