import { expect, test } from 'vitest';
import { openHouse, PASSWORD, type TestHouse } from '../house';
import { meanwhile } from '../meanwhile';
import { addKey } from '../security-keys/phone';
import { askedBy, HAZEL, NADIA, OMAR, openTrust } from '../sites/trust';

const JO = 'jo.price@oakfield.example';
const NEW = 'seven green umbrellas';

/** The token of a mailed reset. */
async function resetOf(house: TestHouse, email: string): Promise<string> {
  await house.visitor().must('askForLink', { body: { email } });
  await house.house.afterwards.settled();
  await house.settled();
  return /\/welcome#([\w-]{43})/.exec(house.mailTo(email).text)![1]!;
}

/** Sessions of the whole server that nobody has ended. */
const openSessions = async ({ ground }: TestHouse) =>
  ground.database.read('sessions').whereNull('ended_at').pluck<string[]>('id');

test('a log-in with the old password that crosses the reset is a wrong password, and begins no session', async () => {
  const house = await openHouse();
  await house.loggedIn(JO);
  const token = await resetOf(house, JO);
  const thief = house.visitor();
  const crossed = meanwhile(house, 2, () =>
    house.visitor().must('choosePassword', { body: { token, password: NEW } }),
  );
  const refused = await thief.call('logIn', { body: { email: JO, password: PASSWORD } });
  expect(crossed()).toBe(true);
  expect(refused.problem.code).toBe('log-in-failed');
  expect(await openSessions(house)).toEqual([]);
  const right = await house.visitor().call('logIn', { body: { email: JO, password: NEW } });
  expect(right.status).toBe(200);
});

test('log-ins in flight while the password is chosen anew: none of their sessions outlives it', async () => {
  const house = await openHouse();
  await house.loggedIn(JO);
  const token = await resetOf(house, JO);
  const thieves = Array.from({ length: 8 }, () => house.visitor());
  const tries = thieves.map((thief) => thief.call('logIn', { body: { email: JO, password: PASSWORD } }));
  await house.visitor().must('choosePassword', { body: { token, password: NEW } });
  await Promise.all(tries);
  expect(await openSessions(house)).toEqual([]);
});

test('the old password proves nobody again once it was changed in another tab', async () => {
  const house = await openHouse();
  const tab = await house.loggedIn(JO);
  const other = house.visitor();
  for (const [name, value] of tab.cookies) other.cookies.set(name, value);
  const crossed = meanwhile(house, 2, () =>
    other.must('changePassword', { body: { current: PASSWORD, password: NEW } }),
  );
  const refused = await tab.call('proveAgain', { body: { password: PASSWORD } });
  expect(crossed()).toBe(true);
  expect(refused.problem.code).toBe('log-in-failed');
});

test('who resets her password while a mailed question is accepted with the old one joins nobody by it', async () => {
  const trust = await openTrust();
  const { house, hazelId } = trust;
  await house.loggedIn(NADIA);
  const omar = await house.loggedIn(OMAR, HAZEL);
  const { phone } = await addKey(house, omar);
  await omar.must('elevate', { body: { code: phone.nextCode() } });
  await omar.must('sendFirstLogIn', { params: { id: await trust.staffId(NADIA) } });
  const token = await askedBy(house, NADIA);
  const reset = await resetOf(house, NADIA);
  const thief = house.visitor(HAZEL);
  const crossed = meanwhile(house, 2, () =>
    house.visitor().must('choosePassword', { body: { token: reset, password: NEW } }),
  );
  const refused = await thief.call('acceptOffer', { body: { token, password: PASSWORD } });
  expect(crossed()).toBe(true);
  expect(refused.problem).toMatchObject({ code: 'log-in-failed', field: 'body.password' });
  expect(await thief.must('readSession')).toEqual({ session: null });
  expect(await trust.audit(hazelId)).not.toContain('membership.accepted');
  // The question stands, and the new password answers it.
  const body = { token, password: NEW };
  expect((await house.visitor(HAZEL).call('acceptOffer', { body })).status).toBe(200);
});

test('whose address the office takes away meanwhile is not let in by it, and a session that she has is none', async () => {
  const house = await openHouse();
  const before = await house.loggedIn(JO);
  const { session } = await before.must('readSession');
  const takeAway = () =>
    house.ground.database.write((trx) =>
      trx('staff').where({ id: session!.staffId }).update({ account_id: null }),
    );
  const crossed = meanwhile(house, 2, takeAway);
  const refused = await house.visitor().call('logIn', { body: { email: JO, password: PASSWORD } });
  expect(crossed()).toBe(true);
  expect(refused.problem.code).toBe('log-in-failed');
  expect(await before.must('readSession')).toEqual({ session: null });
});
