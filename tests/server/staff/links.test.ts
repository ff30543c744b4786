import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/clock';
import { openHouse, PASSWORD, waitFor, type TestHouse } from '../house';
import { addKey } from '../security-keys/phone';
import type { Visitor } from '../visitor';

const JO = 'jo.price@oakfield.example';
const NEW = 'seven green umbrellas';

/** Asks for a link and takes the token out of the mail. */
async function tokenFor(house: TestHouse, email: string): Promise<string> {
  const count = () => linkMails(house, email).length;
  const known = count();
  await house.visitor().must('askForLink', { body: { email } });
  await waitFor(async () => {
    await house.settled();
    return count() > known;
  });
  return /\/welcome#([\w-]{43})/.exec(house.mailTo(email).text)![1]!;
}

const linkMails = (house: TestHouse, email: string) =>
  house.mails.filter((mail) => mail.to === email && mail.text.includes('/welcome#'));

const choose = (browser: Visitor, token: string, password: string) =>
  browser.call('choosePassword', { body: { token, password } });

test('an unknown address gets the same answer, and no mail', async () => {
  const house = await openHouse();
  const known = await house.visitor().call('askForLink', { body: { email: JO } });
  const unknown = await house.visitor().call('askForLink', { body: { email: 'nobody@oakfield.example' } });
  expect(Buffer.from(unknown.bytes).toString()).toBe(Buffer.from(known.bytes).toString());
  expect(unknown.status).toBe(known.status);
  // The mail to Jo comes after the answer; whatever the other one caused would have come by then.
  await tokenFor(house, JO);
  await waitFor(() => linkMails(house, JO).length === 2);
  expect(house.mails.filter((mail) => mail.text.includes('/welcome#')).map((mail) => mail.to)).toEqual([
    JO,
    JO,
  ]);
});

test('opening the link does not use it up; saving a password does', async () => {
  const house = await openHouse();
  const token = await tokenFor(house, JO);
  const browser = house.visitor();
  for (let n = 0; n < 3; n++) {
    expect(await browser.must('checkLink', { body: { token } })).toEqual({ works: true, email: JO });
  }
  expect((await choose(browser, token, NEW)).reply).toEqual({ email: JO });
  expect(await browser.must('checkLink', { body: { token } })).toEqual({ works: false, email: null });
  expect((await choose(browser, token, 'another fine password')).problem.code).toBe('link-used');
  expect((await browser.must('logIn', { body: { email: JO, password: NEW } })).session.name).toBe('Jo Price');
});

test('of two that save a password by one link at once, one wins', async () => {
  const house = await openHouse();
  const token = await tokenFor(house, JO);
  const passwords = ['seven green umbrellas', 'eight brown umbrellas'];
  const answers = await Promise.all(passwords.map((password) => choose(house.visitor(), token, password)));
  expect(answers.map((one) => one.status).sort()).toEqual([200, 410]);
  const winner = passwords[answers.findIndex((one) => one.status === 200)]!;
  const loser = passwords.find((one) => one !== winner)!;
  const logIn = (password: string) => house.visitor().call('logIn', { body: { email: JO, password } });
  expect((await logIn(loser)).status).toBe(401);
  expect((await logIn(winner)).status).toBe(200);
});

test('a link is too old after 60 minutes, and a new one can be had', async () => {
  const house = await openHouse();
  const token = await tokenFor(house, JO);
  house.clock.skip(61 * MINUTE);
  expect(await house.visitor().must('checkLink', { body: { token } })).toEqual({ works: false, email: null });
  expect((await choose(house.visitor(), token, NEW)).problem.code).toBe('link-used');
  expect((await choose(house.visitor(), await tokenFor(house, JO), NEW)).status).toBe(200);
});

test('one password chosen, every other link of hers is used up too', async () => {
  const house = await openHouse();
  const older = await tokenFor(house, JO);
  const newer = await tokenFor(house, JO);
  expect((await choose(house.visitor(), newer, NEW)).status).toBe(200);
  expect((await choose(house.visitor(), older, 'another fine password')).problem.code).toBe('link-used');
});

test('three mails an hour are enough for anybody', async () => {
  const house = await openHouse();
  for (let n = 0; n < 3; n++) await tokenFor(house, JO);
  await house.visitor().must('askForLink', { body: { email: JO } });
  // Ruth asked later and has hers, so Jo's fourth will not come.
  await tokenFor(house, 'ruth.grey@oakfield.example');
  expect(linkMails(house, JO)).toHaveLength(3);
  house.clock.skip(HOUR);
  await tokenFor(house, JO);
  expect(linkMails(house, JO)).toHaveLength(4);
});

test('common passwords and her own name are refused with a reason, and the link still works', async () => {
  const house = await openHouse();
  const token = await tokenFor(house, JO);
  for (const weak of [
    'P4ssw0rd2024!',
    'liverpool1',
    '12345678',
    'joprice2018',
    'Oakfield Primary 7',
    'heedheed',
    'kryptonite',
    'Philadelphia',
  ]) {
    const answer = await choose(house.visitor(), token, weak);
    expect([weak, answer.problem.code, answer.problem.field]).toEqual([
      weak,
      'password-weak',
      'body.password',
    ]);
    expect(answer.problem.title).toMatch(/\.$/);
  }
  expect((await choose(house.visitor(), token, 'short')).problem.code).toBe('not-valid');
  expect((await choose(house.visitor(), token, NEW)).status).toBe(200);
});

test('a reset ends her sessions, elevates nobody, removes no key, and she is told', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(JO);
  await addKey(house, browser);
  const token = await tokenFor(house, JO);
  expect((await choose(house.visitor(), token, NEW)).status).toBe(200);
  expect(await browser.must('readSession')).toEqual({ session: null });
  const { session } = await browser.must('logIn', { body: { email: JO, password: NEW } });
  expect(session).toMatchObject({ elevatedUntil: null, keyHolder: true });
  expect((await browser.must('listKeys')).keys).toHaveLength(1);
  await house.settled();
  expect(house.mailTo(JO).subject).toBe('Your password for Heed was changed');
  expect((await browser.call('logIn', { body: { email: JO, password: PASSWORD } })).status).toBe(401);
});

test('whoever reads her mailbox gets past a flood of wrong passwords', async () => {
  const house = await openHouse();
  const email = JO;
  for (let n = 0; n < 10; n++) {
    await house.visitor().call('logIn', { body: { email, password: `wrong guess ${String(n)}` } });
  }
  const browser = house.visitor();
  await choose(browser, await tokenFor(house, email), NEW);
  expect((await house.visitor().call('logIn', { body: { email, password: NEW } })).status).toBe(429);
  expect((await browser.call('logIn', { body: { email, password: NEW } })).status).toBe(200);
});

test('a password of 256 characters counts to its last one, and still works next year', async () => {
  const house = await openHouse();
  const long = 'wet ducks '.repeat(25) + 'and 6!';
  expect(long).toHaveLength(256);
  expect((await choose(house.visitor(), await tokenFor(house, JO), long)).status).toBe(200);
  house.clock.skip(365 * DAY);
  const logIn = (password: string) => house.visitor().call('logIn', { body: { email: JO, password } });
  expect((await logIn(long.slice(0, -1) + '?')).problem.code).toBe('log-in-failed');
  expect((await logIn(long)).status).toBe(200);
});
