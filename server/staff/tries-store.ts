import type { Reader, Transaction } from '../storage/database';

/** One taken place in a bucket, to be given back when the try was right. */
export interface Slot {
  readonly bucket: string;
  readonly window: string;
}

/** The occupied slots of a bucket, and until when. */
export async function readSlots(reader: Reader, bucket: string, now: string): Promise<Map<string, string>> {
  const rows = await reader('limits')
    .where({ bucket })
    .where('expires_at', '>', now)
    .select('window', 'expires_at');
  return new Map(rows.map((row) => [row.window, row.expires_at]));
}

/** Takes a slot that was never taken or is free again; false when somebody else was first. */
export async function takeSlot(trx: Transaction, slot: Slot, now: string, until: string): Promise<boolean> {
  const rows = await trx('limits')
    .insert({ ...slot, count: 1, expires_at: until })
    .onConflict(['bucket', 'window'])
    .merge({ expires_at: until })
    .where('limits.expires_at', '<=', now)
    .returning('bucket');
  return rows.length === 1;
}

export async function freeSlots(trx: Transaction, slots: readonly Slot[]): Promise<void> {
  for (const { bucket, window } of slots) await trx('limits').where({ bucket, window }).delete();
}
