import { listAdditionRows } from './additions';
import { STRICT, useVault } from './connection';
import { listDraftRows } from './drafts';
import type { PracticeRow } from './rows';

/** What one person has written while practising and not yet decided on, the last touched first. */
export async function listPracticeRows(authorKeyId: string): Promise<PracticeRow[]> {
  const rows = await useVault((vault) => vault.getAll('practice'));
  return rows.filter((row) => row.authorKeyId === authorKeyId).sort((a, b) => b.updatedAt - a.updatedAt);
}

/** Keeps it, durably. Every page that practises has a row of its own, so no tab writes over another's. */
export async function putPracticeRow(row: PracticeRow): Promise<void> {
  await useVault(async (vault) => {
    const tx = vault.transaction('practice', 'readwrite', STRICT);
    await Promise.all([tx.store.put(row), tx.done]);
  });
}

/** Deletes it: its author has said that it was practice, or it is a real draft now. */
export async function dropPracticeRow(practiceId: string): Promise<void> {
  await useVault(async (vault) => {
    const tx = vault.transaction('practice', 'readwrite', STRICT);
    await Promise.all([tx.store.delete(practiceId), tx.done]);
  });
}

/**
 * How many texts of this person would be lost with their place here: drafts, what they wrote while practising, and what
 * they began to add to records.
 */
export async function countTexts(authorKeyId: string): Promise<number> {
  const texts = await Promise.all([
    listDraftRows(authorKeyId),
    listPracticeRows(authorKeyId),
    listAdditionRows(authorKeyId),
  ]);
  return texts.flat().length;
}
