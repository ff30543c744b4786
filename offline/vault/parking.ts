import { newStanding } from '../outbox/policy';
import { STRICT, useVault } from './connection';
import type { DraftRow } from './rows';

/** Every draft that lies here, whoever began it. */
export async function listAllDraftRows(): Promise<DraftRow[]> {
  return useVault((vault) => vault.getAll('drafts'));
}

/** Puts a draft's parked envelope into the outbox, once, whoever tries it how often. */
export async function queueParkedEnvelope(row: DraftRow): Promise<void> {
  const { envelopeId, digest, bytes } = row.parked;
  await useVault(async (vault) => {
    const tx = vault.transaction(['outbox', 'envelopes', 'receipts'], 'readwrite', STRICT);
    const outbox = tx.objectStore('outbox');
    const [waits, received] = await Promise.all([
      outbox.count(envelopeId),
      tx.objectStore('receipts').count(envelopeId),
    ]);
    if (waits + received === 0) {
      await tx.objectStore('envelopes').put({ envelopeId, bytes });
      await outbox.put({
        ...newStanding(),
        envelopeId,
        lineageId: row.lineageId,
        kind: 'parked',
        digest,
        byteLength: bytes.byteLength,
        createdAt: row.startedAt,
        ownerMark: null,
      });
    }
    await tx.done;
  });
}

/** Whether the school has given a receipt for this envelope that still counts. */
export async function isEnvelopeReceived(envelopeId: string): Promise<boolean> {
  const [row, receipt] = await useVault(async (vault) => {
    const tx = vault.transaction(['outbox', 'receipts']);
    return Promise.all([
      tx.objectStore('outbox').get(envelopeId),
      tx.objectStore('receipts').count(envelopeId),
    ]);
  });
  return receipt > 0 && (row === undefined || row.state === 'received');
}

/** Changes what is known of a draft's parking; does nothing once it was written on, sent or deleted. */
export async function changeParked(
  { draftId, revision }: Pick<DraftRow, 'draftId' | 'revision'>,
  change: Pick<Partial<DraftRow>, 'parking' | 'closed'>,
): Promise<void> {
  await useVault(async (vault) => {
    const tx = vault.transaction('drafts', 'readwrite', STRICT);
    const row = await tx.store.get(draftId);
    if (row?.revision === revision) await tx.store.put({ ...row, ...change });
    await tx.done;
  });
}

/** Lets a draft go that the school holds; not once it was written on. */
export async function dropParked({
  draftId,
  revision,
}: Pick<DraftRow, 'draftId' | 'revision'>): Promise<void> {
  await useVault(async (vault) => {
    const tx = vault.transaction('drafts', 'readwrite', STRICT);
    if ((await tx.store.get(draftId))?.revision === revision) await tx.store.delete(draftId);
    await tx.done;
  });
}

/** Deletes a draft and its key: the person has said so. Where the school may hold it, only its name stays, to say so there. */
export async function dropDraftRow(draftId: string): Promise<void> {
  await useVault(async (vault) => {
    const tx = vault.transaction('drafts', 'readwrite', STRICT);
    const row = await tx.store.get(draftId);
    if (row?.parking) {
      const gone = { ciphertext: new ArrayBuffer(0), wrappedKey: null, closed: true, thrownAway: true };
      await tx.store.put({ ...row, ...gone, revision: row.revision + 1 });
    } else await tx.store.delete(draftId);
    await tx.done;
  });
}
