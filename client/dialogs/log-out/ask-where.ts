import { announce } from '../../components/heed-live-region';
import { asCallFault } from '../../data/call-fault';
import { leaveEverywhere } from '../../shell/leave-everywhere';
import { ask } from '../host';
import type { LogOutChoice } from './log-out-dialog';

/**
 * Asks somebody of several schools where they want to log out, and does it where that is everywhere.
 * @returns 'here' where the caller goes on with it
 */
export async function askWhere(school: string): Promise<LogOutChoice> {
  const choice = await ask<'heed-log-out-dialog', LogOutChoice>(
    'heed-log-out-dialog',
    { load: () => import('./log-out-dialog'), no: null },
    (dialog, answer) => {
      dialog.school = school;
      dialog.answer = answer;
    },
  );
  if (choice === 'everywhere')
    await leaveEverywhere().catch((thrown: unknown) => announce(asCallFault(thrown).title, true));
  return choice;
}
