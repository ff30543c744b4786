import type { PaperAsked } from '../../data/papers';
import { papers as words } from '../../strings/papers';
import type { PaperChoice } from './heed-download-paper';

/** A concern is printed as it is shown: beginning with the pupil from whose page it was opened. */
export function concernPapers(id: string, pupilId: string | null): PaperChoice[] {
  const query = pupilId === null ? {} : { pupil: pupilId };
  return [one({ name: 'printConcern', given: { params: { id }, query } })];
}

type ChronologyAsked = Extract<PaperAsked, { name: 'printChronology' }>['given'];

/** A chronology as it is filtered now, with the names of other pupils or without. */
export function chronologyPapers(id: string, query: ChronologyAsked['query']): PaperChoice[] {
  const asked = (names: 'all' | 'letters'): PaperAsked => ({
    name: 'printChronology',
    given: { params: { id }, query: { ...query, names } },
  });
  return [one(asked('all')), { label: words.asLetters, hint: words.asLettersHint, asked: asked('letters') }];
}

function one(asked: PaperAsked): PaperChoice {
  return { label: words.withNames, hint: words.withNamesHint, asked };
}
