import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { SearchIndexes } from './indexes';
import { readChoices } from './read-choices';
import { searchConcerns } from './search-concerns';

/** Searching among what a person may read. */
export const searchHandlers = (ground: Ground) => {
  const indexes = new SearchIndexes(ground);
  return {
    searchConcerns: ({ staff, body }) => searchConcerns(ground, indexes, staff, body),

    readSearchChoices: ({ staff }) => readChoices(ground, staff),
  } satisfies Handlers;
};
