import type { StretchRequest } from '../client/unlock/argon2-worker';

/**
 * Makes the device of this page one of the slowest that Heed is for: its trial run of Argon2 seems to take four seconds
 * more, so the product chooses the least work for a PIN that it allows anywhere (19 MiB, two passes). Stories unlock
 * hundreds of times, and by this machine's own measure each costs a second of a core. The choice itself has tests of
 * its own (`offline/unlock-rules.test.ts`), and Firefox makes it without this.
 *
 * Runs in the page: nothing from outside may be named here.
 */
export function beAnOldTablet(): void {
  const SLOWER_MS = 4_000;
  const clock = performance.now.bind(performance);
  let ahead = 0;
  performance.now = () => clock() + ahead;

  /** The trial run stretches no real PIN, so it has no salt. */
  const isTrial = ({ salt, memoryKiB }: Partial<StretchRequest>) =>
    memoryKiB !== undefined && salt?.every((byte) => byte === 0) === true;
  const workers: { postMessage: (this: Worker, message: unknown, given: Transferable[]) => void } =
    Worker.prototype;
  const ask = workers.postMessage;
  workers.postMessage = function (message, given) {
    if (typeof message === 'object' && message !== null && isTrial(message)) ahead += SLOWER_MS;
    ask.call(this, message, given);
  };
}
