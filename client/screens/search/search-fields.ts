import type { Search } from '../../data/search';

/** What stands in the fields; empty: not limited. */
export interface SearchFields {
  readonly words: string;
  /** yyyy-mm-dd */
  readonly from: string;
  readonly to: string;
  /** id */
  readonly category: string;
  readonly level: '' | NonNullable<Search['level']>;
}

export const emptyFields: SearchFields = { words: '', from: '', to: '', category: '', level: '' };

/** Nothing is asked for: a search would list everything. */
export function isEmpty(fields: SearchFields): boolean {
  return Object.values(fields).every((value: string) => value.trim() === '');
}

/** The fields as a call: only what is limited. */
export function searchOf({ words, from, to, category, level }: SearchFields): Search {
  return {
    words: words.trim(),
    categories: category === '' ? [] : [category],
    ...(level === '' ? {} : { level }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
  };
}
