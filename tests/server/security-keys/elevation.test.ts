import { expect, test } from 'vitest';
import { verifyAudit } from '../../../server/audit/verify';
import { DAY, MINUTE, SECOND } from '../../../server/clock';
import { openHouse, PASSWORD, type TestHouse } from '../house';
import type { Visitor } from '../visitor';
import { addKey, elevatedLead, type Phone } from './phone';

const NADIA = 'nadia.shah@oakfield.example';
const RUTH = 'ruth.grey@oakfield.example';

const elevate = (browser: Visitor, code: string) => browser.call('elevate', { body: { code } });

async function isElevated(browser: Visitor): Promise<boolean> {
  const { session } = await browser.must('readSession');
  return session !== null && session.elevatedUntil !== null;
}

/** A browser in which somebody knows her password, and has never elevated. */
async function strangersBrowser(house: TestHouse, email: string): Promise<Visitor> {
  const browser = house.visitor();
  await browser.must('logIn', { body: { email, password: PASSWORD } });
  return browser;
}

async function guess(browser: Visitor, phone: Phone, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < times; n++) statuses.push((await elevate(browser, phone.wrongCode())).status);
  return statuses;
}

test('elevating brings the rights of the group and a new session token', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  const { phone } = await addKey(house, browser);
  const old = browser.cookies.get('heed-session')!;
  const { session } = await browser.must('elevate', { body: { code: phone.nextCode() } });
  expect(session.may).toContain('administer.staff');
  expect(Date.parse(session.elevatedUntil!)).toBeGreaterThan(house.clock.now());
  expect(browser.cookies.get('heed-session')).not.toBe(old);
  const seenBefore = house.visitor();
  seenBefore.cookies.set('heed-session', old);
  expect(await seenBefore.must('readSession')).toEqual({ session: null });
});

test('without a key there is nothing to elevate with', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  expect((await elevate(browser, '123456')).status).toBe(404);
});

test('the code that saved the key does not elevate', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  const begun = await addKey(house, browser);
  expect((await elevate(browser, begun.phone.code())).problem.code).toBe('code-used');
});

test('a code works once, even in two requests at once', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  const { phone } = await addKey(house, browser);
  const second = await strangersBrowser(house, NADIA);
  const code = phone.nextCode();
  const answers = await Promise.all([elevate(browser, code), elevate(second, code)]);
  expect(answers.map((one) => one.status).sort()).toEqual([200, 422]);
  expect(answers.find((one) => one.status === 422)!.problem.code).toBe('code-used');
  expect((await elevate(second, code)).problem.code).toBe('code-used');
  expect((await elevate(second, phone.nextCode())).status).toBe(200);
});

test('a recovery code elevates once, even in two requests at once', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  const { recoveryCodes } = await addKey(house, browser);
  const second = await strangersBrowser(house, NADIA);
  const code = recoveryCodes![0]!;
  const answers = await Promise.all([elevate(browser, code), elevate(second, code)]);
  expect(answers.map((one) => one.status).sort()).toEqual([200, 422]);
});

test('the phone’s clock may be 30 seconds off, not more', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  const { phone } = await addKey(house, browser);
  house.clock.skip(5 * MINUTE);
  expect((await elevate(browser, phone.code(-3))).problem.code).toBe('code-wrong');
  expect((await elevate(browser, phone.code(3))).problem.code).toBe('code-wrong');
  expect((await elevate(browser, phone.code(-1))).status).toBe(200);
});

test('full access ends after 10 minutes without her, in every tab', async () => {
  const house = await openHouse();
  const { browser } = await elevatedLead(house, NADIA);
  house.clock.skip(9 * MINUTE);
  expect(await isElevated(browser)).toBe(true);
  house.clock.skip(MINUTE + SECOND);
  expect(await isElevated(browser)).toBe(false);
  expect((await browser.call('stillTyping')).problem.code).toBe('elevation-needed');
});

test('her work keeps it alive, looking at the session does not', async () => {
  const house = await openHouse();
  const { browser } = await elevatedLead(house, NADIA);
  house.clock.skip(8 * MINUTE);
  await browser.must('listSessions');
  house.clock.skip(8 * MINUTE);
  expect(await isElevated(browser)).toBe(true);
  house.clock.skip(3 * MINUTE);
  expect(await isElevated(browser)).toBe(false);
});

test('typing keeps full access, but for 60 minutes at most', async () => {
  const house = await openHouse();
  const { browser } = await elevatedLead(house, NADIA);
  for (let minutes = 0; minutes < 56; minutes += 8) {
    house.clock.skip(8 * MINUTE);
    await browser.must('stillTyping');
  }
  house.clock.skip(3 * MINUTE);
  expect(await isElevated(browser)).toBe(true);
  house.clock.skip(2 * MINUTE);
  expect(await isElevated(browser)).toBe(false);
});

