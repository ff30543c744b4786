import { readDevice } from '../../offline/vault/device';
import { changePersonRow } from '../../offline/vault/people';
import type { DeviceRow, PersonRow } from '../../offline/vault/rows';
import type { Bytes } from '../../protocol/bytes';
import { setUnlocked } from '../contexts/unlocked';
import { beginTry, NO_TRIES } from './pin-tries';
import { unwrapWithPin } from './pin-wrap';
import { openPerson, type Unlocked } from './unlocked';

/** What came of a PIN. */
export type UnlockResult =
  | { kind: 'unlocked'; unlocked: Unlocked }
  /** not this person's PIN; `waitMs` before the next try, 0 when it may follow at once */
  | { kind: 'wrong'; waitMs: number }
  /** too early: the PIN was not looked at */
  | { kind: 'wait'; waitMs: number }
  /** the person has been removed from this device */
  | { kind: 'gone' };

/** A person's unlock key (32 bytes), with the rows that it belongs to. */
export interface OpenedKey {
  device: DeviceRow;
  row: PersonRow;
  raw: Bytes;
}

/**
 * Unlocks one person's drafts and roll by PIN, also offline. Wrong PINs are counted over restarts and never wipe.
 * The keys live in memory only; the page's context holds them from now on.
 * @throws CannotStretch when this device cannot check a PIN now
 */
export async function unlockWithPin(
  authorKeyId: string,
  pin: string,
  now: () => number = Date.now,
): Promise<UnlockResult> {
  const opened = await openWithPin(authorKeyId, pin, now);
  if (!('raw' in opened)) return opened;
  const unlocked = await openPerson(opened.device, opened.row, opened.raw);
  setUnlocked(unlocked);
  return { kind: 'unlocked', unlocked };
}

/**
 * Opens a person's unlock key by PIN and unlocks nothing. Wrong PINs are counted as everywhere.
 * @throws CannotStretch when this device cannot check a PIN now
 */
export async function openWithPin(
  authorKeyId: string,
  pin: string,
  now: () => number = Date.now,
): Promise<OpenedKey | Exclude<UnlockResult, { kind: 'unlocked' }>> {
  const device = await readDevice();
  const begun = await beginTryOf(authorKeyId, now());
  if (!device || !begun) return { kind: 'gone' };
  if (begun.waitMs > 0) return { kind: 'wait', waitMs: begun.waitMs };
  const raw = await unwrapWithPin(begun.row.pin, pin, device.pepper);
  if (!raw) return { kind: 'wrong', waitMs: Math.max(0, begun.row.nextTryAt - now()) };
  await changePersonRow(authorKeyId, () => NO_TRIES);
  return { device, row: begun.row, raw };
}

/** The wait that is left before this person's PIN may be tried, ms; for the lock screen when it opens. */
export function pinWait(row: Pick<PersonRow, 'wrongPins' | 'nextTryAt'>, now: number): number {
  return beginTry(row, now).waitMs;
}

async function beginTryOf(
  authorKeyId: string,
  now: number,
): Promise<{ row: PersonRow; waitMs: number } | null> {
  let waitMs = 0;
  const row = await changePersonRow(authorKeyId, (before) => {
    const begun = beginTry({ wrongPins: before.wrongPins, nextTryAt: before.nextTryAt }, now);
    waitMs = begun.waitMs;
    return begun.tries;
  });
  return row && { row, waitMs };
}
