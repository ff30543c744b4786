import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse, PASSWORD, waitFor, type TestHouse } from '../server/house';
import { JO, NADIA, oakfield, TOM } from '../server/oversight/office';
import { addKey, elevatedLead } from '../server/security-keys/phone';
import { aConcern, Tablet } from '../server/tablet';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession } from './deeds';

const SUE = 'sue.coyle@oakfield.example';
const MIA = 'mia.reed@oakfield.example';

/** Sue, who keeps the staff, at her desk with full access. */
async function suesDesk(house: TestHouse): Promise<{ page: Page; complaints: string[] }> {
  const { browser } = await elevatedLead(house, SUE);
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, browser);
  const { page, complaints } = await firstPage(context);
  await page.goto(`${house.origin}/admin`);
  await page.getByRole('link', { name: /^Staff/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Staff' }).waitFor();
  return { page, complaints };
}

/** The newest link that was mailed to an address, where this house stands. */
function linkTo(house: TestHouse, address: string): string | undefined {
  const link = house.mails
    .filter(({ to }) => to === address)
    .map(({ text }) => /\/welcome#[\w-]{43}/.exec(text)?.[0])
    .findLast((one) => one !== undefined);
  return link && house.origin + link;
}

test('a new person’s empty name is spoken of once the field is left, or when Save is pressed; not before', async () => {
  const house = await openHouse({ plan: oakfield(), client: 'dist/client' });
  const { page, complaints } = await suesDesk(house);
  await page.getByRole('link', { name: 'Add a person' }).click();
  const empty = page.getByText('This cannot be empty.');
  await page.getByLabel('First name').fill('Mia');
  await page.getByText('Something that is needed is not filled in yet.').waitFor();
  expect(await empty.count()).toBe(0);
  await page.getByLabel('Last name').focus();
  await page.getByLabel('Job').focus();
  await empty.waitFor();
  await page.getByLabel('Last name').fill('Reed');
  await page.getByText('It takes effect as soon as you save.').waitFor();
  expect(await empty.count()).toBe(0);

  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByLabel('Job').fill('Class teacher');
  await page.getByText('Something that is needed is not filled in yet.').waitFor();
  expect(await empty.count()).toBe(0);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await empty.first().waitFor();
  expect(await page.getByLabel('Last name').getAttribute('aria-invalid')).toBe('true');
  expect(complaints.filter((one) => !one.includes('400'))).toEqual([]);
});

test('her session ends elsewhere before what she typed is saved: the log-in comes, and nobody is asked whether to stay', async () => {
  const house = await openHouse({ plan: oakfield(), client: 'dist/client' });
  const { browser } = await elevatedLead(house, SUE);
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, browser);
  const { page } = await firstPage(context);
  await page.goto(`${house.origin}/admin/staff/new`);
  await page.getByLabel('First name').fill('Mia');
  await page.getByText('Something that is needed is not filled in yet.').waitFor();
  await browser.must('logOutEverywhere');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByRole('button', { name: 'Log in', exact: true }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

async function addMia(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Add a person' }).click();
  await page.getByLabel('First name').fill('Mia');
  await page.getByLabel('Last name').fill('Reed');
  await page.getByLabel('Job').fill('Class teacher');
  await page.getByLabel('School e-mail address').fill(MIA);
  await page.getByLabel('User group', { exact: true }).selectOption('All staff');
  await page.getByRole('checkbox', { name: '4B' }).check();
  await page.getByText('It takes effect as soon as you save.').waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mia Reed' }).waitFor();
}

test('a person is added, sent the first-login mail, and logs in; the list says how far they have come', async () => {
  const house = await openHouse({ plan: oakfield(), client: 'dist/client' });
  const { page, complaints } = await suesDesk(house);
  await page.getByRole('link', { name: 'Add a person' }).click();
  await page.getByLabel('First name').fill('Mi');
  await page.getByLabel('Last name').fill('Reed');
  await page.getByRole('link', { name: 'Staff', exact: true }).click();
  await page.getByText('Leave without saving?').waitFor();
  await page.getByRole('button', { name: 'Stay here' }).click();
  expect(await page.getByLabel('First name').inputValue()).toBe('Mi');
  await page.getByRole('link', { name: 'Staff', exact: true }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Staff' }).waitFor();
  await addMia(page);
  expect(linkTo(house, MIA)).toBeUndefined();
  await page.getByRole('button', { name: 'Send first-login mail' }).click();
  await page.getByText('The mail is on its way.').first().waitFor();
  await waitFor(() => linkTo(house, MIA) !== undefined);

  const mias = (await firstPage(await openBrowser())).page;
  await mias.goto(linkTo(house, MIA) ?? '');
  await mias.getByLabel('Password', { exact: true }).first().fill(PASSWORD);
  await mias.getByRole('button', { name: 'Save password' }).click();
  await mias.getByText('Your password is saved').waitFor();
  await mias.goto(`${house.origin}/log-in`);
  await mias.getByLabel('School e-mail address').fill(MIA);
  await mias.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await mias.getByRole('button', { name: 'Log in', exact: true }).click();
  await mias.waitForURL((url) => !url.pathname.startsWith('/log-in'));

  await page.getByRole('link', { name: 'Staff', exact: true }).click();
  await page.getByPlaceholder('Name or e-mail').fill('mia reed');
  const row = page.getByRole('row', { name: /Mia Reed/ });
  await row.waitFor();
  expect(await row.locator('.col-logIn').innerText()).not.toContain('Not yet');
  expect(await row.locator('.col-key').innerText()).toContain('Not needed');
  expect(complaints).toEqual([]);
});

test('those who have not logged in, or not practised, are reminded in one go, after a look at who they are', async () => {
  const house = await openHouse({ plan: oakfield(), client: 'dist/client' });
  const { page, complaints } = await suesDesk(house);
  await addMia(page);
  await page.getByRole('button', { name: 'Send first-login mail' }).click();
  await page.getByText('The mail is on its way.').first().waitFor();
  await house.settled();
  const known = house.mails.length;
  await page.getByRole('link', { name: 'Staff', exact: true }).click();
  await page.getByRole('button', { name: 'Remind those who have not, 2' }).click();
  await page.getByText('goes once more to Mia Reed').waitFor();
  await page.getByText('asks Sue Coyle to practise').waitFor();
  await house.settled();
  expect(house.mails.slice(known)).toEqual([]);
  await page.getByRole('button', { name: 'Send the mails' }).click();
  await page.getByText('1 first-login mail is on its way. 1 mail about practising').first().waitFor();
  await house.settled();
  expect(
    house.mails
      .slice(known)
      .map(({ to }) => to)
      .sort(),
  ).toEqual([MIA, SUE]);
  expect(complaints).toEqual([]);
});

test('a deputy leaves: the concern that he had taken goes to the lead, and nothing of his works any more', async () => {
  const house = await openHouse({ plan: oakfield(), client: 'dist/client' });
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]?.id ?? '';
  await tablet.deliver((await tablet.seal(aConcern({ pupilId }))).bytes);
  await house.settled();
  const tom = (await elevatedLead(house, TOM)).browser;
  const id = (await house.ground.database.read('concerns').pluck<string[]>('id'))[0] ?? '';
  const { reference } = await tom.must('takeConcern', { params: { id } });

  const { page, complaints } = await suesDesk(house);
  await page.getByPlaceholder('Name or e-mail').fill('tom');
  await page.getByRole('link', { name: /Tom Lowe/ }).click();
  await page.getByText('1 concern that they have taken is not closed').waitFor();
  await page.getByText(reference).waitFor();
  await page.getByLabel('Hand over to').selectOption('Nadia Shah');
  await page.getByRole('button', { name: 'Hand over 1' }).click();
  await page.getByText('1 concern was handed to Nadia Shah').first().waitFor();
  await page.getByRole('button', { name: 'This person leaves' }).click();
  await page.getByText('It takes effect as soon as you save.').waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText(/This person left on/).waitFor();

  expect((await tom.call('listInbox')).status).toBe(401);
  const nadia = (await elevatedLead(house, NADIA)).browser;
  const [row] = (await nadia.must('listInbox', { query: { view: 'mine' } })).rows;
  expect(row?.reference).toBe(reference);
  expect(complaints).toEqual([]);
});

test('a lost phone: Sue asks, the lead confirms, and the key is gone', async () => {
  const house = await openHouse({ plan: oakfield(), client: 'dist/client' });
  await elevatedLead(house, TOM);
  const { page, complaints } = await suesDesk(house);
  await page.getByPlaceholder('Name or e-mail').fill('tom');
  await page.getByRole('link', { name: /Tom Lowe/ }).click();
  await page.getByRole('button', { name: 'Remove My phone: it is lost' }).click();
  await page.getByText('it starts when a second person confirms').waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page
    .getByText(/Lost security key of Tom Lowe is removed\. It waits: .*Nadia Shah.* can confirm/)
    .waitFor();

  const nadia = (await elevatedLead(house, NADIA)).browser;
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, nadia);
  const nadias = (await firstPage(context)).page;
  await nadias.goto(`${house.origin}/admin`);
  await nadias.getByText('Lost security key of Tom Lowe is removed').waitFor();
  await nadias.getByRole('button', { name: 'Confirm' }).click();
  await nadias.getByText('Nothing waits for a second person.').waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Tom Lowe' }).waitFor();
  expect(await page.getByText('My phone').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('the school begins: warnings first, a mail to those who are chosen, a slip on paper for each', async () => {
  const house = await openHouse({ plan: oakfield(), client: 'dist/client' });
  const { page, complaints } = await suesDesk(house);
  await page.getByRole('link', { name: 'Share with staff' }).click();
  await page.getByText('have no security key that works yet').waitFor();
  await page.getByText('No test alert has reached').waitFor();
  await page.getByRole('button', { name: 'Copy text' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'Oakfield Primary now keeps its safeguarding records in Heed:',
  );

  await page.getByLabel(/^Jo Price/).check();
  await page.emulateMedia({ media: 'print' });
  await page.getByText('Heed at Oakfield Primary').waitFor();
  expect(await page.locator('.slip').count()).toBe(1);
  expect(await page.locator('.slip').innerText()).toContain(`Type ${JO} and choose`);
  expect(await page.getByRole('heading', { name: 'Share with staff' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });

  const known = house.mails.length;
  await page.getByRole('button', { name: 'Mail 1' }).click();
  await page.getByText('A personal link goes to Jo Price.').waitFor();
  await page.getByRole('button', { name: 'Send the mails' }).click();
  await page.getByText('1 mail is on its way.').first().waitFor();
  await house.settled();
  expect(house.mails.slice(known).map(({ to }) => to)).toEqual([JO]);
  expect(complaints).toEqual([]);
});

test('a key that was added late works after a lead has confirmed it on the administration’s home', async () => {
  const house = await openHouse({ plan: oakfield(), client: 'dist/client' });
  const tom = await house.loggedIn(TOM);
  const context = await openBrowser({ viewport: desktop });
  await house.ground.database.write((trx) =>
    trx('accounts')
      .whereNotNull('first_log_in_at')
      .update({ first_log_in_at: new Date(house.clock.now() - 2 * 86_400_000).toISOString() }),
  );
  const { phone } = await addKey(house, tom, { name: 'Work phone' });
  expect((await tom.call('elevate', { body: { code: phone.nextCode() } })).problem.code).toBe(
    'key-not-confirmed',
  );
  const nadia = await house.loggedIn(NADIA);
  const nadias = await addKey(house, nadia);
  await nadia.must('elevate', { body: { code: nadias.phone.nextCode() } });
  await lendSession(context, nadia);
  const { page, complaints } = await firstPage(context);
  await page.goto(`${house.origin}/admin`);
  await page.getByText('“Work phone”, added today').waitFor();
  await page.getByRole('button', { name: 'Confirm the key of Tom Lowe' }).click();
  await page.getByRole('heading', { name: 'Security keys to confirm' }).waitFor({ state: 'detached' });
  await tom.must('elevate', { body: { code: phone.nextCode() } });
  expect(complaints).toEqual([]);
});
