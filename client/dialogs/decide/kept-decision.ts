import type { Level } from '../../../protocol/concern-actions';
import { uuidv7 } from '../../../protocol/identifiers';
import { watchSession } from '../../contexts/session';
import type { Decision } from '../../data/concerns';

/** A decision that was begun and not made yet. */
export interface KeptDecision {
  /** made once, so that sending it again decides nothing twice */
  readonly actionId: string;
  readonly decisionId: string;
  readonly entryId: string;
  to: string;
  position: number;
  level: Level | '';
  categories: readonly string[] | null;
  decision: string;
  reason: string;
  /** of when it happened: yyyy-mm-dd and hh:mm, and whether that is a guess */
  day: string;
  time: string;
  about: boolean;
}

let owner: string | null = null;
const kept = new Map<string, KeptDecision>();

// Only for as long as one person is logged in, and only in memory, like an action that was begun.
watchSession(({ known, session }) => {
  if (!known) return;
  if (session?.staffId !== owner) kept.clear();
  owner = session?.staffId ?? null;
});

/** What was begun of this kind about a concern, or a new one. @param entryId of a mark: what is marked */
export function beginDecision(kind: Decision, concernId: string, entryId = concernId): KeptDecision {
  const key = `${kind} ${entryId}`;
  const begun = kept.get(key) ?? {
    actionId: uuidv7(Date.now()),
    decisionId: uuidv7(Date.now()),
    entryId,
    to: '',
    position: 0,
    level: '',
    categories: null,
    decision: '',
    reason: '',
    day: '',
    time: '',
    about: false,
  };
  kept.set(key, begun);
  return begun;
}

/** It was made, or given up. */
export function forgetDecision(kind: Decision, concernId: string, entryId = concernId): void {
  kept.delete(`${kind} ${entryId}`);
}
