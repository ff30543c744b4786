import { ask } from '../host';

/** Asks for the password again in a running session. @returns whether it was right */
export async function showPasswordAgain(): Promise<boolean> {
  await import('./password-again-dialog');
  return ask<'heed-password-again-dialog', boolean>('heed-password-again-dialog', (dialog, answer) => {
    dialog.answer = answer;
  });
}
