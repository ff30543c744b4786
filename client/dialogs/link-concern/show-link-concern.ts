import type { Concern } from '../../../protocol/concerns';
import { beginDecision } from '../decide/kept-decision';
import { ask } from '../host';

/**
 * Asks which other concern belongs to this one, and why. What was typed stays in memory when full access ends.
 * @returns the concern as it stands then, or null when nothing was linked
 */
export async function showLinkConcern(concern: Concern): Promise<Concern | null> {
  return ask<'heed-link-concern-dialog', Concern | null>(
    'heed-link-concern-dialog',
    { load: () => import('./link-concern-dialog'), no: null },
    (dialog, answer) => {
      dialog.concern = concern;
      dialog.begun = beginDecision('link', concern.id);
      dialog.answer = answer;
    },
  );
}
