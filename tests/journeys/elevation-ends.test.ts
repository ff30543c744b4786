import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aConcernAtWork, anAction, staffIdOf, TOM } from '../server/concerns/a-lead-at-work';
import { openHouse } from '../server/house';
import { aSchool } from '../server/school-builder';
import { addKey } from '../server/security-keys/phone';
import { aConcern, Tablet } from '../server/tablet';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession, typeCode } from './deeds';
import { holdAnswer } from './held-answer';

const LEAD = 'nadia.shah@oakfield.example';

test('typing through the end of elevation: the content goes, the half-written text is back after the next code', async () => {
  const house = await openHouse({ client: 'dist/client' });
  const tablet = await Tablet.enrol(await house.loggedIn('jo.price@oakfield.example'));
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]?.id ?? '';
  await tablet.deliver((await tablet.seal(aConcern({ pupilId }))).bytes);
  await house.settled();
  const lead = await house.loggedIn(LEAD);
  const { phone } = await addKey(house, lead);

  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, lead);
  const { page } = await firstPage(context);
  await page.goto(`${house.origin}/alerts`);
  await page.getByRole('button', { name: 'Elevate Your Access' }).click();
  await typeCode(page, phone.nextCode());
  await page.getByText('Amira Khan').first().click();
  await page.getByText('about 3 cm, yellow-green').last().waitFor();
  await page.getByRole('button', { name: /Add action/ }).click();
  await page.getByLabel('What did you do or decide?').fill('Rang home at 15:40.');

  // An hour at most, whatever is typed; the next answer of the school says so.
  house.clock.skip(60 * 60_000);
  // (The keyboard, not the field: the live stream may tell first, and take the field away.)
  await page.keyboard.press('End');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.getByText('Full access').first().waitFor({ state: 'detached' });
  expect(await page.locator('main').innerText()).not.toContain('yellow-green');

  await page.getByRole('button', { name: 'Elevate Your Access' }).click();
  await typeCode(page, phone.nextCode());
  const text = page.getByLabel('What did you do or decide?');
  await text.waitFor();
  expect(await text.inputValue()).toBe('Rang home at 15:40.');
});

test('full access that is ended without a network: what was open goes at once, and does not come back by itself', async () => {
  const { house, nadia: browser } = await aConcernAtWork({}, { client: 'dist/client' });
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, browser);
  const { page } = await firstPage(context);
  await page.goto(`${house.origin}/alerts`);
  await page.getByText('Amira Khan').first().click();
  await page.getByText('about 3 cm, yellow-green').last().waitFor();
  await context.setOffline(true);
  await page.getByText('about 3 cm, yellow-green').last().waitFor();
  await page.getByRole('button', { name: /Full access/ }).click();
  await page.getByText('Full access').first().waitFor({ state: 'detached' });
  expect(await page.content()).not.toMatch(/yellow-green|Amira/);
  await context.setOffline(false);
  await expect.poll(async () => (await browser.call('listInbox')).status).toBe(401);
  await page.reload();
  await page.getByRole('button', { name: 'Log in', exact: true }).waitFor();
  expect(await page.content()).not.toMatch(/yellow-green|Amira/);
});

test('a session that is ended elsewhere: an open concern and a pupil’s page fall without a touch', async () => {
  const { house, nadia: browser, tablet } = await aConcernAtWork({}, { client: 'dist/client' });
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]?.id ?? '';
  const show = async (path: string) => {
    const context = await openBrowser({ viewport: desktop });
    await lendSession(context, browser);
    const { page } = await firstPage(context);
    const standing = page.waitForResponse('**/api/inbox/stream');
    await page.goto(`${house.origin}${path}`);
    await page.getByText('about 3 cm, yellow-green').first().waitFor();
    await standing;
    return page;
  };
  const alertId = (await browser.must('listInbox')).rows[0]?.alertId ?? '';
  const pages = [await show(`/alerts/${alertId}`), await show(`/pupils/${pupilId}`)];
  await browser.must('logOutEverywhere');
  for (const page of pages) {
    await page.getByText('Full access').first().waitFor({ state: 'detached' });
    expect(await page.content()).not.toMatch(/yellow-green|Amira/);
  }
});

/** Each dialog of a pupil's page in which somebody writes: how it is opened there, and the field in which they write. */
const writing: [string, (page: Page) => Promise<Locator>][] = [
  [
    'a plan',
    async (page) => {
      await page.getByRole('heading', { name: 'Plans and orders' }).click();
      await page.getByRole('button', { name: 'Add a plan or order' }).click();
      return page.locator('#matter-note');
    },
  ],
  [
    'a document',
    async (page) => {
      await page.getByRole('heading', { name: 'Documents' }).click();
      await page.getByRole('button', { name: 'Add a document' }).click();
      const kind = page.locator('#document-kind');
      if ((await kind.inputValue()) !== 'earlier-record') await kind.selectOption('earlier-record');
      return page.locator('#document-held');
    },
  ],
  [
    'a reason',
    async (page) => {
      await page.getByRole('heading', { name: 'Contacts' }).click();
      await page.getByRole('button', { name: 'Do not contact' }).click();
      return page.locator('#asked-reason');
    },
  ],
];

