import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aConcernAtWork } from '../server/concerns/a-lead-at-work';
import { openHouse, type TestHouse } from '../server/house';
import { aSafeguardingLead, aSchool, aTeacher } from '../server/school-builder';
import { addKey } from '../server/security-keys/phone';
import { aConcern, Tablet } from '../server/tablet';
import { desktop, firstPage, openBrowser, phone as phoneSize } from './browser';
import { lendSession, typeCode } from './deeds';

const NADIA = 'nadia.shah@oakfield.example';
const TOM = 'tom.lowe@oakfield.example';
const JO = 'jo.price@oakfield.example';
const LONG = 'She came in from break and sat by the door. '.repeat(60);

/** Oakfield with a lead and a deputy. */
function twoLeads() {
  const base = aSchool();
  return aSchool({
    school: { ...base.school, headEmail: NADIA, deputyEmails: [TOM] },
    staff: [
      aSafeguardingLead({ email: NADIA, lastName: 'Shah' }),
      aSafeguardingLead({ email: TOM, firstName: 'Tom', lastName: 'Lowe' }),
      aTeacher({ email: JO, lastName: 'Price' }),
    ],
    alertGroups: [{ name: 'Safeguarding team', members: [NADIA, TOM] }],
  });
}

interface Lead {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

/** A lead at a screen of their own, elevated, with the one concern open. */
async function reading(house: TestHouse, email: string, viewport: typeof desktop): Promise<Lead> {
  const visitor = await house.loggedIn(email);
  const { phone } = await addKey(house, visitor);
  const context = await openBrowser({ viewport });
  await lendSession(context, visitor);
  const { page, complaints } = await firstPage(context);
  await page.goto(`${house.origin}/alerts`);
  await page.getByRole('button', { name: 'Elevate Your Access' }).click();
  await typeCode(page, phone.nextCode());
  await page.getByText('Amira Khan').first().click();
  await page.getByText('sat by the door').last().waitFor();
  return { page, context, complaints };
}

/** Adds an action through the dialog. */
async function addAction({ page }: Lead, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Add action' }).click();
  await page.getByLabel('What did you do or decide?').fill(text);
  await page.getByRole('button', { name: 'Add to the record' }).click();
  await page.getByText(text).waitFor();
}

/** Where the account stands on the screen, px from the top. */
async function eyes({ page }: Lead): Promise<number> {
  return page.locator('.account').evaluate((account) => account.getBoundingClientRect().top);
}

test('two leads at one concern: each hears of the other, nothing moves, and half-written words stay', async () => {
  const house = await openHouse({ plan: twoLeads(), client: 'dist/client' });
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]?.id ?? '';
  await tablet.deliver((await tablet.seal(aConcern({ pupilId, text: LONG }))).bytes);
  await house.settled();
  const nadia = await reading(house, NADIA, desktop);
  const tom = await reading(house, TOM, phoneSize);
  expect(await nadia.page.locator('.unopened-dot').count()).toBe(0);

  await nadia.page.locator('.desk-detail').evaluate((pane) => pane.scrollTo(0, 220));
  const before = await eyes(nadia);
  await tom.page.getByRole('button', { name: 'I’ll take this' }).click();
  await nadia.page.getByText('Tom Lowe has taken this.').first().waitFor();
  expect(await eyes(nadia)).toBe(before);

  // She has begun to write: Tom's note comes while the dialog stands, and takes nothing from it.
  await nadia.page.getByRole('button', { name: 'Add action' }).click();
  const field = nadia.page.getByLabel('What did you do or decide?');
  await field.fill('Spoke to Amira');
  await addAction(tom, 'Rang home at 15:40.');
  await nadia.page.getByText('Tom Lowe has taken this. Tom Lowe added an action.').first().waitFor();
  await nadia.page.keyboard.type(' with Mrs Lane.');
  expect(await field.inputValue()).toBe('Spoke to Amira with Mrs Lane.');
  expect(await nadia.page.locator('.desk-detail').innerText()).not.toContain('Rang home');
  await nadia.page.keyboard.press('Escape');
  expect(await eyes(nadia)).toBe(before);

  await nadia.page.getByRole('button', { name: 'Show what is new' }).click();
  const fresh = nadia.page.locator('.so-far .fresh').filter({ hasText: 'Rang home at 15:40.' });
  await fresh.waitFor();
  expect(await fresh.evaluate((entry) => entry.getBoundingClientRect().top)).toBeLessThan(desktop.height);
  expect(await nadia.page.getByText('With Tom Lowe').count()).toBeGreaterThan(0);
  expect(await nadia.page.getByRole('button', { name: 'I’ll take this' }).count()).toBe(0);

  // The half-written text is still there, and sending it tells Tom in his turn.
  await nadia.page.getByRole('button', { name: 'Add action' }).click();
  expect(await field.inputValue()).toBe('Spoke to Amira with Mrs Lane.');
  await nadia.page.getByRole('button', { name: 'Add to the record' }).click();
  await tom.page.getByText('Nadia Shah added an action.').first().waitFor();
  await tom.page.getByRole('button', { name: 'Show what is new' }).click();
  await tom.page.getByText('Spoke to Amira with Mrs Lane.').waitFor();

  // Tom has it: to whom he may give it, and what Nadia may do besides.
  await tom.page.getByRole('button', { name: 'Give to…' }).click();
  const tomsList = tom.page.getByLabel('Who has it from now on');
  await tomsList.locator('option', { hasText: 'Nadia Shah' }).waitFor({ state: 'attached' });
  expect(await tomsList.locator('option').count()).toBe(2);
  expect(await tom.page.locator('heed-decide-dialog').innerText()).not.toContain('your own name');
  await nadia.page.getByRole('button', { name: 'Give to…' }).click();
  await nadia.page.getByText('Choose your own name to take it over.').waitFor();
  await nadia.page.getByLabel('Who has it from now on').selectOption('Nadia Shah (you take it over)');
  await nadia.page.locator('heed-decide-dialog button.primary').click();
  await tom.page.getByText('Nadia Shah has taken this.').first().waitFor();
  expect([...nadia.complaints, ...tom.complaints]).toEqual([]);
});

