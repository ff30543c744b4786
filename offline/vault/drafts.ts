import { STRICT, useVault } from './connection';
import type { DraftRow } from './rows';

/** One person's drafts, the last touched first. */
export async function listDraftRows(authorKeyId: string): Promise<DraftRow[]> {
  const rows = await useVault((vault) => vault.getAllFromIndex('drafts', 'by-author', authorKeyId));
  return rows.filter(({ closed }) => !closed).sort((a, b) => b.updatedAt - a.updatedAt);
}

/** One draft, or null when it was sent, deleted, or can be opened here no more. */
export async function readDraftRow(draftId: string): Promise<DraftRow | null> {
  const row = await useVault((vault) => vault.get('drafts', draftId));
  return row?.closed ? null : (row ?? null);
}

/**
 * Compare-and-set: writes `row` only over revision `row.revision - 1` (or over nothing, for revision 1).
 * @returns false when another tab was faster, or the draft has been sent
 */
export async function putDraftRow(row: DraftRow): Promise<boolean> {
  return useVault(async (vault) => {
    const tx = vault.transaction('drafts', 'readwrite', STRICT);
    const there = await tx.store.get(row.draftId);
    // The same revision with the same bytes is this very write, repeated after a lost connection.
    const repeated = there?.revision === row.revision && sameBytes(there.ciphertext, row.ciphertext);
    const mayWrite = (there?.revision ?? 0) === row.revision - 1;
    if (mayWrite) await tx.store.put(row);
    await tx.done;
    return mayWrite || repeated;
  });
}

function sameBytes(a: ArrayBuffer, b: ArrayBuffer): boolean {
  const left = new Uint8Array(a);
  const right = new Uint8Array(b);
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}
