import { SECOND, timeStamp, type Clock } from '../clock';
import type { Ground } from '../ground';
import type { Transaction } from '../storage/database';
import { freeSlots, readSlots, takeSlot, type Slot } from './tries-store';

/** A limit of `most` tries within any `seconds`; `name` at most 120 characters and without anything readable. */
export interface Bucket {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

export type Taken = { readonly slots: readonly Slot[] } | { readonly retryAfter: number };

/** Carries a refusal out of the transaction, so that no bucket is half taken. */
class Refused extends Error {
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super('no tries left');
    this.retryAfter = retryAfter;
  }
}

/**
 * Takes one try out of every bucket, or out of none. Each bucket has `most` slots in the database, and a slot is free
 * again `seconds` after it was taken: exact over any stretch of time, and two parallel tries cannot share one, for
 * the primary key decides. Taken before the try is looked at, committed on its own, given back when it was right.
 */
export async function takeTries(ground: Ground, buckets: readonly Bucket[]): Promise<Taken> {
  try {
    return await ground.database.write(async (trx) => {
      const slots: Slot[] = [];
      for (const bucket of buckets) slots.push(await takeOne(trx, ground.clock, bucket));
      return { slots };
    });
  } catch (fault) {
    if (fault instanceof Refused) return { retryAfter: fault.retryAfter };
    throw fault;
  }
}

/** Gives tries back, in the transaction of what they led to. */
export async function giveBack(trx: Transaction, taken: readonly Slot[]): Promise<void> {
  await freeSlots(trx, taken);
}

async function takeOne(trx: Transaction, clock: Clock, bucket: Bucket): Promise<Slot> {
  const now = timeStamp(clock);
  const until = timeStamp(clock, bucket.seconds * SECOND);
  const occupied = await readSlots(trx, bucket.name, now);
  for (let slot = 0; slot < bucket.most; slot++) {
    const window = String(slot);
    if (occupied.has(window)) continue;
    if (await takeSlot(trx, { bucket: bucket.name, window }, now, until))
      return { bucket: bucket.name, window };
  }
  const soonest = Math.min(...[...occupied.values()].map((time) => Date.parse(time)), Date.parse(until));
  throw new Refused(Math.max(1, Math.ceil((soonest - clock.now()) / SECOND)));
}
