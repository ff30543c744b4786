import { openDB } from 'idb';
import { upgradeVault, VAULT_NAME, VAULT_VERSION, type Vault, type VaultSchema } from './schema';

/** For everything that a person was told is saved: returns only after it is on the disk, not before. */
export const STRICT = { durability: 'strict' } as const;

let opening: Promise<Vault> | null = null;

/**
 * Runs one small piece of work on the vault. Engines lose connections under a page (WebKit after backgrounding, any
 * engine for another tab's upgrade): then it reopens and runs the work once more. `work` therefore is one
 * transaction that may run twice, and awaits nothing but the vault inside it.
 * @throws what `work` throws, also the second time: nobody may say "saved" then
 */
export async function useVault<T>(work: (vault: Vault) => Promise<T>): Promise<T> {
  try {
    return await work(await connect());
  } catch (fault) {
    if (!isLostConnection(fault)) throw fault;
    await closeVault();
    return work(await connect());
  }
}

/** Lets go of the connection; the next use opens another. */
export async function closeVault(): Promise<void> {
  const open = opening;
  opening = null;
  try {
    (await open)?.close();
  } catch {
    // It never opened: nothing to close.
  }
}

function connect(): Promise<Vault> {
  opening ??= open();
  const mine = opening;
  mine.catch(() => {
    // A failed opening must not be what every later use is given.
    if (opening === mine) opening = null;
  });
  return mine;
}

async function open(): Promise<Vault> {
  try {
    return await openDB<VaultSchema>(VAULT_NAME, VAULT_VERSION, {
      upgrade: (vault, oldVersion) => upgradeVault(vault, oldVersion),
      ...hooks(),
    });
  } catch (fault) {
    // A newer page has upgraded it. Upgrades only add, so this build goes on with what it knows.
    if (fault instanceof DOMException && fault.name === 'VersionError') {
      return openDB<VaultSchema>(VAULT_NAME, undefined, hooks());
    }
    throw fault;
  }
}

/** Another tab's upgrade waits until this connection is closed; every use here is one transaction, so it may be. */
function hooks() {
  return {
    blocking() {
      void closeVault();
    },
    terminated() {
      opening = null;
    },
  };
}

const LOST = new Set(['InvalidStateError', 'UnknownError', 'AbortError', 'TransactionInactiveError']);

function isLostConnection(fault: unknown): boolean {
  return fault instanceof DOMException && LOST.has(fault.name);
}
