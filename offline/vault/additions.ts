import { STRICT, useVault } from './connection';
import type { AdditionRow, OutboxRow } from './rows';

/** What one person has begun to add to records and not sent yet, the last touched first. */
export async function listAdditionRows(authorKeyId: string): Promise<AdditionRow[]> {
  const rows = await useVault((vault) => vault.getAll('additions'));
  return rows.filter((row) => row.authorKeyId === authorKeyId).sort((a, b) => b.updatedAt - a.updatedAt);
}

/**
 * Compare-and-set, durably: writes `row` only over revision `row.revision - 1` (or over nothing, for revision 1).
 * @returns false when another tab was faster, or has sent it
 */
export async function putAdditionRow(row: AdditionRow): Promise<boolean> {
  return useVault(async (vault) => {
    const tx = vault.transaction('additions', 'readwrite', STRICT);
    const there = await tx.store.get(row.additionId);
    const mayWrite = (there?.revision ?? 0) === row.revision - 1;
    if (mayWrite) await tx.store.put(row);
    await tx.done;
    return mayWrite;
  });
}

/** Deletes one that its author does not want to send. */
export async function dropAdditionRow(additionId: string): Promise<void> {
  await useVault(async (vault) => {
    const tx = vault.transaction('additions', 'readwrite', STRICT);
    await Promise.all([tx.store.delete(additionId), tx.done]);
  });
}

/**
 * Puts a sealed addition into the outbox in the place of what was begun, in one durable transaction; only after it may a
 * screen say "Waiting on this tablet" (envelope.md, Submitting).
 * @returns false when another tab changed or sent it meanwhile: nothing was written
 */
export async function sendAdditionRow(
  row: OutboxRow,
  bytes: ArrayBuffer,
  { additionId, revision }: Pick<AdditionRow, 'additionId' | 'revision'>,
): Promise<boolean> {
  return useVault(async (vault) => {
    const tx = vault.transaction(['additions', 'outbox', 'envelopes'], 'readwrite', STRICT);
    // Already there: this very submission, repeated after a lost connection.
    const repeated = (await tx.objectStore('outbox').count(row.envelopeId)) > 0;
    const there = await tx.objectStore('additions').get(additionId);
    const mayWrite = !repeated && there?.revision === revision;
    if (mayWrite) {
      await tx.objectStore('outbox').put(row);
      await tx.objectStore('envelopes').put({ envelopeId: row.envelopeId, bytes });
      await tx.objectStore('additions').delete(additionId);
    }
    await tx.done;
    return mayWrite || repeated;
  });
}
