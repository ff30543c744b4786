import { shortcuts as words } from '../../strings/inbox';
import { ask } from '../host';

/**
 * The list of keyboard shortcuts, where single letters are turned on and off.
 * @param on whether they are now
 * @param keys what each does on this page
 */
export async function showShortcuts(
  on: boolean,
  turn: (on: boolean) => void,
  keys: typeof words.keys = words.keys,
): Promise<void> {
  await ask<'heed-shortcuts-dialog', void>(
    'heed-shortcuts-dialog',
    { load: () => import('./shortcuts-dialog'), no: undefined },
    (dialog, answer) => {
      dialog.on = on;
      dialog.turn = turn;
      dialog.keys = keys;
      dialog.addEventListener('dialog-closed', () => answer(undefined));
    },
  );
}
