import { call } from '../data/call';
import { deviceCalls } from '../data/device-calls';
import type { Connectivity } from '../contexts/connectivity';
import { deviceKind } from '../contexts/device-kind';
import { noteSession } from '../contexts/session';
import { setUnlocked } from '../contexts/unlocked';
import { showConfirm } from '../dialogs/confirm/show-confirm';
import { saveOpenDrafts } from '../sealing/open-drafts';
import { logOut as words } from '../strings/lock';
import { shell } from '../strings/shell';
import { lockNow } from '../unlock/lock';

/** Lock, and Switch person: this device keeps everything, the session ends. */
export async function lockHere(): Promise<void> {
  await lockNow(deviceCalls);
  noteSession(null, null);
}

/** What stands against logging out now. */
export interface LeaveFacts {
  enrolled: boolean;
  /** envelopes on this device without a receipt */
  unsent: number;
  connectivity: Connectivity;
}

/**
 * Log out. Offline or with something unsent on an enrolled device it is not done: locking is offered instead
 * (ui.md, section 2: logging out offline means no way back in).
 * @returns where to go, or null to stay
 */
export async function logOutHere(facts: LeaveFacts): Promise<'/log-in' | '/lock' | null> {
  const offline = facts.connectivity === 'unreached';
  if (facts.enrolled && (offline || facts.unsent > 0)) {
    const lockInstead = await showConfirm({
      heading: shell.logOut,
      text: offline ? words.offline : words.blocked(facts.unsent, deviceKind()),
      yes: words.lockInstead,
      no: shell.stay,
    });
    if (!lockInstead) return null;
    await lockHere();
    return '/lock';
  }
  await saveOpenDrafts();
  await call('logOut').catch(() => undefined);
  setUnlocked(null);
  noteSession(null, null);
  return facts.enrolled ? '/lock' : '/log-in';
}
