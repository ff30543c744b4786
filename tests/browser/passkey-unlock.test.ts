import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeVault } from '../../offline/vault/connection';
import { changePersonRow, readPersonRow } from '../../offline/vault/people';
import { currentUnlocked, setUnlocked } from '../../client/contexts/unlocked';
import { createDraft, listDrafts } from '../../client/sealing/drafts';
import { NewPasskey, removePasskey } from '../../client/unlock/add-passkey';
import { changePin } from '../../client/unlock/forgotten-pin';
import { canUsePasskeys } from '../../client/unlock/passkey';
import { removePerson } from '../../client/unlock/remove-person';
import { openWithPin, unlockWithPin } from '../../client/unlock/unlock';
import { unlockWithPasskey } from '../../client/unlock/unlock-with-passkey';
import type { Unlocked } from '../../client/unlock/unlocked';
import '../../client/screens/lock/lock-screen';
import { School } from '../offline/school';
import { aPersonOn, aTablet, PIN } from '../offline/tablet';
import { aPlaceForScreens, until, visited } from './lock-place';
import { PasskeyDevice } from './passkey-device';

let school: School;
let jo: Unlocked;
let ben: Unlocked;
let device: PasskeyDevice;
const nobodyLeaves = new AbortController().signal;

beforeAll(async () => {
  school = await School.open();
  await aTablet(school);
  jo = await aPersonOn(school, 'Jo Price');
  ben = await aPersonOn(school, 'Ben Hall');
});

beforeEach(async () => {
  device = await PasskeyDevice.of({ prf: true });
  for (const { person } of [jo, ben]) {
    await changePersonRow(person.authorKeyId, () => ({ passkey: null, wrongPins: 0, nextTryAt: 0 }));
  }
});

afterEach(async () => {
  vi.restoreAllMocks();
  await device.remove();
});

/** As the person does it in their own settings: unlocked, and the PIN again. */
async function addsPasskey(who: Unlocked): Promise<void> {
  setUnlocked(who);
  const opened = await openWithPin(who.person.authorKeyId, PIN);
  if (!('raw' in opened)) throw new Error('wrong PIN');
  await new NewPasskey(opened, who.person.name).add();
  setUnlocked(null);
}

const kept = async (who: Unlocked) => (await readPersonRow(who.person.authorKeyId))?.passkey ?? null;
const byPasskey = async (who: Unlocked) => unlockWithPasskey(who.person.authorKeyId, nobodyLeaves);

describe('a passkey beside the PIN', () => {
  it('opens the drafts of its person after a restart, and only once the PIN was right', async () => {
    expect(await openWithPin(jo.person.authorKeyId, '999999')).toEqual({ kind: 'wrong', waitMs: 0 });
    setUnlocked(jo);
    await createDraft(jo, { text: 'before the lock' });
    await addsPasskey(jo);
    await closeVault();
    const result = await byPasskey(jo);
    if (result.kind !== 'unlocked') throw new Error('still locked');
    expect((await listDrafts(result.unlocked)).drafts[0]?.content).toEqual({ text: 'before the lock' });
    expect(currentUnlocked()?.person.name).toBe('Jo Price');
    expect((await unlockWithPin(jo.person.authorKeyId, PIN)).kind).toBe('unlocked');
  });

  it('goes on working when the PIN is changed, and is counted as no PIN', async () => {
    await addsPasskey(jo);
    expect(await changePin(jo.person.authorKeyId, PIN, '571830')).toBe(true);
    await changePersonRow(jo.person.authorKeyId, () => ({ wrongPins: 5, nextTryAt: Date.now() + 60_000 }));
    await device.isTouched(false);
    expect(await unlockWithPasskey(jo.person.authorKeyId, AbortSignal.timeout(300))).toEqual({
      kind: 'failed',
      fault: 'cancelled',
    });
    expect(await readPersonRow(jo.person.authorKeyId)).toMatchObject({ wrongPins: 5 });
    await device.isTouched(true);
    expect((await byPasskey(jo)).kind).toBe('unlocked');
    await changePersonRow(jo.person.authorKeyId, () => ({ wrongPins: 0, nextTryAt: 0 }));
    expect(await changePin(jo.person.authorKeyId, '571830', PIN)).toBe(true);
  });

  it('never opens what is a colleague’s, also where somebody moves it into their row', async () => {
    await addsPasskey(jo);
    await addsPasskey(ben);
    const [ofJo, ofBen] = [await kept(jo), await kept(ben)];
    if (!ofJo || !ofBen) throw new Error('not kept');
    await changePersonRow(ben.person.authorKeyId, () => ({ passkey: ofJo }));
    expect(await byPasskey(ben)).toEqual({ kind: 'failed', fault: 'other-secret' });
    const mixed = { ...ofBen, credentialId: ofJo.credentialId };
    await changePersonRow(ben.person.authorKeyId, () => ({ passkey: mixed }));
    expect(await byPasskey(ben)).toEqual({ kind: 'failed', fault: 'other-secret' });
    expect(currentUnlocked()).toBeNull();
  });

  it('opens nothing any more once it was turned off, or its person was removed from the tablet', async () => {
    await addsPasskey(jo);
    await removePasskey(jo.person.authorKeyId);
    expect(await byPasskey(jo)).toEqual({ kind: 'gone' });
    const sam = await aPersonOn(school, 'Sam Okoro');
    await addsPasskey(sam);
    await removePerson(sam.person.authorKeyId, null);
    expect(await byPasskey(sam)).toEqual({ kind: 'gone' });
    expect(await device.count()).toBe(0);
  });
});

