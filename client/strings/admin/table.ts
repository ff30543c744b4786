import { plural } from '../../../protocol/words/language';

export const adminTable = {
  search: (what: string): string => `Search: ${what}`,
  found: (count: number): string => plural(count, { one: '1 found', other: `${String(count)} found` }),
  nothingFound: (searched: string): string =>
    `Nothing here has “${searched}” in it. Try fewer letters, or another word.`,
  shown: (some: number, all: number): string => `${String(some)} of ${String(all)} shown.`,
  more: 'Show more',
};
