import { noteSession } from '../contexts/session';
import { setUnlocked } from '../contexts/unlocked';
import { saveOpenDrafts } from '../sealing/open-drafts';
import type { DeviceCalls } from './device-calls';
import { endSession } from './end-session';

/** A draft that cannot be written in this time must not keep the screen open. */
const SAVE_WITHIN_MS = 2_000;

/**
 * Locks: what is being typed is saved, the keys are dropped from memory, nothing of the session is shown any more, and
 * it is to end, at the next connection when there is none now. Locking loses nothing, and waits for no network.
 * @returns the end of the session, whenever that is
 */
export async function lockNow(calls: Pick<DeviceCalls, 'logOut'>): Promise<{ ended: Promise<boolean> }> {
  await Promise.race([saveOpenDrafts(), new Promise((resolve) => setTimeout(resolve, SAVE_WITHIN_MS))]);
  setUnlocked(null);
  noteSession(null, null);
  return { ended: endSession(calls) };
}
