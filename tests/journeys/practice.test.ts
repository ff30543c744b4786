import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse, waitFor, type TestHouse } from '../server/house';
import { oakfield } from '../server/oversight/office';
import { aSupervisor } from '../server/school-builder';
import { elevatedLead } from '../server/security-keys/phone';
import { outboxOf } from '../faults/outbox';
import { rawVault, wordsIn } from '../faults/raw-vault';
import { desktop, firstPage, openBrowser, tablet, workerReady } from './browser';
import { choosePin, enrolTablet, lendSession, lock, pickPupil, readable, send, unlock } from './deeds';

const SUE = 'sue.coyle@oakfield.example';
const SAM = 'sam.lee@oakfield.example';
const WORDS = 'He would not eat and said that nobody had made him anything at home since Friday.';

/** The playground's tablet with Sam, a midday supervisor, on it; locked and without a network. */
async function samsTablet(house: TestHouse) {
  const context = await openBrowser({ viewport: tablet });
  await lendSession(context, await house.loggedIn(SAM));
  const { page, complaints } = await firstPage(context);
  await enrolTablet(page, house);
  await workerReady(page);
  await lock(page);
  await context.setOffline(true);
  return { context, page, complaints };
}

/** Opens practice from home, and writes what could be real. */
async function practise(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Try it with a practice pupil' }).click();
  await page.getByText('Practice: nobody is told').first().waitFor();
  await page.getByLabel('What did you see or hear?').fill(WORDS);
  await page.getByText(/Kept on this tablet for you alone/).waitFor();
}

/** Everything that a school knows of concerns. */
async function whatTheSchoolHolds(house: TestHouse): Promise<number[]> {
  const read = house.ground.database.read;
  const tables = [read('envelopes'), read('concerns'), read('alerts')];
  return Promise.all(tables.map(async (rows) => ((await rows) as unknown[]).length));
}

test('a midday supervisor practises offline on the shared tablet: nobody is told, and what was real is sent', async () => {
  const plan = oakfield();
  const staff = [...plan.staff, aSupervisor({ email: SAM, lastName: 'Lee' })];
  const house = await openHouse({ plan: { ...plan, staff }, client: 'dist/client' });
  const { browser: sue } = await elevatedLead(house, SUE);
  const { context, page, complaints } = await samsTablet(house);
  await unlock(page, 'Sam');
  await practise(page);
  const picker = page.locator('input[role=combobox]').first();
  await picker.fill('amira');
  expect(await readable(page)).not.toContain('Khan');
  await pickPupil(page, 'robin');
  await page.getByRole('radio', { name: 'Not yet' }).check();
  await page.getByRole('button', { name: 'Send (practice)' }).click();
  await page.getByRole('heading', { name: 'This was practice. Nobody was told.' }).waitFor();
  expect(await page.locator('main [href$="#check"], main [href$="#check-check"]').count()).toBe(0);
  expect(await readable(page)).not.toMatch(/Received \d|ref [0-9A-Z]{4}/i);
  expect(await outboxOf(page)).toEqual([]);
  expect(wordsIn(await rawVault(page), [WORDS])).toEqual([]);

  // Heed was closed before the network came back: the fact is told at the next unlock, without a session.
  await page.reload();
  await context.setOffline(false);
  await unlock(page, 'Sam');
  await page.getByRole('heading', { name: 'Was this real?' }).waitFor();
  const practisedAt = async () =>
    (await sue.must('listStaff')).staff.find(({ name }) => name === 'Sam Lee')?.practisedAt ?? null;
  await waitFor(async () => (await practisedAt()) !== null);
  expect(await whatTheSchoolHolds(house)).toEqual([0, 0, 0]);

  await page.getByRole('button', { name: 'Was this real? Send it now' }).click();
  await page.getByRole('heading', { level: 1, name: 'Record a concern' }).waitFor();
  expect(await page.getByLabel('What did you see or hear?').inputValue()).toBe(WORDS);
  expect(await readable(page)).not.toContain('Robin');
  await pickPupil(page, 'amira');
  await send(page);
  await waitFor(async () => (await whatTheSchoolHolds(house))[1] === 1);
  await house.settled();

  const desk = await openBrowser({ viewport: desktop });
  await lendSession(desk, sue);
  const { page: office } = await firstPage(desk);
  await office.goto(`${house.origin}/admin/staff`);
  const row = office.getByRole('row', { name: /Sam Lee/ });
  await row.waitFor();
  expect(await row.locator('.col-practised').innerText()).not.toContain('Not yet');
  await office.getByLabel('What is missing').selectOption('Practised: not yet');
  await row.waitFor({ state: 'detached' });
  await office.getByRole('row', { name: /Jo Price/ }).waitFor();
  expect(complaints.filter((one) => !/Failed to load|ERR_INTERNET/.test(one))).toEqual([]);
});

