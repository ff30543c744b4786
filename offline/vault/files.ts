import { STRICT, useVault } from './connection';
import type { FileRow } from './rows';

/*
 * Files of drafts: each chunk lies here sealed to the school already, as its envelope; the key is in the encrypted draft
 * alone. With its record they go into the outbox; without one they are let go.
 */

/** A file of somebody online that its school never heard of, here or anywhere, is let go after this long, ms. */
const ONLINE_MS = 30 * 24 * 60 * 60_000;
/** A chunk that was started and never finished, by a page that was closed, is let go after this long, ms. */
const HALF_MS = 24 * 60 * 60_000;

/** Puts one more chunk of a file down, durably, with what is known of the file by now. @throws when there is no room */
export async function putFilePart(row: FileRow, envelopeId: string, bytes: ArrayBuffer): Promise<void> {
  await useVault(async (vault) => {
    const tx = vault.transaction(['files', 'envelopes'], 'readwrite', STRICT);
    await Promise.all([
      tx.objectStore('envelopes').put({ envelopeId, bytes }),
      tx.objectStore('files').put(row),
      tx.done,
    ]);
  });
}

/** Which of these files lie here whole, or have gone into the outbox with another draft of the same record. */
export async function filesHere(fileIds: readonly string[]): Promise<ReadonlySet<string>> {
  return useVault(async (vault) => {
    const rows = await vault.getAll('files');
    const whole = rows.filter((row) => row.whole).map(({ fileId }) => fileId);
    return new Set(fileIds.filter((id) => whole.includes(id)));
  });
}

/** Lets a file go that was taken out of its draft. */
export async function dropFile(fileId: string): Promise<void> {
  await drop((row) => row.fileId === fileId);
}

/** Lets the files go of drafts that are here no more, and chunks that a closed page has left. @param now device clock, ms */
export async function dropStrayFiles(now: number): Promise<void> {
  const drafts = await useVault((vault) => vault.getAll('drafts'));
  const lineages = new Set(drafts.map(({ lineageId }) => lineageId));
  await drop((row) => {
    const age = now - row.createdAt;
    if (!row.whole) return age > HALF_MS || (!row.online && !lineages.has(row.lineageId));
    return row.online ? age > ONLINE_MS : !lineages.has(row.lineageId);
  });
}

/** What is in the outbox already stays: it is on its way. */
async function drop(goes: (row: FileRow) => boolean): Promise<void> {
  await useVault(async (vault) => {
    const tx = vault.transaction(['files', 'envelopes', 'outbox'], 'readwrite', STRICT);
    for (const row of (await tx.objectStore('files').getAll()).filter(goes)) {
      for (const { envelopeId } of row.parts) {
        if ((await tx.objectStore('outbox').count(envelopeId)) === 0)
          await tx.objectStore('envelopes').delete(envelopeId);
      }
      await tx.objectStore('files').delete(row.fileId);
    }
    await tx.done;
  });
}