test('she ends full access herself, and stays logged in', async () => {
  const house = await openHouse();
  const { browser } = await elevatedLead(house, NADIA);
  const { session } = await browser.must('endElevation');
  expect(session.elevatedUntil).toBeNull();
  expect(session.may).not.toContain('administer.staff');
  expect(await isElevated(browser)).toBe(false);
});

test('elevation is of one session: the other one stays as it is', async () => {
  const house = await openHouse();
  await elevatedLead(house, NADIA);
  const second = await strangersBrowser(house, NADIA);
  expect(await isElevated(second)).toBe(false);
});

test('the sixth guess waits; she and the leads are mailed, once', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(RUTH);
  const { phone } = await addKey(house, browser);
  const stranger = await strangersBrowser(house, RUTH);
  expect(await guess(stranger, phone, 7)).toEqual([422, 422, 422, 422, 422, 429, 429]);
  const refused = await elevate(stranger, phone.nextCode());
  expect(refused.problem.code).toBe('too-many');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  await house.settled();
  const told = house.mails.filter((mail) => mail.subject.includes('trying codes'));
  expect(told.map((mail) => mail.to).sort()).toEqual([NADIA, RUTH]);
  house.clock.skip(5 * MINUTE);
  expect((await elevate(stranger, phone.nextCode())).status).toBe(200);
});

test('twenty guesses a day are the end, on browsers that never elevated', async () => {
  const house = await openHouse();
  const { phone } = await elevatedLead(house, NADIA);
  const stranger = await strangersBrowser(house, NADIA);
  for (let round = 0; round < 4; round++) {
    expect(await guess(stranger, phone, 5)).toEqual([422, 422, 422, 422, 422]);
    house.clock.skip(6 * MINUTE);
  }
  expect((await elevate(stranger, phone.nextCode())).status).toBe(429);
});

test('an attacker’s guesses do not keep her from elevating where she did before', async () => {
  const house = await openHouse();
  const { browser, phone } = await elevatedLead(house, NADIA);
  const stranger = await strangersBrowser(house, NADIA);
  expect(await guess(stranger, phone, 6)).toContain(429);
  expect((await elevate(browser, phone.nextCode())).status).toBe(200);
  // Her own browser has no endless tries either.
  expect(await guess(browser, phone, 6)).toEqual([422, 422, 422, 422, 422, 429]);
});

test('a browser in which she elevated more than 30 days ago is like any other', async () => {
  const house = await openHouse();
  const { browser, phone } = await elevatedLead(house, NADIA);
  house.clock.skip(31 * DAY);
  await browser.must('logIn', { body: { email: NADIA, password: PASSWORD } });
  expect(await guess(await strangersBrowser(house, NADIA), phone, 6)).toContain(429);
  expect((await elevate(browser, phone.nextCode())).status).toBe(429);
});

test('ten guesses at once are five guesses', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  const { phone } = await addKey(house, browser);
  const wrong = phone.wrongCode();
  const answers = await Promise.all(Array.from({ length: 10 }, () => elevate(browser, wrong)));
  expect(answers.filter((one) => one.status === 422)).toHaveLength(5);
});

test('right codes cost no tries: she elevates all day', async () => {
  const house = await openHouse();
  const { browser, phone } = await elevatedLead(house, NADIA);
  for (let n = 0; n < 25; n++) expect((await elevate(browser, phone.nextCode())).status).toBe(200);
});

test('guessing through another door counts as well', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  const { phone } = await addKey(house, browser);
  const code = phone.wrongCode();
  for (let n = 0; n < 5; n++) await browser.call('renewRecoveryCodes', { body: { code } });
  expect((await browser.call('beginKey', { body: { code } })).status).toBe(429);
  expect((await elevate(browser, phone.nextCode())).status).toBe(429);
});

test('what she did with her keys stands in the audit, and the chain holds', async () => {
  const house = await openHouse();
  const { browser } = await elevatedLead(house, NADIA);
  await browser.must('endElevation');
  const rows = (await house.ground.database.read('audit').orderBy('seq')) as {
    what: string;
    actor: string;
  }[];
  const { session } = await browser.must('readSession');
  const hers = rows.filter((row) => row.actor === session!.staffId).map((row) => row.what);
  expect(hers).toEqual([
    'password.chosen',
    'session.begun',
    'security-key.begun',
    'security-key.added',
    'elevation.begun',
    'elevation.ended',
  ]);
  expect(await verifyAudit(house.ground.database.read, house.schoolId)).toMatchObject({ whole: true });
});
