import { STRICT, useVault } from './connection';
import type { PersonRow } from './rows';

/** Everyone who has joined this device, in no order that says anything. */
export async function listPeopleRows(): Promise<PersonRow[]> {
  return useVault((vault) => vault.getAll('people'));
}

/** One person, or null. */
export async function readPersonRow(authorKeyId: string): Promise<PersonRow | null> {
  return (await useVault((vault) => vault.get('people', authorKeyId))) ?? null;
}

/** Keeps a person who has just joined, durably. */
export async function keepPersonRow(row: PersonRow): Promise<void> {
  await useVault(async (vault) => {
    const tx = vault.transaction('people', 'readwrite', STRICT);
    await Promise.all([tx.store.put(row), tx.done]);
  });
}

/**
 * Changes one person in one transaction, so that two tabs cannot both count a wrong PIN as the first.
 * @param change what to write of what lies there
 * @returns the row as it now lies, or null when the person is gone
 */
export async function changePersonRow(
  authorKeyId: string,
  change: (row: PersonRow) => Partial<PersonRow>,
): Promise<PersonRow | null> {
  return useVault(async (vault) => {
    const tx = vault.transaction('people', 'readwrite', STRICT);
    const row = await tx.store.get(authorKeyId);
    const changed = row ? { ...row, ...change(row) } : null;
    if (changed) await tx.store.put(changed);
    await tx.done;
    return changed;
  });
}

/**
 * Takes a person, and what they wrote for practice or began to add to a record, off the device. What is sealed stays in the outbox; drafts stay until
 * the school holds them.
 */
export async function dropPersonRow(authorKeyId: string): Promise<void> {
  await useVault(async (vault) => {
    const tx = vault.transaction(['people', 'practice', 'additions', 'chores'], 'readwrite', STRICT);
    const practice = tx.objectStore('practice');
    const practised = (await practice.getAll()).filter((row) => row.authorKeyId === authorKeyId);
    const additions = tx.objectStore('additions');
    const added = (await additions.getAll()).filter((row) => row.authorKeyId === authorKeyId);
    await Promise.all([
      tx.objectStore('people').delete(authorKeyId),
      tx.objectStore('chores').delete(`practised:${authorKeyId}`),
      ...practised.map(({ practiceId }) => practice.delete(practiceId)),
      ...added.map(({ additionId }) => additions.delete(additionId)),
    ]);
    await tx.done;
  });
}