test.each(writing)(
  'full access ends while %s is being written: it is there again after the next code',
  async (_, open) => {
    const sara = { name: 'Sara Khan', relationship: 'Mother', phone: '07700 900001' };
    const plan = aSchool();
    plan.pupils = plan.pupils.map((pupil) => ({ ...pupil, contacts: [sara] }));
    const house = await openHouse({ client: 'dist/client', plan });
    const tablet = await Tablet.enrol(await house.loggedIn('jo.price@oakfield.example'));
    const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]?.id ?? '';
    const lead = await house.loggedIn(LEAD);
    const { phone } = await addKey(house, lead);
    const context = await openBrowser({ viewport: desktop });
    await lendSession(context, lead);
    const { page } = await firstPage(context);
    await page.goto(`${house.origin}/pupils/${pupilId}`);
    const elevateAndOpen = async () => {
      await page.getByRole('button', { name: 'Elevate Your Access' }).click();
      await typeCode(page, phone.nextCode());
      return open(page);
    };
    await (await elevateAndOpen()).fill('The core group meets on Thursdays.');
    house.clock.skip(60 * 60_000);
    // She looks away and comes back to the tab, which asks the school.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByText('Full access').first().waitFor({ state: 'detached' });
    expect(await page.content()).not.toMatch(/core group|Amira/);
    expect(await (await elevateAndOpen()).inputValue()).toBe('The core group meets on Thursdays.');
  },
);

/** What is saved from a page: where it stands, what the page asks the school for, and the button. */
const saved: [string, string, string, (page: Page) => Promise<Locator>][] = [
  [
    'a document',
    'pupils',
    '**/documents/*',
    async (page) => {
      await page.getByRole('heading', { name: 'Documents' }).click();
      await page.getByRole('button', { name: 'Add a document' }).click();
      const file = { name: 'order.txt', mimeType: 'text/plain', buffer: Buffer.from('An order.') };
      await page.getByLabel('Choose a file').setInputFiles(file);
      await page.getByRole('button', { name: 'Remove order.txt' }).waitFor();
      await page.locator('heed-document-dialog').getByRole('button', { name: 'Save', exact: true }).click();
      return page.getByRole('button', { name: 'Save order.txt' });
    },
  ],
  [
    'a spreadsheet of counts',
    'counts',
    '**/api/counts.csv*',
    (page) => Promise.resolve(page.locator('heed-save-sheet button')),
  ],
];

test.each(saved)(
  'full access ends while %s is fetched: nothing is saved on the device after it',
  async (_, place, address, find) => {
    const { house, nadia, tablet } = await aConcernAtWork({}, { client: 'dist/client' });
    const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]?.id ?? '';
    const context = await openBrowser({ viewport: desktop });
    await lendSession(context, nadia);
    const { page } = await firstPage(context);
    await page.goto(`${house.origin}/${place}${place === 'pupils' ? `/${pupilId}` : ''}`);
    const save = await find(page);
    const answer = await holdAnswer(page, address);
    const outcome = Promise.race([
      page.waitForEvent('download').then(() => 'saved'),
      page.waitForEvent('requestfailed').then(() => 'given up'),
    ]);
    await save.click();
    await page.getByRole('button', { name: /Full access/ }).click();
    await page.getByRole('banner').getByRole('button', { name: 'Elevate Your Access' }).waitFor();
    answer();
    expect(await outcome).toBe('given up');
  },
);

/** Where somebody stands on a page, in something that goes with full access. */
const standing: [string, string][] = [
  ['pupils', 'a.entry-link'],
  ['search', '#search-words'],
  ['watched', 'main a[href^="/pupils/"]'],
  ['counts', '#counts-from'],
  ['actions', 'a.due-link'],
  ['alerts', '.desk-list [aria-expanded]'],
];

test.each(standing)(
  'full access ends on the page “%s” while somebody is in what falls: they go on at its heading',
  async (place, within) => {
    const { house, id, nadia, tablet } = await aConcernAtWork({}, { client: 'dist/client' });
    const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]!.id;
    await nadia.must('watchPupil', { params: { id: pupilId }, body: { watching: true } });
    const due = { day: '2026-12-05', ownerId: await staffIdOf(await house.loggedIn(TOM)) };
    await nadia.must('addAction', { params: { id }, body: { kind: 'note', ...anAction(house, { due }) } });
    const context = await openBrowser({ viewport: desktop });
    await lendSession(context, nadia);
    const { page } = await firstPage(context);
    await page.goto(`${house.origin}/${place}${place === 'pupils' ? `/${pupilId}` : ''}`);
    await page.locator(within).first().focus();
    await nadia.must('endElevation');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByRole('banner').getByRole('button', { name: 'Elevate Your Access' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  },
);

test('full access ends while she is asked about a view: the name that she gave it goes with what was open', async () => {
  const { house, nadia } = await aConcernAtWork({}, { client: 'dist/client' });
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, nadia);
  const { page } = await firstPage(context);
  await page.goto(`${house.origin}/alerts`);
  await page.getByText('Amira Khan').first().waitFor();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel('Level').selectOption('high');
  await page.getByRole('button', { name: /^Save/ }).click();
  await page.getByLabel('Name').fill('Amira and her brothers');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Remove/ }).click();
  const question = page.locator('heed-confirm-dialog');
  await question.getByText('Amira and her brothers').waitFor();
  await nadia.must('endElevation');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByText('Full access').first().waitFor({ state: 'detached' });
  await question.waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain('Amira');
  expect(await house.ground.database.read('saved_views').select('id')).toHaveLength(1);
});
