/** Digits of the shortest PIN; the longest is only there so that nobody pastes a book. */
export const PIN_DIGITS = { fewest: 6, most: 20 };

const RUNS = '0123456789012345678 9876543210987654321';
const WELL_KNOWN = new Set(['159753', '147258', '258456', '147852', '789456', '123321', '696969', '102030']);

/** Why a new PIN is not taken; null when it is. Weak is what is tried first: runs, repeats, dates, keypad patterns. */
export function pinFault(pin: string): 'short' | 'weak' | null {
  if (!/^\d+$/.test(pin) || pin.length < PIN_DIGITS.fewest || pin.length > PIN_DIGITS.most) return 'short';
  const repeated = /^(\d{1,3})\1+$/.test(pin);
  const date = /^([0-2]\d|3[01])(0\d|1[0-2])(19|20)\d\d$/.test(pin);
  return repeated || date || RUNS.includes(pin) || WELL_KNOWN.has(pin) ? 'weak' : null;
}

/** Wrong PINs in a row that cost nothing. */
const FREE = 4;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 15 * 60_000;

/** What is counted of wrong PINs; it stands in the store, so that closing the app gains nothing. */
export interface Tries {
  readonly wrong: number;
  /** from when on the next one may be tried: device clock, ms */
  readonly nextAt: number;
}

/** Nothing wrong yet. */
export const NO_TRIES: Tries = { wrong: 0, nextAt: 0 };

/** The wait (ms) after so many wrong PINs: none for four, then 30 s, doubling to a quarter of an hour. Nothing is wiped. */
export function waitAfter(wrong: number): number {
  return wrong <= FREE ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(10, wrong - FREE - 1));
}

/** Counts a try as wrong before it is made, so that killing the app during it gains nothing; or says how long to wait. */
export function countTry(tries: Tries, now: number): { tries: Tries; wait: number } {
  const left = tries.nextAt - now;
  const longest = waitAfter(tries.wrong);
  // Further off than it can be: somebody set the clock back. The wait begins anew instead of lasting for years.
  if (left > longest) return { tries: { ...tries, nextAt: now + longest }, wait: longest };
  if (left > 0) return { tries, wait: left };
  const wrong = tries.wrong + 1;
  return { tries: { wrong, nextAt: now + waitAfter(wrong) }, wait: 0 };
}
