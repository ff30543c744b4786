import type { Level } from '../../../protocol/concern-actions';
import { uuidv7 } from '../../../protocol/identifiers';
import type { Decision } from '../../data/concerns';
import { Kept } from '../kept';

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

const kept = new Kept<KeptDecision>();

/** What was begun of this kind about a concern, or a new one. @param entryId of a mark: what is marked */
export function beginDecision(kind: Decision, concernId: string, entryId = concernId): KeptDecision {
  return kept.begin(`${kind} ${entryId}`, () => ({
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
  }));
}

/** It was made, or given up. */
export function forgetDecision(kind: Decision, concernId: string, entryId = concernId): void {
  kept.forget(`${kind} ${entryId}`);
}
