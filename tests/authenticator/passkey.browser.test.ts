import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { USUAL, type Account } from '../../authenticator/otp/account';
import { openDatabase, type Database } from '../../authenticator/store/database';
import {
  changeLock,
  changePin,
  createLock,
  eraseAll,
  readLock,
  tryKey,
} from '../../authenticator/store/lock';
import { hasPasskey, NewPasskey, openByPasskey, removePasskey } from '../../authenticator/store/passkey';
import { PasskeyDevice } from '../browser/passkey-device';

const PIN = '271828';
const quick = async () => 1_000;
const school: Account = { ...USUAL, issuer: 'Oakfield', name: '', secret: 'JBSWY3DPEHPK3PXP' };
const stays = new AbortController().signal;

let name: string;
let database: Database;
let phone: PasskeyDevice;

beforeEach(async () => {
  name = `authenticator-${crypto.randomUUID()}`;
  database = await openDatabase(name);
  await (await createLock(database, PIN, quick)).add([school]);
  phone = await PasskeyDevice.of({ prf: true });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await phone.remove();
  database.close();
  await deleteDB(name);
});

async function addsPasskey(): Promise<void> {
  const opened = await tryKey(database, PIN);
  if (opened.kind !== 'key') throw new Error(opened.kind);
  await new NewPasskey(database, opened).add('Codes', stays);
}

const issuers = async () => {
  const store = await openByPasskey(database, stays);
  return (await store.list()).map(({ issuer }) => issuer);
};

describe('a passkey beside the PIN', () => {
  it('opens the accounts after the app was closed, while wrong PINs have to wait, and after a new PIN', async () => {
    expect(await hasPasskey(database)).toBe(false);
    await addsPasskey();
    database.close();
    database = await openDatabase(name);
    const { id } = await readLock(database);
    await changeLock(database, id, { tries: { wrong: 5, nextAt: Date.now() + 60_000 } });
    expect(await issuers()).toEqual(['Oakfield']);
    expect((await readLock(database)).tries.wrong).toBe(5);
    await changeLock(database, id, { tries: { wrong: 0, nextAt: 0 } });
    expect((await changePin(database, PIN, '314159', quick)).kind).toBe('open');
    expect(await issuers()).toEqual(['Oakfield']);
  });

  it('opens nothing once it was turned off, or somebody started afresh', async () => {
    await addsPasskey();
    await removePasskey(database);
    await expect(issuers()).rejects.toMatchObject({ fault: 'cannot' });
    expect(await phone.count()).toBe(0);
    await addsPasskey();
    await eraseAll(database);
    await createLock(database, PIN, quick);
    expect(await hasPasskey(database)).toBe(false);
  });

  it('is worth nothing in another browser: its secret alone does not open a copy of the rows', async () => {
    await addsPasskey();
    const { id } = await readLock(database);
    const pepper = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    await changeLock(database, id, { pepper });
    await expect(issuers()).rejects.toMatchObject({ fault: 'other-secret' });
  });
});

describe('a passkey that is not kept', () => {
  it('is one that answers with another secret the second time, or holds none', async () => {
    const asked = vi.spyOn(navigator.credentials, 'get').mockImplementation(async (options) => {
      asked.mockRestore();
      const prf = { eval: { first: crypto.getRandomValues(new Uint8Array(32)) } };
      const publicKey = { ...options!.publicKey!, extensions: { prf } };
      return navigator.credentials.get({ ...options, publicKey });
    });
    await expect(addsPasskey()).rejects.toMatchObject({ fault: 'other-secret' });
    expect([await hasPasskey(database), await phone.count()]).toEqual([false, 0]);

    await phone.remove();
    phone = await PasskeyDevice.of({ prf: false });
    await expect(addsPasskey()).rejects.toMatchObject({ fault: 'cannot' });
    expect([await hasPasskey(database), await phone.count()]).toEqual([false, 0]);
  });

  it('is one that nobody touched, until somebody does', async () => {
    const opened = await tryKey(database, PIN);
    if (opened.kind !== 'key') throw new Error(opened.kind);
    const made = new NewPasskey(database, opened);
    await phone.isTouched(false);
    await expect(made.add('Codes', AbortSignal.timeout(300))).rejects.toMatchObject({ fault: 'cancelled' });
    expect(await hasPasskey(database)).toBe(false);
    await phone.isTouched(true);
    await made.add('Codes', stays);
    expect(await issuers()).toEqual(['Oakfield']);
  });
});
