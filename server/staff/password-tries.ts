import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { findKnownBrowser } from './browser-store';
import { takeTries } from './tries';
import type { Slot } from './tries-store';

/** Wrong passwords per address within 15 minutes, and as many for each browser that the person used before. */
const MOST = 10;
const SECONDS = 15 * 60;

/**
 * Takes one password try for an address. A browser in which this person logged in before has tries of its own, so
 * that nobody elsewhere can lock them out of it; counted for unknown addresses too, or the limit would tell them apart.
 * @param spent told when there are none left
 * @throws problem 'too-many' with the seconds to wait
 */
export async function needPasswordTry(
  ground: Ground,
  emailIndex: string,
  browserToken: string | undefined,
  spent?: () => void,
): Promise<readonly Slot[]> {
  const known = await findKnownBrowser(ground.database.read, { emailIndex }, browserToken);
  const name = known ? `log-in:${emailIndex}:${known.id}` : `log-in:${emailIndex}`;
  const taken = await takeTries(ground, [{ name, most: MOST, seconds: SECONDS }]);
  if ('retryAfter' in taken) {
    spent?.();
    throw problem('too-many', { retryAfter: taken.retryAfter });
  }
  return taken.slots;
}
