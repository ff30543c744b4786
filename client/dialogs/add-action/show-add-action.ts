import type { Concern } from '../../../protocol/concerns';
import { ask } from '../host';
import { beginAction, forgetAction, type KeptAction } from './kept-text';

/**
 * "Add action": what somebody did or decided, added to a concern. What was typed and not added stays in memory for
 * the next time, also over the end of full access.
 * @returns the concern with the action in it, or null when nothing was added
 */
export async function showAddAction({ id, may }: Pick<Concern, 'id' | 'may'>): Promise<Concern | null> {
  await import('./add-action-dialog');
  const begun = beginAction(id);
  begun.interrupted = false;
  const added = await ask<'heed-add-action-dialog', Concern | null>(
    'heed-add-action-dialog',
    (dialog, answer) => {
      dialog.concernId = id;
      dialog.leads = may.lead;
      dialog.begun = begun;
      dialog.answer = answer;
    },
  );
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
