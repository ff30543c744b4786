import type { PaperAsked } from '../../data/papers';
import { papers as words } from '../../strings/papers';
import type { PaperChoice } from './heed-download-paper';

/** A concern is printed as it is shown. */
export function concernPapers(id: string): PaperChoice[] {
  return [one({ name: 'printConcern', given: { params: { id } } })];
}

type ChronologyAsked = Extract<PaperAsked, { name: 'printChronology' }>['given'];

/** A chronology as it is filtered now. */
export function chronologyPapers(id: string, query: ChronologyAsked['query']): PaperChoice[] {
  return [one({ name: 'printChronology', given: { params: { id }, query: { ...query } } })];
}

function one(asked: PaperAsked): PaperChoice {
  return { label: words.withNames, hint: words.withNamesHint, asked };
}
