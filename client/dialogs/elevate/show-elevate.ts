import { ask } from '../host';

/** "Elevate Your Access": asks for a code. @returns whether the session is elevated now */
export async function showElevate(): Promise<boolean> {
  await import('./elevate-dialog');
  return ask<'heed-elevate-dialog', boolean>('heed-elevate-dialog', (dialog, answer) => {
    dialog.answer = answer;
  });
}
