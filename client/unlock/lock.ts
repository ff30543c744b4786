import { dropChore, hasChore, queueChore } from '../../offline/vault/chores';
import { setUnlocked } from '../contexts/unlocked';
import { saveOpenDrafts } from '../sealing/open-drafts';
import type { DeviceCalls } from './device-calls';

/** A draft that cannot be written in this time must not keep the screen open. */
const SAVE_WITHIN_MS = 2_000;

/**
 * Locks: what is being typed is saved, the keys are dropped from memory, and the session is to end, at the next
 * connection when there is none now. Locking loses nothing.
 */
export async function lockNow(calls: Pick<DeviceCalls, 'logOut'>): Promise<void> {
  await Promise.race([saveOpenDrafts(), new Promise((resolve) => setTimeout(resolve, SAVE_WITHIN_MS))]);
  setUnlocked(null);
  await queueChore('end-session', Date.now());
  await endQueuedSession(calls);
}

/** Ends the session that a lock has queued. Call it at start and when the network returns. @returns whether none is left */
export async function endQueuedSession(calls: Pick<DeviceCalls, 'logOut'>): Promise<boolean> {
  if (!(await hasChore('end-session'))) return true;
  try {
    await calls.logOut();
  } catch (fault) {
    // It may have ended already. Anything else is the network: it stays queued.
    if (!isEnded(fault)) return false;
  }
  await dropChore('end-session');
  return true;
}

/** After a log-in: the session that was to end is another one's past, and this one must not end for it. */
export async function forgetQueuedSessionEnd(): Promise<void> {
  await dropChore('end-session');
}

function isEnded(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'log-in-needed';
}
