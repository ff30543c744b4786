import { askHowFar } from '../../offline/delivery/progress';
import { noteReached } from '../contexts/connectivity';

/** Waits between two questions after a receipt, ms; the last one stays while Heed is open and looked at. */
const WAITS_MS = [2_000, 10_000, 30_000, 120_000, 300_000];

/** The school misses a shared tablet that it does not hear of: an open one says this often that it is there, ms. */
const HEARD_AGAIN_MS = 30 * 60_000;

let asked = 0;
let heardAt = 0;
let timer = 0;
let started = false;

/** Asks how far this device's records have come: now, when the app comes back, and after receipts with back-off. */
export function startAsking(): void {
  if (started) return;
  started = true;
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && askNow(true));
  askNow(true);
}

/** A receipt came: the next steps follow within seconds. */
export function askSoon(): void {
  asked = 0;
  plan();
}

/** Asks at once; does nothing when no record is open, unless `always` or the school has not heard of us for long. */
export function askNow(always = false): void {
  clearTimeout(timer);
  const must = always || performance.now() - heardAt > HEARD_AGAIN_MS;
  if (must) heardAt = performance.now();
  void askHowFar({ fetch: globalThis.fetch.bind(globalThis) }, must)
    .catch(() => false)
    .then((news) => {
      if (news) {
        asked = 0;
        noteReached();
      }
      plan();
    });
}

function plan(): void {
  clearTimeout(timer);
  const wait = WAITS_MS[Math.min(asked, WAITS_MS.length - 1)] ?? 0;
  asked += 1;
  timer = window.setTimeout(() => {
    if (document.visibilityState === 'visible') askNow();
    else plan();
  }, wait);
}
