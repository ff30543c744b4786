import type { Database, LockRow, PasskeyRow } from './database';
import { changeLock, readLock, type TriedKey } from './lock';
import { OpenStore } from './open-store';
import { askPasskey, createPasskey, forgetPasskey, PasskeyFailed } from './platform-passkey';
import { aesKey, openBytes, sealBytes } from './seal';

const PLACE = 'key of the accounts, by passkey';

type Bytes = Uint8Array<ArrayBuffer>;

/** Whether a passkey opens the accounts, beside the PIN. */
export async function hasPasskey(database: Database): Promise<boolean> {
  const row = await database.get('lock', 'lock');
  return !!row?.passkey;
}

/**
 * Opens the accounts. It is no try of the PIN: none is counted, and no wait holds it up.
 * @throws PasskeyFailed
 */
export async function openByPasskey(database: Database, signal: AbortSignal): Promise<OpenStore> {
  const row = await readLock(database);
  if (!row.passkey) throw new PasskeyFailed('cannot');
  const secret = await askPasskey(row.passkey.credentialId, row.passkey.salt, signal);
  const key = await unwrap(row, row.passkey, secret);
  if (!key) throw new PasskeyFailed('other-secret');
  return new OpenStore(database, row.id, await aesKey(key));
}

/** The PIN alone opens the accounts again. */
export async function removePasskey(database: Database): Promise<void> {
  const { id, passkey } = await readLock(database);
  await changeLock(database, id, { passkey: null });
  if (passkey) await forgetPasskey(passkey.credentialId);
}

/**
 * A passkey on its way. It is kept only once it has opened what it seals: some phones answer each time with another
 * secret.
 */
export class NewPasskey {
  readonly #database: Database;
  readonly #row: LockRow;
  readonly #key: Bytes;
  readonly #salt = crypto.getRandomValues(new Uint8Array(32));
  #made: { readonly credentialId: ArrayBuffer; secret: Bytes | null } | null = null;

  /** @param opened by the PIN, just now */
  constructor(database: Database, opened: Extract<TriedKey, { readonly kind: 'key' }>) {
    this.#database = database;
    this.#row = opened.row;
    this.#key = opened.key;
  }

  /**
   * Makes it, asks it, opens with it, keeps it. After a `cancelled` it may be called again, from a button: some
   * browsers ask for nothing otherwise.
   * @throws PasskeyFailed; nothing is kept then
   */
  async add(name: string, signal: AbortSignal): Promise<void> {
    try {
      const passkey = await this.#prove(name, signal);
      await changeLock(this.#database, this.#row.id, { passkey });
      this.#made = null;
    } catch (fault) {
      if (!(fault instanceof PasskeyFailed && fault.fault === 'cancelled')) await this.leave();
      throw fault;
    }
  }

  /** Lets go of one that was made and not kept. */
  async leave(): Promise<void> {
    const made = this.#made;
    this.#made = null;
    if (made) await forgetPasskey(made.credentialId);
  }

  async #prove(name: string, signal: AbortSignal): Promise<PasskeyRow> {
    const { pepper } = this.#row;
    const salt = this.#salt.buffer;
    const user = { id: await underPepper(pepper, 'user of the passkey'), name };
    this.#made ??= { ...(await createPasskey(user, this.#salt, signal)) };
    const { credentialId } = this.#made;
    this.#made.secret ??= await askPasskey(credentialId, salt, signal);
    const wrapped = await sealBytes(await passkeyKey(pepper, this.#made.secret), PLACE, this.#key);
    const passkey = { credentialId, salt, wrapped };
    const again = await askPasskey(credentialId, salt, signal);
    if (!(await unwrap(this.#row, passkey, again))) throw new PasskeyFailed('other-secret');
    return passkey;
  }
}

async function unwrap(row: LockRow, { wrapped }: PasskeyRow, secret: Bytes): Promise<Bytes | null> {
  return openBytes(await passkeyKey(row.pepper, secret), PLACE, wrapped).catch(() => null);
}

/** HMAC with the browser's own key: a passkey that was copied to another phone opens nothing there. */
async function passkeyKey(pepper: CryptoKey, secret: Bytes): Promise<CryptoKey> {
  return aesKey(await underPepper(pepper, 'secret of the passkey', secret));
}

async function underPepper(pepper: CryptoKey, what: string, bytes = new Uint8Array(0)): Promise<Bytes> {
  const name = new TextEncoder().encode(`${what}\0`);
  const whole = new Uint8Array(name.length + bytes.length);
  whole.set(name);
  whole.set(bytes, name.length);
  return new Uint8Array(await crypto.subtle.sign('HMAC', pepper, whole));
}
