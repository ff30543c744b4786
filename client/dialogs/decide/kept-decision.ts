import type { Level } from '../../../protocol/concern-actions';
import { uuidv7 } from '../../../protocol/identifiers';
import type { Decision } from '../../data/concerns';
import { Kept } from '../kept';

/** A decision that was begun and not made yet. */
export interface KeptDecision {
  /** made once, so that sending it again decides nothing twice; new once the school has refused or done it */
  actionId: string;
  decisionId: string;
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
    ...newIds(),
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

const newIds = () => ({ actionId: uuidv7(Date.now()), decisionId: uuidv7(Date.now()) });

/** Its id stands for what was sent: what is decided with it from now on is another deed. */
export function renewDecision(begun: KeptDecision): void {
  Object.assign(begun, newIds());
}

/**
 * It was made, also where its dialog has gone meanwhile: it is begun no longer. What was typed since in a dialog that was
 * opened anew is another one.
 * @param sent what it said when it was sent, `JSON.stringify`
 */
export function settleDecision(begun: KeptDecision, sent: string): void {
  if (JSON.stringify(begun) === sent) kept.drop(begun);
  else renewDecision(begun);
}