describe('the lock screen', () => {
  it('offers a passkey first to who has one, also while wrong PINs keep them waiting', async () => {
    await addsPasskey(jo);
    await changePersonRow(jo.person.authorKeyId, () => ({ wrongPins: 5, nextTryAt: Date.now() + 60_000 }));
    const screen = document.createElement('heed-lock-screen');
    screen.next = '/mine';
    aPlaceForScreens().replaceChildren(screen);
    const tiles = await until('the names', () => screen.querySelector('heed-person-tiles'));
    const choose = (name: string) =>
      [...tiles.querySelectorAll('label')].find((one) => one.textContent.includes(name))!.click();
    const button = () => screen.querySelector<HTMLButtonElement>('.button.primary.wide');
    choose('Ben');
    await until('Ben’s keys', () => screen.querySelector('heed-keypad')?.label === 'PIN for Ben');
    expect(button()).toBeNull();
    choose('Jo');
    await until('the wait', () => screen.querySelector('heed-pin-wait'));
    (await until('the passkey', button)).click();
    await until('the way on', () => visited.includes('/mine'));
    expect(currentUnlocked()?.person.name).toBe('Jo Price');
  });
});

describe('a passkey that is not kept', () => {
  it('is one that answers with another secret the second time', async () => {
    const asked = vi.spyOn(navigator.credentials, 'get').mockImplementation(async (options) => {
      asked.mockRestore();
      const first = crypto.getRandomValues(new Uint8Array(32));
      const prf = { eval: { first } };
      return navigator.credentials.get({
        ...options,
        publicKey: { ...options!.publicKey!, extensions: { prf } },
      });
    });
    await expect(addsPasskey(jo)).rejects.toMatchObject({ fault: 'other-secret' });
    expect(await kept(jo)).toBeNull();
    expect(await device.count()).toBe(0);
  });

  it('is one of a device whose passkeys hold no secret', async () => {
    await device.remove();
    device = await PasskeyDevice.of({ prf: false });
    await expect(addsPasskey(jo)).rejects.toMatchObject({ fault: 'cannot' });
    expect(await kept(jo)).toBeNull();
    expect(await device.count()).toBe(0);
  });

  it('is one whose person was locked out meanwhile, or broke off', async () => {
    setUnlocked(jo);
    const opened = await openWithPin(jo.person.authorKeyId, PIN);
    if (!('raw' in opened)) throw new Error('wrong PIN');
    const made = new NewPasskey(opened, 'Jo Price');
    await device.isTouched(false);
    await expect(made.add(AbortSignal.timeout(300))).rejects.toMatchObject({ fault: 'cancelled' });
    await device.isTouched(true);
    setUnlocked(ben);
    await expect(made.add()).rejects.toMatchObject({ fault: 'cancelled' });
    expect(await kept(jo)).toBeNull();
    await made.leave();
    expect(await device.count()).toBe(0);
  });

  it('is never offered where the browser has no platform authenticator', async () => {
    expect(await canUsePasskeys()).toBe(true);
    await device.remove();
    expect(await canUsePasskeys()).toBe(false);
    device = await PasskeyDevice.of({ prf: true });
  });
});
