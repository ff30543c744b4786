import { mayForget, type OutboxStanding } from '../outbox/policy';
import type { DraftRow } from '../vault/rows';

/*
 * When a draft that was left goes to the school, and when it can be opened here no more (envelope.md, Parked drafts), as
 * pure functions. Times are the device's clock in ms.
 */

/** A draft that nobody has touched for this long was left. */
export const LEFT_MS = 30 * 60_000;
/** Nobody goes on with it here after this long, once the school holds it. */
export const CLOSED_MS = 12 * 60 * 60_000;
/** A form that is gone from every page for this long was not only being loaded anew. */
export const GONE_MS = 60_000;

/** What a draft's fate turns on besides its own row. */
export interface DraftPlace {
  /**
   * `here`: can unlock on this device, and sign in elsewhere; `here-only`: joined with a slip, so nowhere else; `gone`:
   * removed from it; `unknown`: began without unlocking
   */
  author: 'here' | 'here-only' | 'gone' | 'unknown';
  /** a record form is open in some page of this device; null where the engine cannot say */
  formOpen: boolean | null;
  /** the school has removed this device */
  revoked: boolean;
}

/**
 * Whether a draft may ever leave the device before it is sent. The one place for what must not; what somebody writes for
 * practice lies apart from the drafts (offline/vault/practice.ts) and never comes here.
 */
export function mayBeParked(row: Pick<DraftRow, 'parked'>): boolean {
  return row.parked.bytes.byteLength > 0;
}

/** Whether it was left, so that the school is to have it as it is now. */
export function isLeft(
  row: Pick<DraftRow, 'updatedAt' | 'thrownAway'>,
  place: DraftPlace,
  now: number,
): boolean {
  if (place.author === 'gone' || row.thrownAway) return true;
  const untouched = untouchedFor(row, now);
  const soon = place.author === 'unknown' || place.revoked;
  return untouched >= (soon && place.formOpen === false ? GONE_MS : LEFT_MS);
}

/** Whether the school holds this very revision, so far as this store of it is the one that said so. */
export function isHeld(row: Pick<DraftRow, 'revision' | 'parking'>, storeEpoch: string): boolean {
  const { parking } = row;
  return (
    parking?.state === 'received' && parking.revision === row.revision && parking.storeEpoch === storeEpoch
  );
}

/**
 * Whether nobody opens a draft that the school holds here any more. What has ended there (it was sent meanwhile, and
 * then written on) stays with an author who can open it here.
 */
export function isClosed(
  row: Pick<DraftRow, 'updatedAt' | 'thrownAway' | 'parking'>,
  place: DraftPlace,
  now: number,
): boolean {
  if (place.author === 'gone' || place.author === 'unknown' || row.thrownAway) return true;
  if (place.author === 'here-only' || row.parking?.word !== 'open') return false;
  return untouchedFor(row, now) >= CLOSED_MS;
}

/** Whether a closed draft may be forgotten: the school has it in a backup, or has had it for a week; or it is unwanted. */
export function mayDrop(
  row: Pick<DraftRow, 'thrownAway' | 'parking'>,
  now: number,
  backedUpThrough: string | null,
): boolean {
  const standing: OutboxStanding | undefined = row.parking;
  if (!standing) return false;
  return row.thrownAway === true || mayForget(standing, now, backedUpThrough);
}

/** A clock that was set back cannot make a draft look as if it were being written for ever. */
function untouchedFor({ updatedAt }: Pick<DraftRow, 'updatedAt'>, now: number): number {
  return updatedAt > now + GONE_MS ? LEFT_MS : now - updatedAt;
}
