import type { Concern } from '../../../protocol/concerns';
import { beginDecision } from '../decide/kept-decision';
import { ask } from '../host';

/**
 * Shows a lead the whole of what a concern says, and covers a passage of it.
 * @returns the concern as it stands then, or null when nothing was covered
 */
export async function showCoverPassage(concernId: string): Promise<Concern | null> {
  return ask<'heed-cover-passage-dialog', Concern | null>(
    'heed-cover-passage-dialog',
    { load: () => import('./cover-passage-dialog'), no: null },
    (dialog, answer) => {
      dialog.concernId = concernId;
      dialog.begun = beginDecision('cover', concernId);
      dialog.answer = answer;
    },
  );
}
