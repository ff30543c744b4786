import { STRICT, useVault } from '../vault/connection';
import type { OutboxRow, ReceiptRow, ReplyRow } from '../vault/rows';
import {
  isDue,
  leased,
  leaseEnd,
  mayForget,
  mustOfferAgain,
  offeredAgain,
  sendingOrder,
  type OutboxStanding,
  type Urgency,
} from './policy';

/** A row with its bytes, claimed for one request. */
export interface ClaimedRow {
  row: OutboxRow;
  bytes: Uint8Array;
}

/**
 * Puts a sealed envelope into the outbox and deletes its draft with its key, in one durable transaction; only after
 * it may a screen say "Waiting on this tablet" (envelope.md, Submitting).
 * @param draft compare-and-set: the revision that was sealed; null for a record that never was a row
 * @param files ids of its files, whose sealed chunks go with it
 * @returns `draft-changed` when another tab saved or sent the draft meanwhile: nothing was written
 */
export async function addToOutbox(
  row: OutboxRow,
  bytes: ArrayBuffer,
  draft: { draftId: string; revision: number } | null,
  files: readonly string[] = [],
): Promise<'kept' | 'draft-changed'> {
  return useVault(async (vault) => {
    const tx = vault.transaction(['drafts', 'outbox', 'envelopes', 'files'], 'readwrite', STRICT);
    const drafts = tx.objectStore('drafts');
    // Already there: this very submission, repeated after a lost connection.
    const repeated = (await tx.objectStore('outbox').count(row.envelopeId)) > 0;
    const there = draft ? await drafts.get(draft.draftId) : undefined;
    const mayWrite = !repeated && there?.revision === draft?.revision;
    if (mayWrite) {
      await tx.objectStore('outbox').put(row);
      await tx.objectStore('envelopes').put({ envelopeId: row.envelopeId, bytes });
      if (draft) await drafts.delete(draft.draftId);
      // Their chunks lie sealed in the vault already; they go after the words.
      for (const fileId of files) {
        const file = await tx.objectStore('files').get(fileId);
        for (const part of file?.parts ?? [])
          await tx
            .objectStore('outbox')
            .put({ ...row, ...part, ownerMark: null, kind: 'attachment', fileId });
        await tx.objectStore('files').delete(fileId);
      }
    }
    await tx.done;
    return mayWrite || repeated ? 'kept' : 'draft-changed';
  });
}

/** Every row, received ones too, without bytes. */
export async function listOutbox(): Promise<OutboxRow[]> {
  return useVault((vault) => vault.getAll('outbox'));
}

/** What is to be sent now, in sending order. */
export async function listDue(now: number, urgency: Urgency): Promise<OutboxRow[]> {
  return (await listUnsent()).filter((row) => isDue(row, now, urgency)).sort(sendingOrder);
}

/** The earliest end of a lease on a row that waits, device clock in ms; null when none is leased. */
export async function earliestLeaseEnd(now: number): Promise<number | null> {
  const ends = (await listUnsent()).map((row) => leaseEnd(row, now)).filter((end) => end !== null);
  return ends.length === 0 ? null : Math.min(...ends);
}

/** Rows without a receipt. */
export async function countUnsent(): Promise<number> {
  return useVault(async (vault) => {
    const index = vault.transaction('outbox').store.index('by-state');
    const [waiting, held] = await Promise.all([index.count('waiting'), index.count('held')]);
    return waiting + held;
  });
}

/** Rows that go without anybody's help, once the school answers. */
export async function countWaiting(): Promise<number> {
  return useVault((vault) => vault.countFromIndex('outbox', 'by-state', 'waiting'));
}

/**
 * Claims rows for one request. A row that another flusher has claimed or brought home meanwhile is left out.
 * @param mine the row is this flusher's own claim already (a halved batch): only its lease is renewed
 */
export async function claimRows(
  ids: readonly string[],
  now: number,
  urgency: Urgency,
  mine: boolean,
): Promise<ClaimedRow[]> {
  return useVault(async (vault) => {
    const tx = vault.transaction(['outbox', 'envelopes'], 'readwrite');
    const outbox = tx.objectStore('outbox');
    const envelopes = tx.objectStore('envelopes');
    const claimed = await Promise.all(
      ids.map(async (id) => {
        const [row, envelope] = await Promise.all([outbox.get(id), envelopes.get(id)]);
        if (!row || !envelope || row.state === 'received') return [];
        if (!mine && !isDue(row, now, urgency)) return [];
        await outbox.put(leased(row, now));
        return [{ row, bytes: new Uint8Array(envelope.bytes) }];
      }),
    );
    await tx.done;
    return claimed.flat();
  });
}

/** Changes rows in one transaction; a received row is never touched. */
export async function changeRows(
  ids: readonly string[],
  change: (row: OutboxRow) => OutboxRow,
): Promise<void> {
  await useVault(async (vault) => {
    const tx = vault.transaction('outbox', 'readwrite', STRICT);
    await Promise.all(
      ids.map(async (id) => {
        const row = await tx.store.get(id);
        if (row && row.state !== 'received') await tx.store.put(change(row));
      }),
    );
    await tx.done;
  });
}

/** Keeps a reply once, its receipts, and moves their rows on, in one durable transaction. */
export async function keepReceipts(
  reply: ReplyRow,
  receipts: readonly ReceiptRow[],
  change: (row: OutboxRow) => OutboxRow,
): Promise<void> {
  await useVault(async (vault) => {
    const tx = vault.transaction(['outbox', 'replies', 'receipts'], 'readwrite', STRICT);
    const outbox = tx.objectStore('outbox');
    await tx.objectStore('replies').put(reply);
    await Promise.all(
      receipts.map(async (receipt) => {
        const row = await outbox.get(receipt.envelopeId);
        await tx.objectStore('receipts').put(receipt);
        if (row) await outbox.put(change(row));
      }),
    );
    await tx.done;
  });
}

/** Lets the bytes go that the school's backups hold. @returns how many rows went */
export async function forgetBackedUp(now: number, backedUpThrough: string | null): Promise<number> {
  return useVault(async (vault) => {
    const tx = vault.transaction(['outbox', 'envelopes'], 'readwrite', STRICT);
    const received = await tx.objectStore('outbox').index('by-state').getAll('received');
    const gone = received.filter((row) => mayForget(row, now, backedUpThrough));
    for (const { envelopeId } of gone) {
      await tx.objectStore('outbox').delete(envelopeId);
      await tx.objectStore('envelopes').delete(envelopeId);
    }
    await tx.done;
    return gone.length;
  });
}

/** The school's store is another: what an older one had received waits again. @returns how many rows */
export async function offerReceivedAgain(storeEpoch: string): Promise<number> {
  return offerAgain((row) => mustOfferAgain(row, storeEpoch));
}

/** This device is known to the school again: what was refused waits again. @returns how many rows */
export async function offerHeldAgain(): Promise<number> {
  return offerAgain((row) => row.state === 'held');
}

async function listUnsent(): Promise<OutboxRow[]> {
  return useVault(async (vault) => {
    const index = vault.transaction('outbox').store.index('by-state');
    return (await Promise.all([index.getAll('waiting'), index.getAll('held')])).flat();
  });
}

async function offerAgain(must: (row: OutboxStanding) => boolean): Promise<number> {
  return useVault(async (vault) => {
    const tx = vault.transaction('outbox', 'readwrite', STRICT);
    const again = (await tx.store.getAll()).filter(must);
    for (const row of again) await tx.store.put(offeredAgain(row));
    await tx.done;
    return again.length;
  });
}
