import { flushOutbox } from '../../offline/delivery/flush';
import { FORM_LOCK, parkLeft } from '../../offline/parking/park-left';
import { requestSync } from '../sw-bridge';
import { pageTools } from './keep-delivering';
import { savers } from './open-drafts';

/** How often an open page looks whether something was left, ms. */
const LOOK_MS = 60_000;
/** How often it says to the others whether a record form is open in it, ms. */
const FORM_LOOK_MS = 5_000;

let started = false;
let letForm: (() => void) | null = null;

/** Parks what was left on this device: now, every minute, and when the network comes back. */
export function startParking(): void {
  if (started) return;
  started = true;
  sayWhetherWriting();
  setInterval(() => void parkNow(), LOOK_MS);
  setInterval(sayWhetherWriting, FORM_LOOK_MS);
  addEventListener('online', () => void parkNow());
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && void parkNow(),
  );
  void parkNow().then(letStrayFilesGo);
}

/** Files of drafts that were sent, thrown away or taken over meanwhile; what fails is done at the next start. */
async function letStrayFilesGo(): Promise<void> {
  const { dropStrayFiles } = await import('../../offline/vault/files');
  await dropStrayFiles(Date.now()).catch(() => undefined);
}

/** Looks now. What cannot be read or sent waits for the next look, or for the worker's. */
export async function parkNow(): Promise<void> {
  const tools = pageTools();
  const waits = await parkLeft(tools, () => flushOutbox(tools)).catch(() => false);
  if (waits) void requestSync();
}

/** While a form is open in any page, a draft that nobody has unlocked for may still be under somebody's hands. */
function sayWhetherWriting(): void {
  if (!('locks' in navigator) || savers.size > 0 === (letForm !== null)) return;
  if (letForm) {
    letForm();
    letForm = null;
    return;
  }
  const open = new Promise<void>((resolve) => (letForm = resolve));
  void navigator.locks.request(FORM_LOCK, { mode: 'shared' }, () => open);
}
