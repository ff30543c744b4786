import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse, waitFor, type TestHouse } from '../server/house';
import { JO, oakfield } from '../server/oversight/office';
import { elevatedLead } from '../server/security-keys/phone';
import { desktop, firstPage, openBrowser, tablet, workerReady } from './browser';
import { choosePin, enrolTablet, fillIn, lendSession, lock, openRecord, send, unlock } from './deeds';

const SUE = 'sue.coyle@oakfield.example';
const WORDS = 'He would not eat and said that nobody had made him anything at home since Friday.';

/** Oakfield with Pat, a midday supervisor who has no e-mail address. */
async function aSchoolWithPat(): Promise<TestHouse> {
  const plan = oakfield();
  const pat = {
    firstName: 'Pat',
    lastName: 'Field',
    jobTitle: 'Midday supervisor',
    userGroup: 'All staff',
    classes: [],
  };
  return openHouse({ plan: { ...plan, staff: [...plan.staff, pat] }, client: 'dist/client' });
}

/** The tablet of the lunch hall, locked, with one teacher on it. */
async function theLunchHallTablet(house: TestHouse) {
  const context = await openBrowser({ viewport: tablet });
  await lendSession(context, await house.loggedIn(JO));
  const { page } = await firstPage(context);
  await enrolTablet(page, house, { name: 'Lunch hall' });
  await workerReady(page);
  await lock(page);
  return { context, page };
}

/** Sue makes a slip for Pat in "Share with staff"; the code as it stands on the page. */
async function makeSlip(page: Page): Promise<string> {
  await page.getByRole('checkbox', { name: /^Pat Field/ }).check();
  await page.getByRole('button', { name: 'Print 1 slip' }).click();
  await page.getByRole('button', { name: 'Make and print' }).click();
  await page.getByText('1 code is made').first().waitFor();
  return page.locator('.made-slips .slip-code').innerText();
}

test('a supervisor without e-mail joins a tablet with her slip, records offline, and it arrives as hers', async () => {
  const house = await aSchoolWithPat();
  const { browser: sue } = await elevatedLead(house, SUE);
  const desk = await openBrowser({ viewport: desktop });
  await lendSession(desk, sue);
  const { page: office, complaints } = await firstPage(desk);
  await office.goto(`${house.origin}/admin/staff/share`);
  const code = await makeSlip(office);
  await office.emulateMedia({ media: 'print' });
  const printed = await office.locator('.slip').innerText();
  expect(printed).toContain(code);
  expect(printed).toContain('Good once, on one tablet, until');
  await office.emulateMedia({ media: 'screen' });

  const { context, page } = await theLunchHallTablet(house);
  await page.getByRole('button', { name: 'I have a slip' }).click();
  await page.getByLabel('Code on the slip').fill(code.toLowerCase());
  await choosePin(page, '314159');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Use this slip' }).click();
  await page.getByText('your slip stays good').first().waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Use this slip' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/lock'));

  await lock(page);
  await context.setOffline(true);
  await unlock(page, 'Pat', '314159');
  await openRecord(page);
  await fillIn(page, { pupil: 'amira', text: WORDS });
  await send(page);
  await page.getByText('Waiting on this tablet').first().waitFor();
  await context.setOffline(false);
  const concerns = () => house.ground.database.read('concerns').select('author_id', 'quarantine');
  await waitFor(async () => (await concerns()).length > 0);
  const { staff } = await sue.must('listStaff');
  const pat = staff.find(({ name }) => name === 'Pat Field');
  expect(await concerns()).toEqual([{ author_id: pat?.id, quarantine: null }]);

  await office.reload();
  await office.getByRole('row', { name: /Pat Field.*Used.*Lunch hall/s }).waitFor();
  expect(await office.getByText(code).count()).toBe(0);
  expect(complaints).toEqual([]);
});
