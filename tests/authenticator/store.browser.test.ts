import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { USUAL, type Account } from '../../authenticator/otp/account';
import { codeAt } from '../../authenticator/otp/totp';
import { openDatabase, type Database } from '../../authenticator/store/database';
import { changePin, createLock, eraseAll, hasLock, tryPin, type Tried } from '../../authenticator/store/lock';
import { StartedAfresh, type OpenStore } from '../../authenticator/store/open-store';

const PIN = '271828';
const WRONG = '314159';
/** The strength of a PIN is measured in its own test; here a try costs next to nothing. */
const quick = async () => 1_000;
const school: Account = {
  ...USUAL,
  issuer: 'Heed (Oakfield Primary)',
  name: 'tom@oakfield.example',
  secret: 'JBSWY3DPEHPK3PXP',
};
const bank: Account = { ...USUAL, issuer: 'Bank', name: '', secret: 'KRSXG5BAONSWG4TFOQ', digits: 8 };

let name: string;
let database: Database;

beforeEach(async () => {
  name = `authenticator-${crypto.randomUUID()}`;
  database = await openDatabase(name);
});
afterEach(async () => {
  database.close();
  await deleteDB(name);
});

const opened = (tried: Tried): OpenStore => {
  if (tried.kind !== 'open') throw new Error(tried.kind);
  return tried.store;
};
const names = async (store: OpenStore) => (await store.list()).map(({ issuer }) => issuer);

describe('the PIN', () => {
  it('opens the accounts again after the app was closed', async () => {
    expect(await hasLock(database)).toBe(false);
    await (await createLock(database, PIN, quick)).add([school]);
    database.close();
    database = await openDatabase(name);

    expect(await hasLock(database)).toBe(true);
    const [account] = await opened(await tryPin(database, PIN)).list();
    expect(account).toMatchObject({ issuer: school.issuer, name: school.name });
    // RFC 4226 with this secret at step 0, as any other app shows it.
    expect(await codeAt(account!.key, account!, 0)).toBe('282760');
  });

  it('that is wrong opens nothing, is counted over restarts, and waits from the fifth on', async () => {
    await createLock(database, PIN, quick);
    const now = 1_000_000;
    for (let at = 0; at < 4; at++) {
      expect(await tryPin(database, WRONG, now)).toEqual({ kind: 'wrong', wait: 0 });
    }
    database.close();
    database = await openDatabase(name);
    expect(await tryPin(database, WRONG, now)).toEqual({ kind: 'wrong', wait: 30_000 });
    expect(await tryPin(database, PIN, now + 10_000)).toEqual({ kind: 'wait', wait: 20_000 });
    expect((await tryPin(database, PIN, now + 30_000)).kind).toBe('open');
    expect(await tryPin(database, WRONG, now + 31_000)).toEqual({ kind: 'wrong', wait: 0 });
  });

  it('can be another one; the accounts stay', async () => {
    await (await createLock(database, PIN, quick)).add([school]);
    expect((await changePin(database, WRONG, '141421', quick)).kind).toBe('wrong');
    expect((await changePin(database, PIN, '141421', quick)).kind).toBe('open');
    expect((await tryPin(database, PIN)).kind).toBe('wrong');
    expect(await names(opened(await tryPin(database, '141421')))).toEqual([school.issuer]);
  });

  it('is chosen once: a second window does not put its own over it', async () => {
    await createLock(database, PIN, quick);
    await expect(createLock(database, WRONG, quick)).rejects.toThrow();
    expect((await tryPin(database, PIN)).kind).toBe('open');
  });

  it('forgotten means starting afresh, and an older window writes nothing under the lost key', async () => {
    const old = await createLock(database, PIN, quick);
    await old.add([school]);
    await eraseAll(database);
    expect(await hasLock(database)).toBe(false);
    const fresh = await createLock(database, WRONG, quick);
    expect(await fresh.list()).toEqual([]);
    await expect(old.add([bank])).rejects.toThrow(StartedAfresh);
    await expect(old.list()).rejects.toThrow(StartedAfresh);
    expect(await fresh.list()).toEqual([]);
  });
});

describe('what lies in the browser', () => {
  it('names no account and holds no secret, and its keys cannot be read back', async () => {
    const store = await createLock(database, PIN);
    await store.add([school]);
    const rows = await database.getAll('accounts');
    const lock = await database.get('lock', 'lock');
    const bytes = rows.map(({ sealed }) => new TextDecoder('latin1').decode(sealed)).join();
    for (const word of ['Oakfield', 'tom', school.secret]) expect(bytes).not.toContain(word);
    expect(JSON.stringify(rows)).not.toContain('Oakfield');
    expect(lock!.rounds).toBeGreaterThanOrEqual(600_000);
    await expect(crypto.subtle.exportKey('raw', lock!.pepper)).rejects.toThrow();
    const [shown] = await store.list();
    expect(shown).not.toHaveProperty('secret');
    await expect(crypto.subtle.exportKey('raw', shown!.key)).rejects.toThrow();
  });

  it('does not open when a row was put in the place of another', async () => {
    const store = await createLock(database, PIN, quick);
    await store.add([school, bank]);
    const [first, second] = await database.getAll('accounts');
    await database.put('accounts', { ...first!, sealed: second!.sealed });
    await expect(store.list()).rejects.toThrow();
  });
});

describe('several accounts', () => {
  let store: OpenStore;
  beforeEach(async () => {
    store = await createLock(database, PIN, quick);
    await store.add([school, bank]);
  });

  it('stand in the order in which they came, and the same one comes once', async () => {
    expect(await store.add([{ ...bank, issuer: 'Again' }])).toEqual([]);
    expect(await store.add([{ ...bank, digits: 6, issuer: 'Short' }])).toHaveLength(1);
    expect(await names(store)).toEqual([school.issuer, 'Bank', 'Short']);
  });

  it('move up and down, and stay at the ends', async () => {
    const [first, second] = await store.list();
    await store.move(second!.id, -1);
    expect(await names(store)).toEqual(['Bank', school.issuer]);
    await store.move(second!.id, -1);
    await store.move(first!.id, 1);
    expect(await names(store)).toEqual(['Bank', school.issuer]);
  });

  it('take another name and keep their codes', async () => {
    const [first] = await store.list();
    const before = await codeAt(first!.key, first!, 1e12);
    await store.rename(first!.id, { issuer: 'My school', name: '' });
    const [renamed] = await store.list();
    expect(renamed).toMatchObject({ issuer: 'My school', name: '' });
    expect(await codeAt(renamed!.key, renamed!, 1e12)).toBe(before);
  });

  it('go, and leave the others', async () => {
    const [first] = await store.list();
    await store.remove(first!.id);
    expect(await names(store)).toEqual(['Bank']);
    await store.add([school]);
    expect(await names(store)).toEqual(['Bank', school.issuer]);
  });
});
