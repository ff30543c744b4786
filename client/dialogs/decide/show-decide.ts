import type { Concern } from '../../../protocol/concerns';
import type { Decision } from '../../data/concerns';
import { ask } from '../host';
import { beginDecision } from './kept-decision';

/**
 * "Give to…", "Set level", "Close this concern", "Reopen", and marks "significant". What was typed stays in memory when full access ends.
 * @returns the concern as it stands then, or null when nothing was decided
 */
export async function showDecide(
  kind: Decision,
  concernId: string,
  entryId = concernId,
): Promise<Concern | null> {
  return ask<'heed-decide-dialog', Concern | null>(
    'heed-decide-dialog',
    { load: () => import('./decide-dialog'), no: null },
    (dialog, answer) => {
      dialog.kind = kind;
      dialog.concernId = concernId;
      dialog.begun = beginDecision(kind, concernId, entryId);
      dialog.answer = answer;
    },
  );
}
