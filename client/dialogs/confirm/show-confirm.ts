import { ask } from '../host';

/** A question with two answers. */
export interface ConfirmWords {
  heading: string;
  text: string;
  /** the button that does it */
  yes: string;
  /** the button that leaves everything as it is */
  no: string;
  /** red: something is lost */
  danger?: boolean;
}

/** Asks. @returns whether the person said yes; × and Escape are no */
export async function showConfirm(words: ConfirmWords): Promise<boolean> {
  await import('./confirm-dialog');
  return ask<'heed-confirm-dialog', boolean>('heed-confirm-dialog', (dialog, answer) => {
    dialog.words = words;
    dialog.answer = answer;
  });
}
