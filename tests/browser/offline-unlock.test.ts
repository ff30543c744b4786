import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeVault } from '../../offline/vault/connection';
import { hasChore } from '../../offline/vault/chores';
import { readDraftRow } from '../../offline/vault/drafts';
import { keepDevice, readDevice } from '../../offline/vault/device';
import { changePersonRow, listPeopleRows, readPersonRow } from '../../offline/vault/people';
import { countUnsent } from '../../offline/outbox/store';
import { currentSession } from '../../client/contexts/session';
import { currentUnlocked } from '../../client/contexts/unlocked';
import { createDraft, listDrafts } from '../../client/sealing/drafts';
import { readKeptBoard } from '../../client/unlock/board';
import { BundleNotProved, enrolDeviceHere } from '../../client/unlock/enrol-device';
import { changePin, openForgottenPin } from '../../client/unlock/forgotten-pin';
import { CannotJoin } from '../../client/unlock/join-person';
import { beginSession, endQueuedSession } from '../../client/unlock/end-session';
import { lockNow } from '../../client/unlock/lock';
import { removePerson } from '../../client/unlock/remove-person';
import { chooseDerivation, stretchPin } from '../../client/unlock/stretch';
import { unlockWithPin } from '../../client/unlock/unlock';
import { peopleHere, type Unlocked } from '../../client/unlock/unlocked';
import { findPupils } from '../../client/unlock/roll';
import { joinPerson } from '../../client/unlock/join-person';
import { CallFault } from '../../client/data/call-fault';
import { callsOf, School } from '../offline/school';
import { aPersonOn, aTablet, emptyBrowser, emptyOutbox, PIN, send } from '../offline/tablet';

let school: School;
let jo: Unlocked;
let id: string;

beforeAll(async () => {
  school = await School.open();
  await aTablet(school);
  jo = await aPersonOn(school, 'Jo Price');
  id = jo.person.authorKeyId;
});

beforeEach(async () => {
  await emptyOutbox();
  await changePersonRow(id, () => ({ wrongPins: 0, nextTryAt: 0 }));
});

describe('unlocking by PIN, offline', () => {
  it('opens the person’s drafts, their roll and their signing key', async () => {
    await createDraft(jo, { text: 'before the lock' });
    const result = await unlockWithPin(id, PIN);
    if (result.kind !== 'unlocked') throw new Error('still locked');
    expect((await listDrafts(result.unlocked)).drafts[0]?.content).toEqual({ text: 'before the lock' });
    expect(findPupils(result.unlocked.pupils, 'obri').map(({ first }) => first)).toEqual(['Amélie']);
    expect(result.unlocked.authorKey.extractable).toBe(false);
    expect(currentUnlocked()).toBe(result.unlocked);
  });

  it('shows who is here and the duty list while locked, and no pupil', async () => {
    expect((await peopleHere(await listPeopleRows())).map(({ name }) => name)).toEqual(['Jo Price']);
    expect((await readKeptBoard())?.duty[0]?.name).toBe('Mrs Shah');
  });

  it('refuses a fifth wrong PIN for 30 seconds, also after a restart, and then takes the right one', async () => {
    let now = Date.UTC(2026, 10, 23, 12);
    const clock = () => now;
    for (const left of [0, 0, 0, 0, 30_000]) {
      expect(await unlockWithPin(id, '999999', clock)).toEqual({ kind: 'wrong', waitMs: left });
    }
    await closeVault();
    now += 29_999;
    expect(await unlockWithPin(id, PIN, clock)).toEqual({ kind: 'wait', waitMs: 1 });
    now += 1;
    expect((await unlockWithPin(id, PIN, clock)).kind).toBe('unlocked');
    expect(await readPersonRow(id)).toMatchObject({ wrongPins: 0, nextTryAt: 0 });
  });

  it('counts a try that two tabs make at once as two', async () => {
    await Promise.all([unlockWithPin(id, '999999'), unlockWithPin(id, '888888')]);
    expect((await readPersonRow(id))?.wrongPins).toBe(2);
  });

  it('needs this device: the same PIN under another pepper opens nothing', async () => {
    const device = (await readDevice())!;
    const pepper = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    await keepDevice({ ...device, pepper });
    expect((await unlockWithPin(id, PIN)).kind).toBe('wrong');
    await keepDevice(device);
    expect((await unlockWithPin(id, PIN)).kind).toBe('unlocked');
  });

  it('stretches with Argon2id over 19 MiB or more, and refuses parameters under the floor', async () => {
    const derivation = await chooseDerivation();
    // The page takes itself for an old tablet (tests/old-tablet.ts), and gets the least that there is.
    expect(derivation).toEqual({ name: 'argon2id', memoryKiB: 19 * 1024, passes: 2, lanes: 1 });
    const weak = { name: 'argon2id', memoryKiB: 1024, passes: 1, lanes: 1 } as const;
    await expect(stretchPin(weak, PIN, new Uint8Array(16))).rejects.toThrow('under the floor');
    const quick = { name: 'pbkdf2-sha256', iterations: 1_000 } as const;
    await expect(stretchPin(quick, PIN, new Uint8Array(16))).rejects.toThrow('under the floor');
  });

  it('works where WebAssembly is blocked, with PBKDF2', async () => {
    const derivation = { name: 'pbkdf2-sha256', iterations: 600_000 } as const;
    const salt = new Uint8Array(16);
    expect(await stretchPin(derivation, PIN, salt)).toEqual(await stretchPin(derivation, PIN, salt));
    expect(await stretchPin(derivation, '482916', salt)).not.toEqual(await stretchPin(derivation, PIN, salt));
  });
});

