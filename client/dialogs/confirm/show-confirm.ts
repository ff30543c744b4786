import { ask } from '../host';
import type { ConfirmWords } from './confirm-words';

/** Asks. @returns whether the person said yes; × and Escape are no */
export async function showConfirm(words: ConfirmWords): Promise<boolean> {
  return ask<'heed-confirm-dialog', boolean>(
    'heed-confirm-dialog',
    { load: () => import('./confirm-dialog'), no: false },
    (dialog, answer) => {
      dialog.words = words;
      dialog.answer = answer;
    },
  );
}
