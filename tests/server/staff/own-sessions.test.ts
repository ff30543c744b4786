import { expect, test } from 'vitest';
import { MINUTE } from '../../../server/clock';
import { openHouse, PASSWORD, type TestHouse } from '../house';
import type { Visitor } from '../visitor';

const JO = 'jo.price@oakfield.example';
const NADIA = 'nadia.shah@oakfield.example';

async function anotherBrowser(house: TestHouse, email: string): Promise<Visitor> {
  const browser = house.visitor();
  await browser.must('logIn', {
    body: { email, password: PASSWORD },
    headers: { 'user-agent': 'Mozilla/5.0 (iPad; CPU OS 18_1) Version/18.1 Safari/605.1.15' },
  });
  return browser;
}

/** Rows of push subscriptions, by session, as a phone that subscribed would have left one. */
async function subscribe(house: TestHouse, browser: Visitor): Promise<void> {
  const { session } = await browser.must('readSession');
  const { sessions } = await browser.must('listSessions');
  const sessionId = sessions.find((one) => one.here)!.id;
  await house.ground.database.write(async (trx) => {
    await trx('push_subscriptions').insert({
      school_id: house.schoolId,
      id: sessionId,
      staff_id: session!.staffId,
      session_id: sessionId,
      endpoint_index: sessionId,
      mark: 'mark',
      endpoint: Buffer.from('x'),
      p256dh: Buffer.from('x'),
      auth: Buffer.from('x'),
      name: Buffer.from('x'),
      created_at: '2026-11-23T12:45:00.000Z',
    });
  });
}

const subscriptions = async (house: TestHouse) =>
  (await house.ground.database.read('push_subscriptions')).length;

test('she sees her own sessions, which one is here, and by what browser', async () => {
  const house = await openHouse();
  const here = await house.loggedIn(JO);
  await anotherBrowser(house, JO);
  await house.loggedIn(NADIA);
  const { sessions } = await here.must('listSessions');
  expect(sessions).toHaveLength(2);
  expect(sessions.filter((one) => one.here)).toHaveLength(1);
  expect(sessions.map((one) => one.browser)).toContain('Safari on iPad');
});

test('she ends the session that she left open elsewhere, and its pushes stop', async () => {
  const house = await openHouse();
  const here = await house.loggedIn(JO);
  const left = await anotherBrowser(house, JO);
  await subscribe(house, left);
  const { sessions } = await here.must('listSessions');
  await here.must('endSession', { params: { id: sessions.find((one) => !one.here)!.id } });
  expect(await left.must('readSession')).toEqual({ session: null });
  expect((await here.must('listSessions')).sessions).toHaveLength(1);
  expect(await subscriptions(house)).toBe(0);
});

test('logging out ends this session and its pushes only', async () => {
  const house = await openHouse();
  const here = await house.loggedIn(JO);
  const phone = await anotherBrowser(house, JO);
  await subscribe(house, here);
  await subscribe(house, phone);
  const stolen = house.visitor();
  stolen.cookies.set('heed-session', here.cookies.get('heed-session')!);
  await here.must('logOut');
  expect(here.cookies.has('heed-session')).toBe(false);
  expect(await stolen.must('readSession')).toEqual({ session: null });
  expect((await phone.must('readSession')).session).not.toBeNull();
  expect(await subscriptions(house)).toBe(1);
});

test('the session of somebody else is not there, like one that never was', async () => {
  const house = await openHouse();
  const jo = await house.loggedIn(JO);
  const nadia = await house.loggedIn(NADIA);
  const theirs = (await nadia.must('listSessions')).sessions[0]!.id;
  const forbidden = await jo.call('endSession', { params: { id: theirs } });
  const never = await jo.call('endSession', { params: { id: '01940000-0000-7000-8000-000000000000' } });
  expect(forbidden.status).toBe(404);
  expect(Buffer.from(forbidden.bytes).toString()).toBe(Buffer.from(never.bytes).toString());
  expect((await nadia.must('readSession')).session).not.toBeNull();
});

test('typing the password again is noted; a wrong one is not', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(JO);
  const before = (await browser.must('readSession')).session!.passwordAt;
  house.clock.skip(10 * MINUTE);
  const wrong = await browser.call('proveAgain', { body: { password: 'not her password' } });
  expect(wrong.problem.code).toBe('log-in-failed');
  expect((await browser.must('readSession')).session!.passwordAt).toBe(before);
  const { session } = await browser.must('proveAgain', { body: { password: PASSWORD } });
  expect(session.passwordAt > before).toBe(true);
});
