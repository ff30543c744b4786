import { STRICT, useVault } from './connection';
import type { ChoreRow } from './rows';

/** Remembers something to do at the next connection, over restarts. */
export async function queueChore(name: ChoreRow['name'], now: number): Promise<void> {
  await useVault(async (vault) => {
    const tx = vault.transaction('chores', 'readwrite', STRICT);
    await Promise.all([tx.store.put({ name, since: now }), tx.done]);
  });
}

/** Whether that is still to do. */
export async function hasChore(name: ChoreRow['name']): Promise<boolean> {
  return (await useVault((vault) => vault.count('chores', name))) > 0;
}

/** It is done. */
export async function dropChore(name: ChoreRow['name']): Promise<void> {
  await useVault((vault) => vault.delete('chores', name));
}
