import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { countConcerns } from './count-concerns';
import { countsAsCsv } from './counts-as-csv';
import { SearchIndexes } from './indexes';
import { noteCounts } from './note-counts';
import { readChoices } from './read-choices';
import { searchConcerns } from './search-concerns';

/** Searching and counting among what a person may read. */
export const searchHandlers = (ground: Ground) => {
  const indexes = new SearchIndexes(ground);
  return {
    searchConcerns: ({ staff, body }) => searchConcerns(ground, indexes, staff, body),

    readSearchChoices: ({ staff }) => readChoices(ground, staff),

    countConcerns: async ({ staff, query }) => {
      const counts = await countConcerns(ground, indexes, staff, query);
      await noteCounts(ground, staff, 'counts.shown');
      return counts;
    },

    exportCounts: async ({ staff, query, answer }) => {
      const counts = await countConcerns(ground, indexes, staff, query);
      await noteCounts(ground, staff, 'counts.exported');
      answer.stream(countsAsCsv(counts), 'text/csv; charset=utf-8');
    },
  } satisfies Handlers;
};
