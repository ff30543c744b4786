import type { DraftContent } from '../../protocol/draft-content';

/** What of a draft decides who may know of it: ids alone. */
export interface DraftFacts {
  /** Staff whom it is about; null: it is about none. */
  readonly about: readonly string[] | null;
  readonly pupils: readonly string[];
  readonly categories: readonly string[];
}

/** Ids out of a draft's answers. */
export function factsOf(content: DraftContent): DraftFacts {
  return {
    about: content.about?.staff ?? null,
    pupils: content.pupils.flatMap((one) => (one.kind === 'listed' ? one.pupil.id : [])),
    // What is about a member of staff stands in no category, whatever was ticked before that was chosen.
    categories: content.about ? [] : content.categories,
  };
}

/** What is known of a draft that could not be opened. */
const nothingKnown: DraftFacts = { about: null, pupils: [], categories: [] };

/** Reads the facts of a stored row; only we wrote them. */
export function readFacts(stored: string | null): DraftFacts {
  return stored === null ? nothingKnown : (JSON.parse(stored) as DraftFacts);
}
