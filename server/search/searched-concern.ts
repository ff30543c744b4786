import type { ConcernRow } from '../storage/rows/records';

/** One concern as it lies in the index: what the access rule asks of it, and its words as numbers. No text. */
export interface SearchedConcern {
  readonly id: string;
  /** When it happened; when it arrived, where nobody knows. */
  readonly at: string;
  readonly categories: readonly string[];
  /** Pupils of the roll, by id. */
  readonly pupils: readonly string[];
  readonly aboutStaff: ReadonlySet<string>;
  /** Goes the way of what is about a member of staff. */
  readonly ownPath: boolean;
  readonly quarantined: boolean;
  readonly closed: boolean;
  readonly level: ConcernRow['level'];
  /** Staff whose names it shows: author, who took it, who added to it, whom it is about. */
  readonly people: readonly string[];
  /** Its reference, texts and actions; nothing of a text that waits sealed for the first lead who takes it. */
  readonly words: Uint32Array;
}

/** What one concern costs besides its words, in bytes; for what is said of memory. */
export const CONCERN_BYTES = 600;

/** Newest first; two of one millisecond have an order too. */
export function newestFirst(one: SearchedConcern, other: SearchedConcern): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  return one.id < other.id ? 1 : one.id > other.id ? -1 : 0;
}
