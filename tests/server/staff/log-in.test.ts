import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../server/clock';
import { openHouse, PASSWORD, type TestHouse } from '../house';
import type { Visitor } from '../visitor';

const JO = 'jo.price@oakfield.example';
const NOBODY = 'nobody@oakfield.example';

const logIn = (browser: Visitor, email: string, password: string) =>
  browser.call('logIn', { body: { email, password } });

async function guess(house: TestHouse, email: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < times; n++) {
    statuses.push((await logIn(house.visitor(), email, `wrong guess ${String(n)}`)).status);
  }
  return statuses;
}

test('Jo logs in and the page knows who she is', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(JO);
  const { session } = await browser.must('readSession');
  expect(session).toMatchObject({
    name: 'Jo Price',
    shortName: 'Jo',
    initials: 'JP',
    email: JO,
    schoolName: 'Oakfield Primary',
    schoolId: house.schoolId,
    keyHolder: false,
    higherLevel: true,
    lead: false,
    elevatedUntil: null,
  });
  expect(session!.may).toContain('account.manage-own');
  expect(session!.may).not.toContain('elevation.begin');
});

test('a lead is a lead in her session, and administration waits for elevation', async () => {
  const house = await openHouse();
  const { session } = await (await house.loggedIn('nadia.shah@oakfield.example')).must('readSession');
  expect(session!.lead).toBe(true);
  expect(session!.may.filter((one) => one.startsWith('administer.'))).toEqual([]);
});

test('nobody is logged in on a new browser, or with a cookie of their own making', async () => {
  const house = await openHouse();
  const browser = house.visitor();
  expect(await browser.must('readSession')).toEqual({ session: null });
  browser.cookies.set('heed-session', 'x'.repeat(43));
  expect(await browser.must('readSession')).toEqual({ session: null });
  expect((await browser.call('listSessions')).problem.code).toBe('log-in-needed');
});

test('an unknown address gets the same answer as a wrong password', async () => {
  const house = await openHouse();
  await house.loggedIn(JO);
  const wrong = await logIn(house.visitor(), JO, 'not her password');
  const unknown = await logIn(house.visitor(), NOBODY, 'not her password');
  const unset = await logIn(house.visitor(), 'ruth.grey@oakfield.example', 'not her password');
  expect(wrong.problem.code).toBe('log-in-failed');
  for (const other of [unknown, unset]) {
    expect(other.status).toBe(wrong.status);
    expect(Buffer.from(other.bytes).toString()).toBe(Buffer.from(wrong.bytes).toString());
    expect([...other.headers.keys()]).toEqual([...wrong.headers.keys()]);
  }
});

test('the eleventh wrong password waits, known or unknown alike', async () => {
  const house = await openHouse();
  await house.loggedIn(JO);
  const tenWrong = Array.from({ length: 10 }, () => 401);
  expect(await guess(house, JO, 11)).toEqual([...tenWrong, 429]);
  expect(await guess(house, NOBODY, 11)).toEqual([...tenWrong, 429]);
  const refused = await logIn(house.visitor(), JO, PASSWORD);
  expect(refused.problem.code).toBe('too-many');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  house.clock.skip(16 * MINUTE);
  expect((await logIn(house.visitor(), JO, PASSWORD)).status).toBe(200);
});

test('an attacker cannot lock Jo out of her own tablet', async () => {
  const house = await openHouse();
  const tablet = await house.loggedIn(JO);
  await tablet.must('logOut');
  expect(await guess(house, JO, 11)).toContain(429);
  expect((await logIn(tablet, JO, PASSWORD)).status).toBe(200);
});

test('the tries of her tablet run out too, and only there', async () => {
  const house = await openHouse();
  const tablet = await house.loggedIn(JO);
  for (let n = 0; n < 10; n++) expect((await logIn(tablet, JO, 'not her password')).status).toBe(401);
  expect((await logIn(tablet, JO, PASSWORD)).status).toBe(429);
  expect((await logIn(house.visitor(), JO, PASSWORD)).status).toBe(200);
});

test('twenty guesses at once are ten guesses', async () => {
  const house = await openHouse();
  await house.loggedIn(JO);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => logIn(house.visitor(), JO, `wrong guess ${String(n)}`)),
  );
  expect(answers.filter((one) => one.status === 401)).toHaveLength(10);
  expect(answers.filter((one) => one.status === 429)).toHaveLength(10);
});

test('right passwords cost no tries', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(JO);
  for (let n = 0; n < 15; n++) expect((await logIn(browser, JO, PASSWORD)).status).toBe(200);
});

test('a session ends after 12 hours without a call, and after a day whatever she does', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(JO);
  house.clock.skip(11 * HOUR);
  expect((await browser.call('listSessions')).status).toBe(200);
  house.clock.skip(11 * HOUR);
  expect((await browser.call('listSessions')).status).toBe(200);
  house.clock.skip(2 * HOUR + MINUTE);
  expect((await browser.call('listSessions')).status).toBe(401);

  const idle = await house.loggedIn(JO);
  house.clock.skip(12 * HOUR + MINUTE);
  expect(await idle.must('readSession')).toEqual({ session: null });
});

test('looking at the session does not keep it alive', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(JO);
  house.clock.skip(11 * HOUR);
  expect((await browser.must('readSession')).session).not.toBeNull();
  house.clock.skip(2 * HOUR);
  expect((await browser.must('readSession')).session).toBeNull();
});

test('somebody who left is out at the next request, and cannot log in again', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(JO);
  const { session } = await browser.must('readSession');
  await house.ground.database.write(async (trx) => {
    await trx('staff').where({ id: session!.staffId }).update({ disabled_at: '2026-11-23T12:50:00.000Z' });
  });
  expect((await browser.call('listSessions')).problem.code).toBe('log-in-needed');
  expect((await logIn(browser, JO, PASSWORD)).problem.code).toBe('log-in-failed');
});

test('the next person on a tablet ends the session of the one before', async () => {
  const house = await openHouse();
  const nadia = await house.loggedIn('nadia.shah@oakfield.example');
  const tablet = await house.loggedIn(JO);
  const copy = house.visitor();
  for (const [name, value] of tablet.cookies) copy.cookies.set(name, value);
  await logIn(tablet, 'nadia.shah@oakfield.example', PASSWORD);
  expect((await tablet.must('readSession')).session!.name).toBe('Nadia Shah');
  expect(await copy.must('readSession')).toEqual({ session: null });
  expect((await nadia.must('readSession')).session!.name).toBe('Nadia Shah');
});

test('cookies cannot be read by a script or sent by another site', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(JO);
  const { headers } = await logIn(browser, JO, PASSWORD);
  const cookies = headers.getSetCookie();
  expect(cookies).toHaveLength(2);
  for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict/);
});

test('no password, token or address stands readable in the database', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(JO);
  const chosen = 'seven green umbrellas';
  await browser.must('changePassword', { body: { current: PASSWORD, password: chosen } });
  const tables = ['accounts', 'sessions', 'links', 'known_browsers', 'limits', 'messages', 'audit'];
  const rows: unknown[] = [];
  for (const table of tables) rows.push(...((await house.ground.database.read(table)) as unknown[]));
  const stored = rows
    .flatMap((row): unknown[] => Object.values(row as object))
    .map((value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
    .join('\n');
  expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  for (const secret of [PASSWORD, chosen, JO, ...browser.cookies.values()])
    expect(stored).not.toContain(secret);
});
