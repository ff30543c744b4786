import type { Database, LockRow } from './database';
import { OpenStore } from './open-store';
import { NO_TRIES, countTry } from './pin-rules';
import { aesKey, openBytes, sealBytes } from './seal';
import { measuredRounds, stretch } from './stretch';

const PLACE = 'key of the accounts';

/** How a try of the PIN ended; `wait`: ms until the next one. */
export type Tried =
  | { readonly kind: 'open'; readonly store: OpenStore }
  | { readonly kind: 'wrong' | 'wait'; readonly wait: number };

/** The same for who needs the key of the accounts itself. */
export type TriedKey =
  | { readonly kind: 'key'; readonly row: LockRow; readonly key: Uint8Array<ArrayBuffer> }
  | Exclude<Tried, { readonly kind: 'open' }>;

/** How many rounds a new PIN gets: measured on the device that keeps it. */
type Rounds = () => Promise<number>;

/** Whether a PIN was chosen here. */
export async function hasLock(database: Database): Promise<boolean> {
  return (await database.count('lock')) > 0;
}

/** Chooses the first PIN, and opens the empty list. @throws where there is one already */
export async function createLock(
  database: Database,
  pin: string,
  rounds: Rounds = measuredRounds,
): Promise<OpenStore> {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const pepper = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const row = await locked(key, pin, { id: crypto.randomUUID(), pepper, rounds: await rounds() });
  await database.add('lock', row, 'lock');
  return new OpenStore(database, row.id, await aesKey(key));
}

/**
 * Tries a PIN and opens the list with it.
 * @param now ms since 1970
 * @throws where no PIN was chosen
 */
export async function tryPin(database: Database, pin: string, now = Date.now()): Promise<Tried> {
  const tried = await tryKey(database, pin, now);
  return tried.kind === 'key' ? openWith(database, tried) : tried;
}

/**
 * Tries a PIN. The try is counted before it is made, in one transaction, so that neither a closed app nor a second
 * tab gets any for nothing.
 * @param now ms since 1970
 * @throws where no PIN was chosen
 */
export async function tryKey(database: Database, pin: string, now = Date.now()): Promise<TriedKey> {
  const begun = await beginTry(database, now);
  if (begun.wait > 0) return { kind: 'wait', wait: begun.wait };
  const { row } = begun;
  const key = await unwrap(row, pin);
  if (!key) return { kind: 'wrong', wait: Math.max(0, row.tries.nextAt - now) };
  await changeLock(database, row.id, { tries: NO_TRIES });
  return { kind: 'key', row, key };
}

/** Puts another PIN in the place of the present one. @returns as {@link tryPin} of the present one */
export async function changePin(
  database: Database,
  present: string,
  next: string,
  measure: Rounds = measuredRounds,
): Promise<Tried> {
  const tried = await tryKey(database, present);
  if (tried.kind !== 'key') return tried;
  const made = await locked(tried.key, next, { ...tried.row, rounds: await measure() });
  const { rounds, salt, wrapped } = made;
  await changeLock(database, tried.row.id, { rounds, salt, wrapped });
  return openWith(database, tried);
}

/** Starts afresh: PIN and accounts are gone, and nobody can bring them back. */
export async function eraseAll(database: Database): Promise<void> {
  const work = database.transaction(['lock', 'accounts'], 'readwrite');
  await Promise.all([work.objectStore('lock').clear(), work.objectStore('accounts').clear(), work.done]);
}

async function beginTry(database: Database, now: number): Promise<{ row: LockRow; wait: number }> {
  const work = database.transaction('lock', 'readwrite');
  const row = await work.store.get('lock');
  if (!row) throw new Error('no PIN was chosen');
  const { tries, wait } = countTry(row.tries, now);
  const counted = { ...row, tries };
  await work.store.put(counted, 'lock');
  await work.done;
  return { row: counted, wait };
}

/** How the accounts are locked. @throws where no PIN was chosen */
export async function readLock(database: Database): Promise<LockRow> {
  const row = await database.get('lock', 'lock');
  if (!row) throw new Error('no PIN was chosen');
  return row;
}

/** Changes that, unless somebody has started afresh since. @param id of the lock that the change is for */
export async function changeLock(database: Database, id: string, values: Partial<LockRow>): Promise<void> {
  const work = database.transaction('lock', 'readwrite');
  const row = await work.store.get('lock');
  if (row?.id === id) await work.store.put({ ...row, ...values }, 'lock');
  await work.done;
}

async function openWith(
  database: Database,
  { row, key }: Extract<TriedKey, { readonly kind: 'key' }>,
): Promise<Tried> {
  return { kind: 'open', store: new OpenStore(database, row.id, await aesKey(key)) };
}

async function locked(
  key: Uint8Array<ArrayBuffer>,
  pin: string,
  { id, pepper, rounds }: Pick<LockRow, 'id' | 'pepper' | 'rounds'>,
): Promise<LockRow> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const wrapped = await sealBytes(await pinKey(pin, salt, rounds, pepper), PLACE, key);
  return { id, pepper, rounds, salt: salt.buffer, wrapped, tries: NO_TRIES };
}

async function unwrap(row: LockRow, pin: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = await pinKey(pin, new Uint8Array(row.salt), row.rounds, row.pepper);
  return openBytes(key, PLACE, row.wrapped).catch(() => null);
}

/** HMAC with the browser's own key over the stretched PIN. */
async function pinKey(
  pin: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
  pepper: CryptoKey,
): Promise<CryptoKey> {
  const stretched = await stretch(pin, salt, rounds);
  return aesKey(new Uint8Array(await crypto.subtle.sign('HMAC', pepper, stretched)));
}
