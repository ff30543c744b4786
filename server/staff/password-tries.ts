import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { findKnownBrowser } from './browser-store';
import { takeTries } from './tries';
import type { Slot } from './tries-store';

/** Wrong log-ins per address or passkey within 15 minutes, and as many for each browser that the person used before. */
const MOST = 10;
const SECONDS = 15 * 60;

/** What somebody tries to log in with. */
export interface LogInTried {
  /** An index of the address or passkey. */
  readonly what: string;
  /** Whose known browsers this may be one of. */
  readonly whose: { readonly accountId: string } | { readonly emailIndex: string };
  /** Told when there are no tries left. */
  readonly spent?: (() => void) | undefined;
}

/**
 * Takes one password try for an address.
 * @param spent told when there are none left
 * @throws problem 'too-many' with the seconds to wait
 */
export async function needPasswordTry(
  ground: Ground,
  emailIndex: string,
  browserToken: string | undefined,
  spent?: () => void,
): Promise<readonly Slot[]> {
  return needLogInTry(ground, { what: emailIndex, whose: { emailIndex }, spent }, browserToken);
}

/**
 * Takes one try to log in. A browser in which this person logged in before has tries of its own, so that nobody
 * elsewhere can lock them out of it; counted for what is unknown too, or the limit would tell it apart.
 * @throws problem 'too-many' with the seconds to wait
 */
export async function needLogInTry(
  ground: Ground,
  tried: LogInTried,
  browserToken: string | undefined,
): Promise<readonly Slot[]> {
  const { what, whose, spent } = tried;
  const known = await findKnownBrowser(ground.database.read, whose, browserToken);
  const name = known ? `log-in:${what}:${known.id}` : `log-in:${what}`;
  const taken = await takeTries(ground, [{ name, most: MOST, seconds: SECONDS }]);
  if ('retryAfter' in taken) {
    spent?.();
    throw problem('too-many', { retryAfter: taken.retryAfter });
  }
  return taken.slots;
}
