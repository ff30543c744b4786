import type { Concern } from '../../../protocol/concerns';
import { beginDecision } from '../decide/kept-decision';
import { ask } from '../host';

/**
 * Asks which pupil a child of a concern is, and why. What was typed stays in memory when full access ends.
 * @returns the concern as it stands then, or null when nothing was changed
 */
export async function showCorrectPupil(concern: Concern): Promise<Concern | null> {
  return ask<'heed-correct-pupil-dialog', Concern | null>(
    'heed-correct-pupil-dialog',
    { load: () => import('./correct-pupil-dialog'), no: null },
    (dialog, answer) => {
      dialog.concern = concern;
      dialog.begun = beginDecision('pupil', concern.id);
      dialog.answer = answer;
    },
  );
}