describe('a forgotten PIN', () => {
  it('is replaced with the school’s help; drafts open as before and the old PIN does not', async () => {
    await createDraft(jo, { text: 'before' });
    const unlocked = await openForgottenPin(callsOf(school), id, '571830');
    expect((await listDrafts(unlocked!)).drafts[0]?.content).toEqual({ text: 'before' });
    expect((await unlockWithPin(id, PIN)).kind).toBe('wrong');
    expect((await unlockWithPin(id, '571830')).kind).toBe('unlocked');
    expect(await changePin(id, '000111', PIN)).toBe(false);
    expect(await changePin(id, '571830', PIN)).toBe(true);
    expect((await unlockWithPin(id, PIN)).kind).toBe('unlocked');
  });

  it('stays as it was when the school gives another key than this person’s', async () => {
    const other = { openUnlockKey: async () => ({ unlockKey: 'A'.repeat(43) }) };
    await expect(openForgottenPin(other, id, '571830')).rejects.toThrow();
    expect((await unlockWithPin(id, PIN)).kind).toBe('unlocked');
  });
});

describe('locking', () => {
  const offline = { logOut: () => Promise.reject(new TypeError('Failed to fetch')) };

  it('drops the keys and ends the session, at the next connection when there is none now', async () => {
    await unlockWithPin(id, PIN);
    const { ended } = await lockNow(offline);
    expect(currentUnlocked()).toBeNull();
    expect(await ended).toBe(false);
    expect(await hasChore('end-session')).toBe(true);
    const before = school.signedOut;
    expect(await endQueuedSession(callsOf(school))).toBe(true);
    expect(school.signedOut).toBe(before + 1);
    expect(await endQueuedSession(callsOf(school))).toBe(false);
    expect(school.signedOut).toBe(before + 1);
  });

  it('waits for no network: a school that never answers keeps nothing on the screen', async () => {
    await unlockWithPin(id, PIN);
    let answer: (nothing: undefined) => void = () => undefined;
    const answered = new Promise<undefined>((resolve) => (answer = resolve));
    const { ended } = await lockNow({ logOut: () => answered });
    expect(currentUnlocked()).toBeNull();
    expect(currentSession()).toMatchObject({ known: true, session: null });
    await expect.poll(() => hasChore('end-session')).toBe(true);
    answer(undefined);
    expect(await ended).toBe(true);
    expect(await hasChore('end-session')).toBe(false);
  });

  it('takes a session that has ended already for ended', async () => {
    const { ended } = await lockNow({ logOut: () => Promise.reject(endedFault()) });
    expect(await ended).toBe(true);
    expect(await hasChore('end-session')).toBe(false);
  });

  it('does not end the session of somebody who has logged in since', async () => {
    await (
      await lockNow(offline)
    ).ended;
    await beginSession(() => Promise.resolve());
    const before = school.signedOut;
    expect(await endQueuedSession(callsOf(school))).toBe(false);
    expect(school.signedOut).toBe(before);
  });

  it('lets a log-in that fails change nothing: the session that was left still ends', async () => {
    await (
      await lockNow(offline)
    ).ended;
    await expect(beginSession(() => Promise.reject(new Error('wrong password')))).rejects.toThrow();
    expect(await endQueuedSession(callsOf(school))).toBe(true);
  });

  it('ends one session once, although two tabs hear that the network is back', async () => {
    await (
      await lockNow(offline)
    ).ended;
    const before = school.signedOut;
    const both = await Promise.all([endQueuedSession(callsOf(school)), endQueuedSession(callsOf(school))]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(school.signedOut).toBe(before + 1);
  });

  it('never lets the end of an old session cross a log-in', async () => {
    await (
      await lockNow(offline)
    ).ended;
    const order: string[] = [];
    const logIn = beginSession(async () => {
      order.push('log-in begins');
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push('log-in done');
    });
    const logOut = async () => void order.push('log-out');
    await Promise.all([logIn, endQueuedSession({ logOut })]);
    expect(order).toEqual(['log-in begins', 'log-in done']);
  });
});

describe('a person who leaves the tablet', () => {
  it('loses neither a draft, which waits for the school, nor what is sealed', async () => {
    const sam = await aPersonOn(school, 'Sam Okoro');
    await send(sam, 'sealed');
    const { draftId } = await createDraft(sam, { text: 'not sent' });
    await removePerson(sam.person.authorKeyId, callsOf(school));
    expect(await readPersonRow(sam.person.authorKeyId)).toBeNull();
    expect(await readDraftRow(draftId)).not.toBeNull();
    expect(await countUnsent()).toBe(1);
    expect((await unlockWithPin(sam.person.authorKeyId, PIN)).kind).toBe('gone');
  });
});

describe('setting up', () => {
  it('refuses the same person twice, and anybody before the device', async () => {
    const { staffId, name, shortName, initials } = jo.person;
    const profile = { staffId, name, shortName, initials };
    await expect(joinPerson(callsOf(school), profile, PIN)).rejects.toMatchObject({ fault: 'already-here' });
    await emptyBrowser();
    await expect(joinPerson(callsOf(school), profile, PIN)).rejects.toBeInstanceOf(CannotJoin);
  });

  it('refuses a bundle that the school’s identity did not sign', async () => {
    await emptyBrowser();
    const other = await School.open();
    const given = { name: 'Playground tablet 2', shared: true };
    await expect(enrolDeviceHere(callsOf(school), given, { fetch: other.fetch })).rejects.toBeInstanceOf(
      BundleNotProved,
    );
    expect(await readDevice()).toBeNull();
  });
});

function endedFault(): Error {
  return new CallFault('log-in-needed', 'Log in to go on.');
}
