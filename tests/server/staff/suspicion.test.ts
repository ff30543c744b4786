import { expect, test } from 'vitest';
import { DAY } from '../../../server/clock';
import { openHouse, PASSWORD, type TestHouse } from '../house';

const JO = 'jo.price@oakfield.example';
const GUESSED = 'Somebody is trying passwords on a Heed account';
const NEW_BROWSER = 'Your Heed account was used in a new browser';

const logIn = (house: TestHouse, email: string, password: string, browser = house.visitor()) =>
  browser.call('logIn', { body: { email, password } });

async function mailsAbout(house: TestHouse, subject: string): Promise<string[]> {
  await house.settled();
  return house.mails.filter((mail) => mail.subject === subject).map((mail) => mail.to);
}

test('Jo is told when her account is used in a browser that is new to it, and only then', async () => {
  const house = await openHouse();
  const own = await house.loggedIn(JO);
  expect(await mailsAbout(house, NEW_BROWSER)).toEqual([]);
  await logIn(house, JO, PASSWORD, own);
  expect(await mailsAbout(house, NEW_BROWSER)).toEqual([]);

  const library = house.visitor();
  await logIn(house, JO, PASSWORD, library);
  expect(await mailsAbout(house, NEW_BROWSER)).toEqual([JO]);
  expect(house.mailTo(JO).text).toContain('If this was not you');
  await logIn(house, JO, PASSWORD, library);
  expect(await mailsAbout(house, NEW_BROWSER)).toEqual([JO]);
});

test('a browser that knows Ruth is new to Jo', async () => {
  const house = await openHouse();
  await house.loggedIn(JO);
  const ruths = await house.loggedIn('ruth.grey@oakfield.example');
  await logIn(house, JO, PASSWORD, ruths);
  expect(await mailsAbout(house, NEW_BROWSER)).toEqual([JO]);
});

test('Jo is told once a day that somebody guesses her password, and nobody else is', async () => {
  const house = await openHouse();
  await house.loggedIn(JO);
  const guess = async (email: string) => {
    for (let n = 0; n < 12; n++) await logIn(house, email, `wrong guess ${String(n)}`);
  };
  await guess('nobody@oakfield.example');
  await guess(JO);
  await expect.poll(() => mailsAbout(house, GUESSED)).toEqual([JO]);
  house.clock.skip(DAY + 1);
  await guess(JO);
  await expect.poll(() => mailsAbout(house, GUESSED)).toEqual([JO, JO]);
  const audit = await house.ground.database.read('audit').where({ what: 'passwords.guessed' });
  expect(audit).toHaveLength(2);
});
