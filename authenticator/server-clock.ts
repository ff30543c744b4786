/** From how many seconds on the difference is shown: services take a code for half a minute before and after. */
export const WORTH_SAYING = 10;
/** An answer that took longer says too little about the time, ms. */
const SLOWEST = 4_000;
const SECOND = 1000;

/** One question to the server about the time: device clock in ms, and the `Date` header of its answer. */
export interface ClockAnswer {
  readonly sent: number;
  readonly received: number;
  readonly date: string | null;
}

/**
 * How many whole seconds this device's clock is ahead of the server's (negative: behind), or null when the answer
 * does not say. The header names whole seconds, so half a second is added to it; the way there and back is halved.
 */
export function secondsAhead({ sent, received, date }: ClockAnswer): number | null {
  const server = Date.parse(date ?? '');
  if (Number.isNaN(server) || received < sent || received - sent > SLOWEST) return null;
  // + 0: what rounds to -0 is 0.
  return Math.round(((sent + received) / 2 - (server + SECOND / 2)) / SECOND) + 0;
}

/**
 * Asks the server that this page came from. Whether it answers also says whether there is a connection:
 * `navigator.onLine` is true behind a dead router.
 * @returns seconds as {@link secondsAhead}; `unreached` without an answer
 */
export async function askClock(): Promise<number | null | 'unreached'> {
  try {
    const sent = Date.now();
    const answer = await fetch('./manifest.webmanifest', { method: 'HEAD', cache: 'no-store' });
    return secondsAhead({ sent, received: Date.now(), date: answer.headers.get('Date') });
  } catch {
    return 'unreached';
  }
}
