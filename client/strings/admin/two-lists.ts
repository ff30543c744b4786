import { plural } from '../../../protocol/words/language';

export const twoLists = {
  filter: 'Filter',
  filterIn: (title: string): string => `Filter ${title}`,
  add: (name: string): string => `Add ${name}`,
  remove: (name: string): string => `Remove ${name}`,
  added: (name: string): string => `${name} added, not saved yet.`,
  removed: (name: string): string => `${name} removed, not saved yet.`,
  fresh: 'Added, not saved yet',
  someOf: (shown: number, all: number): string => `${String(shown)} of ${String(all)}`,
  noneFound: 'Nobody found.',
  left: 'Has left',
  group: 'Group',
  people: (count: number): string => plural(count, { one: '1 person', other: `${String(count)} people` }),
};