test('what was written when a lock ended practice is asked after at the next unlock, and sent by nobody', async () => {
  const plan = oakfield();
  const staff = [...plan.staff, aSupervisor({ email: SAM, lastName: 'Lee' })];
  const house = await openHouse({ plan: { ...plan, staff }, client: 'dist/client' });
  const { context, page } = await samsTablet(house);
  await unlock(page, 'Sam');
  await practise(page);
  await context.setOffline(false);
  await lock(page);
  expect(wordsIn(await rawVault(page), [WORDS])).toEqual([]);
  await unlock(page, 'Sam');
  await page.getByRole('heading', { name: 'Was this real?' }).waitFor();
  expect(await readable(page)).toContain(WORDS);
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await page.locator('heed-confirm-dialog').getByRole('button', { name: 'Throw it away' }).click();
  await page
    .getByRole('link', { name: /Record a concern/ })
    .first()
    .waitFor();
  await lock(page);
  await unlock(page, 'Sam');
  expect(new URL(page.url()).pathname).toBe('/');

  await practise(page);
  await pickPupil(page, 'robin');
  await page.getByRole('radio', { name: 'Not yet' }).check();
  await page.getByRole('button', { name: 'Send (practice)' }).click();
  await page.getByRole('button', { name: 'Was this real? Send it now' }).click();
  await page.getByRole('heading', { level: 1, name: 'Record a concern' }).waitFor();
  expect(await page.getByLabel('What did you see or hear?').inputValue()).toBe(WORDS);
  expect(await outboxOf(page)).toEqual([]);
  expect(await whatTheSchoolHolds(house)).toEqual([0, 0, 0]);
});

test('ten minutes of practice end where they are seen to end, and ask what was real', async () => {
  const plan = oakfield();
  const staff = [...plan.staff, aSupervisor({ email: SAM, lastName: 'Lee' })];
  const house = await openHouse({ plan: { ...plan, staff }, client: 'dist/client' });
  const { page } = await samsTablet(house);
  await page.clock.install();
  await unlock(page, 'Sam');
  await practise(page);
  const words = page.getByLabel('What did you see or hear?');
  // Whoever writes is not locked out meanwhile.
  for (let written = 0; written < 28; written += 1) {
    await page.clock.runFor(20_000);
    await words.pressSequentially('.');
  }
  const ends = page.getByText(/^Practice ends in \d+ seconds\.$/);
  await ends.waitFor();
  expect(await ends.evaluate((line) => line.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
  expect(await readable(page)).toContain('What you wrote is kept: you choose then what becomes of it.');
  await page.clock.runFor(70_000);
  await page.getByRole('heading', { name: 'Was this real?' }).waitFor();
  await page.getByRole('button', { name: 'Was this real? Send it now' }).click();
  await page.getByRole('heading', { level: 1, name: 'Record a concern' }).waitFor();
  expect(await words.inputValue()).toBe(`${WORDS}${'.'.repeat(28)}`);
  expect(await outboxOf(page)).toEqual([]);
});

test('who asks for practice on a new computer sets it up once, and then stands where they wanted to', async () => {
  const house = await openHouse({ plan: oakfield(), client: 'dist/client' });
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, await house.loggedIn(SUE));
  const { page } = await firstPage(context);
  await page.goto(house.origin);
  await page.getByRole('link', { name: 'Try it with a practice pupil' }).click();
  await page.getByRole('radio', { name: 'No, only me' }).check();
  await page.getByLabel('What do people call this computer?').fill('Office computer');
  await choosePin(page);
  await page.getByRole('button', { name: 'Set up this computer' }).click();
  await page.getByText('Practice: nobody is told').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/record/practice');
  await page.getByLabel('What did you see or hear?').fill(WORDS);
  await pickPupil(page, 'robin');
  await page.getByRole('radio', { name: 'Not yet' }).check();
  await page.getByRole('button', { name: 'Send (practice)' }).click();
  for (const name of ['Was this real? Send it now', 'It was practice: finish']) {
    const button = await page.getByRole('button', { name }).boundingBox();
    expect((button?.y ?? 0) + (button?.height ?? 0), name).toBeLessThanOrEqual(desktop.height);
  }
});
