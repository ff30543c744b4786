import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Tries } from './pin-rules';

const NAME = 'heed-authenticator';

/** A second way to open the accounts, beside the PIN: a passkey of this phone that holds a secret (WebAuthn PRF). */
export interface PasskeyRow {
  readonly credentialId: ArrayBuffer;
  /** 32 bytes that its secret is for */
  readonly salt: ArrayBuffer;
  /** the key of the accounts, sealed */
  readonly wrapped: ArrayBuffer;
}

/** How the PIN opens the accounts. There is one, once a PIN is chosen. */
export interface LockRow {
  /** changes when somebody starts afresh, so that an old page does not write under a lost key */
  readonly id: string;
  /** HMAC key that never leaves this browser: the rest of the store alone is of no use */
  readonly pepper: CryptoKey;
  readonly rounds: number;
  readonly salt: ArrayBuffer;
  /** the key of the accounts, sealed */
  readonly wrapped: ArrayBuffer;
  readonly tries: Tries;
  /** null or missing: the PIN alone opens them */
  readonly passkey?: PasskeyRow | null;
}

/** One account: its place in the list is clear, everything else sealed. */
export interface AccountRow {
  readonly id: string;
  readonly place: number;
  readonly sealed: ArrayBuffer;
}

interface Schema extends DBSchema {
  lock: { key: 'lock'; value: LockRow };
  accounts: { key: string; value: AccountRow };
}

/** The one database of Heed Authenticator, beside those of Heed itself and never opened by it. */
export type Database = IDBPDatabase<Schema>;

/** Opens it, and makes it the first time. @throws where the browser keeps nothing (private windows of some) */
export async function openDatabase(name = NAME): Promise<Database> {
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('lock');
      database.createObjectStore('accounts', { keyPath: 'id' });
    },
    // Another tab upgrades or removes it: this one must not stand in its way.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase | null)?.close(),
  });
}
