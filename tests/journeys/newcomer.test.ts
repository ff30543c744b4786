import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { administrationRights } from '../../protocol/administration';
import { openHouse, waitFor, type TestHouse } from '../server/house';
import { JO, NADIA, oakfield } from '../server/oversight/office';
import { Phone } from '../server/security-keys/phone';
import { desktop, firstPage, openBrowser, tablet } from './browser';
import { enrolTablet, logIn, PASSWORD, pickPupil, typeCode, unlock } from './deeds';

/** The newest mail of this kind to an address. */
async function mailTo(house: TestHouse, address: string, holds: string): Promise<string> {
  const find = () => house.mails.findLast(({ to, text }) => to === address && text.includes(holds))?.text;
  await waitFor(async () => {
    await house.settled();
    return find() !== undefined;
  });
  return find() ?? '';
}

/** The path of a link that a mail holds: the house of a story stands at another port than its settings say. */
const linkIn = (text: string, path: RegExp): string => path.exec(text)?.[0] ?? '';

/** As the welcome mail says it, step by step. */
async function logInAsMailed(page: Page, house: TestHouse, address: string): Promise<void> {
  await page.goto(house.origin);
  await page.getByRole('link', { name: 'Forgotten your password or using Heed for the first time?' }).click();
  await page.getByRole('heading', { name: 'Reset Password' }).waitFor();
  await page.getByLabel('School e-mail address').fill(address);
  await page.getByRole('button', { name: 'Reset Password' }).click();
  await page.getByText('a mail is on its way').waitFor();
  await choosePassword(page, house, address);
}

async function choosePassword(page: Page, house: TestHouse, address: string): Promise<void> {
  const mail = await mailTo(house, address, '/welcome#');
  await page.goto(house.origin + linkIn(mail, /\/welcome#[\w-]{43}/));
  await page.getByLabel('Password', { exact: true }).first().fill(PASSWORD);
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.getByText('Your password is saved').waitFor();
  await logIn(page, house, address);
}

async function saveKey(page: Page, house: TestHouse): Promise<void> {
  await page.getByRole('link', { name: 'Your security key' }).click();
  await page.getByRole('button', { name: 'Add new device' }).click();
  const secret = (await page.locator('heed-add-key .secret').innerText()).replaceAll(/\s/g, '');
  const phone = new Phone(house, secret);
  await page.getByLabel('Name').fill('My phone');
  await typeCode(page, phone.code());
  await page.getByRole('button', { name: 'Save this device' }).click();
  await page.locator('.recovery-codes').waitFor();
  await page.getByRole('button', { name: 'Elevate Your Access' }).first().click();
  await typeCode(page, phone.nextCode());
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** The dashboard's own word of how far the school is. */
const progress = (page: Page, done: number) =>
  page.getByRole('heading', { name: `First steps: ${String(done)} of 7 done` }).waitFor();

/** Oakfield, whose main contact administers everything and leads. */
function aNewSchool() {
  const plan = oakfield();
  const userGroups = plan.userGroups.map((group) =>
    group.name === 'Safeguarding leads' ? { ...group, administration: [...administrationRights] } : group,
  );
  return { ...plan, userGroups };
}

test('from the welcome mail through the first steps to a tested alert and a practised member of staff', async () => {
  const house = await openHouse({ plan: aNewSchool(), client: 'dist/client' });
  const welcome = await mailTo(house, NADIA, 'THEN, IN THIS ORDER');
  expect(welcome).toContain('Your dashboard shows these steps too');
  const { page, complaints } = await firstPage(await openBrowser({ viewport: desktop }));
  await logInAsMailed(page, house, NADIA);
  await page.goto(house.origin);
  await progress(page, 2);
  await saveKey(page, house);

  await page.goto(`${house.origin}/admin`);
  await progress(page, 3);
  await page.getByRole('button', { name: 'We do not need them' }).click();
  await progress(page, 4);
  await page.getByRole('button', { name: 'Send me a test alert' }).click();
  await page.getByText('to your e-mail. Look whether it arrives.').first().waitFor();
  const tested = await mailTo(house, NADIA, 'This is a test.');
  await page.goto(house.origin + linkIn(tested, /\/account\/notifications\?arrived/));
  await page.getByText('Noted: alerts reach you.').first().waitFor();

  await page.goto(`${house.origin}/admin`);
  await progress(page, 5);
  await page.getByRole('link', { name: 'Share with staff' }).first().click();
  await page.getByRole('button', { name: /^Choose all who were not invited/ }).click();
  await page.getByRole('button', { name: /^Mail \d/ }).click();
  await page.getByRole('button', { name: 'Send the mails' }).click();
  const joContext = await openBrowser({ viewport: tablet });
  const { page: joPage, complaints: joComplaints } = await firstPage(joContext);
  await choosePassword(joPage, house, JO);
  await enrolTablet(joPage, house);
  if (joPage.url().includes('/lock')) await unlock(joPage, 'Jo');
  await practise(joPage);

  await page.goto(`${house.origin}/admin`);
  await page.getByText('First steps: 7 of 7 done').waitFor();
  await page.goto(house.origin);
  await page.getByRole('link', { name: 'Record a concern' }).first().waitFor();
  await page
    .getByRole('link', { name: /^Admin/ })
    .first()
    .waitFor();
  expect(await page.getByText(/First steps/).count()).toBe(0);
  const read = house.ground.database.read;
  expect([await read('concerns'), await read('alerts')]).toEqual([[], []]);
  expect([...complaints, ...joComplaints].filter((line) => /Content Security|Trusted/i.test(line))).toEqual(
    [],
  );
});

/** Jo's first concern, as the guide beside it says. */
async function practise(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Try it with a practice pupil' }).click();
  await page.getByText('Your first concern, in two minutes').waitFor();
  await page.getByText('0 of 5').waitFor();
  await pickPupil(page, 'R');
  await page.getByLabel('What did you see or hear?').fill('Robin sat alone and left the food.');
  await page.getByRole('radio', { name: 'Not yet' }).check();
  await page.getByText('3 of 5').waitFor();
  await page.getByRole('button', { name: 'Send (practice)' }).click();
  await page.getByRole('heading', { name: 'This was practice. Nobody was told.' }).waitFor();
  await page.getByRole('button', { name: 'It was practice: finish' }).click();
}
