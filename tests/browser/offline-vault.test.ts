import { openDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import { closeVault, useVault } from '../../offline/vault/connection';
import { dropChore, hasChore, queueChore } from '../../offline/vault/chores';
import { VAULT_NAME, VAULT_VERSION } from '../../offline/vault/schema';
import { emptyBrowser } from '../offline/tablet';

beforeEach(emptyBrowser);

it('goes on, with everything kept, when the connection is closed under the page', async () => {
  await queueChore('end-session', 1);
  await useVault(async (vault) => vault.close());
  expect(await hasChore('end-session')).toBe(true);
  await useVault(async (vault) => vault.close());
  await dropChore('end-session');
  expect(await hasChore('end-session')).toBe(false);
});

it('gives way to another tab’s newer version and goes on with what it knows', async () => {
  await queueChore('end-session', 1);
  const newer = await openDB(VAULT_NAME, VAULT_VERSION + 1, {
    upgrade(vault) {
      vault.createObjectStore('of-next-year');
    },
  });
  expect(await hasChore('end-session')).toBe(true);
  expect(await useVault(async (vault) => vault.version)).toBe(VAULT_VERSION + 1);
  newer.close();
});

it('tells nobody "saved" when the transaction did not commit', async () => {
  const failing = useVault(async (vault) => {
    const tx = vault.transaction('chores', 'readwrite');
    tx.store.put({ name: 'end-session', since: 1 }).catch(() => undefined);
    tx.abort();
    await tx.done;
  });
  await expect(failing).rejects.toThrow();
  expect(await hasChore('end-session')).toBe(false);
});

it('does not stay broken after one failed opening', async () => {
  await closeVault();
  const blocker = await openDB(VAULT_NAME, VAULT_VERSION + 5);
  await expect(queueChore('end-session', 1)).rejects.toThrow();
  blocker.close();
  await emptyBrowser();
  await queueChore('end-session', 1);
  expect(await hasChore('end-session')).toBe(true);
});
