import type { Concern } from '../../../protocol/concerns';
import { ask } from '../host';
import type { Added } from './add-action-dialog';
import { beginAction, forgetAction } from './kept-text';
import { settleFiles } from '../settle-files';

/**
 * "Add action": what somebody did or decided, added to a concern. What was typed and not added stays in memory for
 * the next time, also over the end of full access.
 * @returns the concern with the action in it; `waits`: no answer came, and it waits here; null: nothing was added
 */
export async function showAddAction(concern: Concern): Promise<Added> {
  const { id } = concern;
  const begun = beginAction(id);
  begun.interrupted = false;
  const added = await ask<'heed-add-action-dialog', Added>(
    'heed-add-action-dialog',
    { load: () => import('./add-action-dialog'), no: null },
    (dialog, answer) => {
      dialog.concern = concern;
      dialog.begun = begun;
      dialog.answer = answer;
    },
  );
  if (added === null && begun.text.trim() === '') {
    forgetAction(id);
    // Of what may have arrived nothing is thrown away here: the record would wait for it for ever.
    await settleFiles(begun.files, begun.unsure);
  }
  return added;
}
