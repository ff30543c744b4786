import { ask } from '../host';
import type { ReasonAsked } from './reason-asked';

/** Asks why, and does it. @returns whether it was done */
export async function showReason(asked: ReasonAsked): Promise<boolean> {
  return ask<'heed-reason-dialog', boolean>(
    'heed-reason-dialog',
    { load: () => import('./reason-dialog'), no: false },
    (dialog, answer) => {
      dialog.begin(asked);
      dialog.answer = answer;
    },
  );
}
