import type { Concern } from '../../../protocol/concerns';
import { fromSideOf } from '../../../protocol/words/concern-said';
import type { PaperAsked } from '../../data/papers';
import { papers as words } from '../../strings/papers';
import type { PaperChoice } from './heed-download-paper';

/**
 * A concern is printed as it is shown, beginning with the pupil from whose page it was opened; or for the family of one of its
 * pupils, without the names of the others.
 */
export function concernPapers({ id, pupils }: Concern, pupilId: string | null): PaperChoice[] {
  const asked = (query: NonNullable<ConcernAsked['query']>): PaperAsked => ({
    name: 'printConcern',
    given: { params: { id }, query },
  });
  const known = fromSideOf(pupils, pupilId).filter((one) => one.pupilId !== null);
  return [
    one(asked(pupilId === null ? {} : { pupil: pupilId })),
    ...known.map(({ pupilId: pupil, name }) => ({
      label: words.asLettersFor(name),
      hint: words.asLettersHint,
      asked: asked({ pupil: pupil ?? '', names: 'letters' }),
    })),
  ];
}

type ConcernAsked = Extract<PaperAsked, { name: 'printConcern' }>['given'];

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
