import { deviceCalls } from '../data/device-calls';
import type { Connectivity } from '../contexts/connectivity';
import { deviceKind } from '../contexts/device-kind';
import { setUnlocked } from '../contexts/unlocked';
import { showConfirm } from '../dialogs/confirm/show-confirm';
import { saveOpenDrafts } from '../sealing/open-drafts';
import { logOut as words } from '../strings/lock';
import { shell } from '../strings/shell';
import { lockNow } from '../unlock/lock';
import { dropSession } from './session-end';

/** Lock, and Switch person: this device keeps everything, the session ends. */
export async function lockHere(): Promise<void> {
  await lockNow(deviceCalls);
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
  setUnlocked(null);
  // Used no more from now on, even where its end has to wait for the network.
  void dropSession();
  return facts.enrolled ? '/lock' : '/log-in';
}
