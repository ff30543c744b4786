import { ask } from '../host';

/** Something that needs a code of this very moment. */
export interface FreshCodeWords {
  heading: string;
  text: string;
  label: string;
  yes: string;
  danger?: boolean;
  /** a recovery code will do as well */
  recoveryToo?: boolean;
  /** does it; a CallFault is shown beside the field and the dialog stays */
  send: (code: string) => Promise<void>;
}

/** Asks for a code or a recovery code and does what it is for. @returns whether it was done */
export async function showFreshCode(words: FreshCodeWords): Promise<boolean> {
  await import('./fresh-code-dialog');
  return ask<'heed-fresh-code-dialog', boolean>('heed-fresh-code-dialog', (dialog, answer) => {
    dialog.words = words;
    dialog.answer = answer;
  });
}
