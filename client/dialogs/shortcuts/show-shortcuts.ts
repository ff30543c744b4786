import { ask } from '../host';

/** The list of keyboard shortcuts, where single letters are turned on and off. @param on whether they are now */
export async function showShortcuts(on: boolean, turn: (on: boolean) => void): Promise<void> {
  await import('./shortcuts-dialog');
  await ask<'heed-shortcuts-dialog', void>('heed-shortcuts-dialog', (dialog, answer) => {
    dialog.on = on;
    dialog.turn = turn;
    dialog.addEventListener('dialog-closed', () => answer(undefined));
  });
}
