import { ask } from '../host';
import type { FreshCodeWords } from './fresh-code-words';

/** Asks for a code or a recovery code and does what it is for. @returns whether it was done */
export async function showFreshCode(words: FreshCodeWords): Promise<boolean> {
  return ask<'heed-fresh-code-dialog', boolean>(
    'heed-fresh-code-dialog',
    { load: () => import('./fresh-code-dialog'), no: false },
    (dialog, answer) => {
      dialog.words = words;
      dialog.answer = answer;
    },
  );
}
