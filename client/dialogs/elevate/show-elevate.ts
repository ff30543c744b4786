import { ask } from '../host';

/** "Elevate Your Access": asks for a code. @returns whether the session is elevated now */
export async function showElevate(): Promise<boolean> {
  return ask<'heed-elevate-dialog', boolean>(
    'heed-elevate-dialog',
    { load: () => import('./elevate-dialog'), no: false },
    (dialog, answer) => {
      dialog.answer = answer;
    },
  );
}
