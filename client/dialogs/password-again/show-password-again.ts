import { ask } from '../host';

/** Asks for the password again in a running session. @param why instead of the reason for keys. @returns whether it was right */
export async function showPasswordAgain(why?: string): Promise<boolean> {
  return ask<'heed-password-again-dialog', boolean>(
    'heed-password-again-dialog',
    { load: () => import('./password-again-dialog'), no: false },
    (dialog, answer) => {
      dialog.answer = answer;
      if (why !== undefined) dialog.why = why;
    },
  );
}
