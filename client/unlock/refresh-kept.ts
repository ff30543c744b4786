import { refreshAsAuthor } from '../../offline/delivery/author-call';
import { refreshBundle } from '../../offline/delivery/bundle';
import { readDevice } from '../../offline/vault/device';
import { currentUnlocked, setUnlocked } from '../contexts/unlocked';
import { keepBoard } from './board';
import { withRoll } from './unlocked';

/**
 * Fetches bundle, board and roll anew, as far as the device may have them now: the bundle always, the rest while
 * somebody is unlocked. Offline nothing changes.
 * @returns whether board and roll are new
 */
export async function refreshKept(tools: { fetch: typeof fetch; now: () => number }): Promise<boolean> {
  await refreshBundle(tools);
  const device = await readDevice();
  const unlocked = currentUnlocked();
  if (!device || !unlocked) return false;
  const author = { authorKeyId: unlocked.person.authorKeyId, authorKey: unlocked.authorKey };
  try {
    const { board, roll } = await refreshAsAuthor(device, author, tools);
    await keepBoard(board);
    const fresher = await withRoll(unlocked, roll);
    // Locked or switched meanwhile: the keys must not come back.
    if (currentUnlocked() === unlocked) setUnlocked(fresher);
    return true;
  } catch {
    return false;
  }
}
