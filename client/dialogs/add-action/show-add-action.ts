import type { Concern } from '../../../protocol/concerns';
import { ask } from '../host';
import type { Added } from './add-action-dialog';
import { beginAction, forgetAction, type KeptAction } from './kept-text';

/**
 * "Add action": what somebody did or decided, added to a concern. What was typed and not added stays in memory for
 * the next time, also over the end of full access.
 * @returns the concern with the action in it; `waits`: no answer came, and it waits here; null: nothing was added
 */
export async function showAddAction(concern: Concern): Promise<Added> {
  const { id } = concern;
  await import('./add-action-dialog');
  const begun = beginAction(id);
  begun.interrupted = false;
  const added = await ask<'heed-add-action-dialog', Added>('heed-add-action-dialog', (dialog, answer) => {
    dialog.concern = concern;
    dialog.begun = begun;
    dialog.answer = answer;
  });
  if (added !== null || begun.text.trim() === '') {
    forgetAction(id);
    if (begun.files.length > 0) void settleFiles(begun, added !== null);
  }
  return added;
}

/** The words are with the school: the files follow. Or both were given up. */
async function settleFiles({ files }: KeptAction, added: boolean): Promise<void> {
  if (added) {
    const { sendOnline } = await import('../../sealing/send-online');
    sendOnline();
    return;
  }
  const { dropFile } = await import('../../../offline/vault/files');
  for (const { fileId } of files) await dropFile(fileId);
}
