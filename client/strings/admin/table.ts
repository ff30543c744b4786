export const adminTable = {
  search: (what: string): string => `Search: ${what}`,
  found: (count: number): string => (count === 1 ? '1 found' : `${String(count)} found`),
  nothingFound: (searched: string): string =>
    `Nothing here has “${searched}” in it. Try fewer letters, or another word.`,
  shown: (some: number, all: number): string => `${String(some)} of ${String(all)} shown.`,
  more: 'Show more',
};
