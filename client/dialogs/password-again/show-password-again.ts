import { ask } from '../host';

/** Asks for the password again in a running session. @param why instead of the reason for keys. @returns whether it was right */
export async function showPasswordAgain(why?: string): Promise<boolean> {
  await import('./password-again-dialog');
  return ask<'heed-password-again-dialog', boolean>('heed-password-again-dialog', (dialog, answer) => {
    dialog.answer = answer;
    if (why !== undefined) dialog.why = why;
  });
}
