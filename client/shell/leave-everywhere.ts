import { noteSession } from '../contexts/session';
import { setUnlocked } from '../contexts/unlocked';
import { call } from '../data/call';
import { go } from '../router';
import { saveOpenDrafts } from '../sealing/open-drafts';
import { readHere } from './here';

/**
 * Ends every session of this person at all of their schools. What is half written here stays, sealed.
 * @throws CallFault when the school could not be reached: nothing has ended then
 */
export async function leaveEverywhere(): Promise<void> {
  await saveOpenDrafts();
  await call('logOutEverywhere');
  setUnlocked(null);
  noteSession(null, null);
  await go((await readHere()).enrolled ? '/lock' : '/log-in');
}
