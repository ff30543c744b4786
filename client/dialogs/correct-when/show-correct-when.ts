import type { Concern } from '../../../protocol/concerns';
import { beginDecision } from '../decide/kept-decision';
import { ask } from '../host';

/**
 * Asks when a concern happened, and why its record was wrong about that. What was typed stays in memory when full access
 * ends.
 * @returns the concern as it stands then, or null when nothing was changed
 */
export async function showCorrectWhen(concern: Concern): Promise<Concern | null> {
  return ask<'heed-correct-when-dialog', Concern | null>(
    'heed-correct-when-dialog',
    { load: () => import('./correct-when-dialog'), no: null },
    (dialog, answer) => {
      dialog.concern = concern;
      dialog.begun = beginDecision('when', concern.id);
      dialog.answer = answer;
    },
  );
}
