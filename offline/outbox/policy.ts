import type { RefusalCode } from '../../protocol/receipts';

/*
 * The life of an outbox row (envelope.md, Delivering), as pure functions over its standing. Nothing here drops a
 * row: only a receipt moves it to `received`, and only a backup of the school lets its bytes go.
 */

/** A flusher's claim on a row; longer than the time-out of its request. */
export const LEASE_MS = 60_000;
/** The longest wait that one answer can cause. */
export const MAX_WAIT_MS = 5 * 60_000;
/** A held row is offered again at each start, and hourly. */
export const HOLD_MS = 60 * 60_000;
/** The first back-off; doubles with each try, with full jitter. */
export const FIRST_WAIT_MS = 2_000;
/** Receipted bytes are kept for the school's next backup, and no longer than this. */
export const KEEP_RECEIVED_MS = 7 * 24 * 60 * 60_000;
/** From this many tries on, a row stands behind those that were tried less. */
export const TROUBLED_AFTER = 3;

/** Why a row is held: the school's signed word, or `refused` for an unsigned 4xx to it alone. */
export type HoldCode = RefusalCode | 'refused';

/** How one row stands. Times are the device's clock in ms; 0 is "not set". */
export interface OutboxStanding {
  /** `held` needs a person (or a newer Heed), is still tried, and is never dropped */
  state: 'waiting' | 'held' | 'received';
  code: HoldCode | null;
  leaseUntil: number;
  /** tries without a receipt so far */
  attempt: number;
  nextTryAt: number;
  /** `nextTryAt` is the school's wish (Retry-After), which nobody's haste overrides; rows of older builds lack it */
  waitAsked?: boolean;
  receivedAt: number;
  /** the school's clock, ISO; null until received */
  serverTime: string | null;
  /** the school's store that gave the receipt; another one has to be offered the row again */
  storeEpoch: string | null;
}

/**
 * `due`: what its time has come for. `all`: also what is held, or waits by its own back-off — at start, after log-in,
 * for "Try now".
 */
export type Urgency = 'due' | 'all';

/** A row that has just been sealed. */
export function newStanding(): OutboxStanding {
  return {
    state: 'waiting',
    code: null,
    leaseUntil: 0,
    attempt: 0,
    nextTryAt: 0,
    receivedAt: 0,
    serverTime: null,
    storeEpoch: null,
  };
}

/**
 * Whether a row is to be sent now. A time further ahead than its own maximum was written under a wrong clock and
 * counts as past, so that a corrected clock never strands a row.
 */
export function isDue(row: OutboxStanding, now: number, urgency: Urgency): boolean {
  if (row.state === 'received' || lies(row.leaseUntil, now, LEASE_MS)) return false;
  if (row.state === 'held') return urgency === 'all' || !lies(row.nextTryAt, now, HOLD_MS);
  if (urgency === 'all' && row.waitAsked !== true) return true;
  return !lies(row.nextTryAt, now, MAX_WAIT_MS);
}

/** When the lease on this row ends, device clock in ms; null without one. A killed flusher's lease ends only so. */
export function leaseEnd(row: OutboxStanding, now: number): number | null {
  return row.state !== 'received' && lies(row.leaseUntil, now, LEASE_MS) ? row.leaseUntil : null;
}

/** Claimed by one flusher for the time of one request. */
export function leased<R extends OutboxStanding>(row: R, now: number): R {
  return { ...row, leaseUntil: now + LEASE_MS };
}

/**
 * No word about this row in particular: the network, a busy school, a portal's page. It stays.
 * @param asked whether the school asked for the wait
 */
export function afterNoAnswer<R extends OutboxStanding>(
  row: R,
  now: number,
  waitMs: number,
  asked: boolean,
): R {
  const nextTryAt = waitMs > 0 ? now + Math.min(waitMs, MAX_WAIT_MS) : 0;
  return { ...row, leaseUntil: 0, attempt: row.attempt + 1, nextTryAt, waitAsked: asked };
}

/** This row was refused; a person is told, and it is offered again. */
export function afterRefusal<R extends OutboxStanding>(row: R, now: number, code: HoldCode): R {
  if (row.state === 'received') return row;
  return { ...row, state: 'held', code, leaseUntil: 0, attempt: row.attempt + 1, nextTryAt: now + HOLD_MS };
}

/** The school holds it. */
export function afterReceipt<R extends OutboxStanding>(
  row: R,
  now: number,
  receipt: { serverTime: string; storeEpoch: string },
): R {
  return { ...row, ...receipt, state: 'received', code: null, leaseUntil: 0, nextTryAt: 0, receivedAt: now };
}

/** The school was restored from a backup, or this device enrolled again: as if it were new. */
export function offeredAgain<R extends OutboxStanding>(row: R): R {
  return { ...row, ...newStanding() };
}

/** Whether the school's store is another than the one that gave the receipt. */
export function mustOfferAgain(row: OutboxStanding, storeEpoch: string): boolean {
  return row.state === 'received' && row.storeEpoch !== storeEpoch;
}

/** Whether the bytes of a received row may go: a backup holds it, or a week has passed. */
export function mayForget(row: OutboxStanding, now: number, backedUpThrough: string | null): boolean {
  if (row.state !== 'received' || row.serverTime === null) return false;
  if (backedUpThrough !== null && Date.parse(row.serverTime) < Date.parse(backedUpThrough)) return true;
  return now - row.receivedAt >= KEEP_RECEIVED_MS;
}

/**
 * Full jitter over a doubling wait.
 * @param attempt tries so far, from 0
 * @param random 0 to 1
 */
export function backOff(attempt: number, random: number, mostMs: number): number {
  const ceiling = Math.min(mostMs, FIRST_WAIT_MS * 2 ** Math.min(attempt, 20));
  return Math.max(250, Math.round(ceiling * random));
}

/** What the order of sending turns on. */
type InOrder = OutboxStanding & { createdAt: number; envelopeId: string; kind?: string };

/**
 * Oldest first; what has been tried in vain stands behind what has not, so that no row ever blocks another. So do
 * the key of a draft that was left, and files: words go first.
 */
export function sendingOrder(a: InOrder, b: InOrder): number {
  const trouble = Number(isTroubled(a)) - Number(isTroubled(b));
  return trouble || a.createdAt - b.createdAt || (a.envelopeId < b.envelopeId ? -1 : 1);
}

function isTroubled(row: InOrder): boolean {
  return (
    row.state === 'held' ||
    row.attempt >= TROUBLED_AFTER ||
    row.kind === 'parked' ||
    row.kind === 'attachment'
  );
}

/** Whether `at` lies ahead of `now` by no more than it can. */
function lies(at: number, now: number, most: number): boolean {
  return at > now && at - now <= most;
}
