/** Wrong PINs that cost nothing (product.md, Lock: "from the fifth wrong PIN 30 s, doubling to 15 min"). */
const FREE_TRIES = 4;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** How often a person's PIN was wrong, and from when on it may be tried again (device clock, ms). */
export interface PinTries {
  wrongPins: number;
  nextTryAt: number;
}

/** The wait after that many wrong PINs in a row, ms. It never wipes anything. */
export function waitAfter(wrongPins: number): number {
  if (wrongPins <= FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(20, wrongPins - FREE_TRIES - 1));
}

/**
 * Begins a try: counted as wrong before it is checked, so that killing the browser in between gains nothing.
 * @returns the tries as they are to be kept, and the wait that is left (0: the try may go on)
 */
export function beginTry(tries: PinTries, now: number): { tries: PinTries; waitMs: number } {
  const most = waitAfter(tries.wrongPins);
  const left = tries.nextTryAt - now;
  // Further ahead than it can be: the clock was set back. The wait begins anew, once, instead of lasting for years.
  if (left > most) return { tries: { ...tries, nextTryAt: now + most }, waitMs: most };
  if (left > 0) return { tries, waitMs: left };
  const wrongPins = tries.wrongPins + 1;
  const wait = waitAfter(wrongPins);
  return { tries: { wrongPins, nextTryAt: wait > 0 ? now + wait : 0 }, waitMs: 0 };
}

/** After the right PIN. */
export const NO_TRIES: PinTries = { wrongPins: 0, nextTryAt: 0 };