test('answers are lost, or she does not wait for them: what she writes then is never dropped in silence', async () => {
  const { house, nadia } = await aConcernAtWork({}, { client: 'dist/client' });
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, nadia);
  const { page } = await firstPage(context);
  await page.goto(`${house.origin}/alerts`);
  await page.getByText('Amira Khan').first().click();
  /** The school has it; its answer goes missing on the way back. */
  await page.route(/\/(level|actions|matters)$/, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  const dialog = page.locator('heed-decide-dialog');
  const send = dialog.locator('button[type=submit]');
  await page.getByRole('button', { name: 'Set level' }).click();
  await dialog.locator('select').selectOption('high');
  await dialog.locator('textarea').fill('First reason.');
  await send.click();
  await dialog.getByText(/Not done yet/).waitFor();
  await page.unrouteAll();
  await dialog.locator('select').selectOption('low');
  await dialog.locator('textarea').fill('A fall that two people saw.');
  await send.click();
  await dialog.getByText(/with other words: it stands in the record/).waitFor();
  expect(await dialog.locator('textarea').inputValue()).toBe('A fall that two people saw.');
  await send.click();
  await dialog.waitFor({ state: 'detached' });
  const texts = page.locator('.so-far');
  await texts.getByText('A fall that two people saw.').waitFor();
  await texts.getByText('First reason.').waitFor();

  // An action whose answer is lost, and another one written over its words.
  await page.route(/\/actions$/, async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  const adding = page.locator('heed-add-action-dialog');
  const field = page.getByLabel('What did you do or decide?');
  await page.getByRole('button', { name: 'Add action' }).click();
  await field.fill('Rang home at 15:40.');
  await page.getByRole('button', { name: 'Add to the record' }).click();
  await adding.getByText(/Not added yet/).waitFor();
  await page.unrouteAll();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add action' }).click();
  await field.fill('The social worker will visit.');
  await page.getByRole('button', { name: 'Add to the record' }).click();
  await adding.getByText(/with other words: it stands in the record/).waitFor();
  await page.getByRole('button', { name: 'Add to the record' }).click();
  for (const text of ['Rang home at 15:40.', 'The social worker will visit.'])
    await texts.getByText(text).waitFor();

  // She does not wait for a slow school: what she decides next is another decision.
  let answer: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/\/level$/, async (route) => {
    const response = await route.fetch();
    await slow;
    await route.fulfill({ response });
  });
  await page.getByRole('button', { name: 'Set level' }).click();
  await dialog.locator('select').selectOption('medium');
  await dialog.locator('textarea').fill('Third reason.');
  const answered = page.waitForResponse(/\/level$/);
  await send.click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  answer();
  await (await answered).finished();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Set level' }).click();
  await expect.poll(() => dialog.locator('textarea').inputValue()).toBe('');
  await dialog.locator('select').selectOption('high');
  await dialog.locator('textarea').fill('Fourth reason.');
  await send.click();
  await dialog.waitFor({ state: 'detached' });
  await texts.getByText('Fourth reason.').waitFor();
});
