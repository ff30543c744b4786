import type { Search } from '../../data/search';

/** What stands in the fields; empty: not limited. */
export interface SearchFields {
  readonly words: string;
  /** yyyy-mm-dd */
  readonly from: string;
  readonly to: string;
  /** id */
  readonly category: string;
}

export const emptyFields: SearchFields = { words: '', from: '', to: '', category: '' };

/** Nothing is asked for: a search would list everything. */
export function isEmpty(fields: SearchFields): boolean {
  return Object.values(fields).every((value: string) => value.trim() === '');
}

/** The fields as a call: only what is limited. */
export function searchOf({ words, from, to, category }: SearchFields): Search {
  return {
    words: words.trim(),
    categories: category === '' ? [] : [category],
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
  };
}
