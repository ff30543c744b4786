import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse, waitFor, type TestHouse } from '../server/house';
import { aSafeguardingLead, aSchool, aTeacher } from '../server/school-builder';
import { addKey, type Phone } from '../server/security-keys/phone';
import { aConcern, Tablet } from '../server/tablet';
import { desktop, firstPage, openBrowser, tablet as tabletSize, workerReady } from './browser';
import { enrolTablet, lendSession, lock, readable, typeCode, unlock } from './deeds';

const NADIA = 'nadia.shah@oakfield.example';
const TOM = 'tom.lowe@oakfield.example';
const JO = 'jo.price@oakfield.example';
const LOST = 'Spoke to Mrs Lane about it.';
const SEALED = 'Rang home from the playground at 15:40.';

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

/** Elevates on the page of the alerts, and opens the one concern. */
async function openConcern(page: Page, phone: Phone): Promise<void> {
  await page.getByRole('button', { name: 'Elevate Your Access' }).click();
  await typeCode(page, phone.nextCode());
  await page.getByText('Amira Khan').first().click();
  await page.locator('.account').getByText('bruise').waitFor();
}

async function addAction(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Add action' }).click();
  await page.getByLabel('What did you do or decide?').fill(text);
  await page.getByRole('button', { name: 'Add to the record' }).click();
}

const entries = (house: TestHouse) =>
  house.ground.database.read('concern_actions').where({ kind: 'note' }).pluck<string[]>('id');

test('what a lead adds with no network waits sealed on her tablet, over a lock, and the other lead sees it come', async () => {
  const house = await openHouse({ plan: twoLeads(), client: 'dist/client' });
  const jos = await Tablet.enrol(await house.loggedIn(JO));
  const pupilId = (await jos.visitor.must('readRoll')).pupils[0]?.id ?? '';
  await jos.deliver((await jos.seal(aConcern({ pupilId }))).bytes);
  await house.settled();

  const tom = await house.loggedIn(TOM);
  const toms = await addKey(house, tom);
  const desk = await openBrowser({ viewport: desktop });
  await lendSession(desk, tom);
  const other = await firstPage(desk);
  await other.page.goto(`${house.origin}/alerts`);
  await openConcern(other.page, toms.phone);

  const nadia = await house.loggedIn(NADIA);
  const { phone } = await addKey(house, nadia);
  const context = await openBrowser({ viewport: tabletSize });
  await lendSession(context, nadia);
  const { page, complaints } = await firstPage(context);
  await enrolTablet(page, house);
  await workerReady(page);
  await page
    .getByRole('link', { name: /^Alerts/ })
    .first()
    .click();
  await openConcern(page, phone);

  // The school has it, and its answer is lost: it goes by the outbox as well, and is there once.
  await page.route('**/actions', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await addAction(page, LOST);
  const waiting = page.locator('.waiting-action');
  await waiting.getByText('It stands in the concern').waitFor();
  await page.unroute('**/actions');
  await house.settled();
  expect(await entries(house)).toHaveLength(1);
  const verdicts = () => house.ground.database.read('envelopes').where({ kind: 'action' }).pluck('verdict');
  expect(await verdicts()).toEqual(['duplicate']);
  await page.getByRole('button', { name: 'Show what is new' }).click();
  await waiting.waitFor({ state: 'detached' });
  await other.page.getByRole('button', { name: 'Show what is new' }).click();
  await other.page.getByText(LOST).waitFor();

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Add action' }).click();
  // An answer that was under way may still have come: the next question finds out.
  await page.locator('heed-add-action-dialog').getByRole('button', { name: 'Try again' }).click();
  await page.getByText('it is sealed and waits on this tablet', { exact: false }).waitFor();
  await page.getByText('Files can be added only with a connection.').waitFor();
  await page.getByLabel('What did you do or decide?').fill(SEALED);
  await page.getByRole('button', { name: 'Add to the record' }).click();
  await waiting.getByText('Waiting on this tablet').waitFor();
  await waiting.getByText('Nobody has been told yet.').waitFor();
  await waiting.getByText(SEALED).waitFor();
  expect(await entries(house)).toHaveLength(1);

  await lock(page);
  expect(await readable(page)).not.toMatch(/Rang home|Amira|bruise/);

  await context.setOffline(false);
  await waitFor(async () => (await entries(house)).length === 2);
  await other.page.getByText('Nadia Shah added an action.').first().waitFor();
  await other.page.getByRole('button', { name: 'Show what is new' }).click();
  await other.page.getByText(SEALED).waitFor();

  await unlock(page, 'Nadia');
  await page.goto(`${house.origin}/mine`);
  await unlock(page, 'Nadia');
  await page
    .getByText(/^Action for /)
    .first()
    .waitFor();
  await page.getByText('It stands in the concern').nth(1).waitFor();
  expect(await readable(page)).not.toMatch(/Rang home|Amira/);
  for (const said of [complaints, other.complaints])
    expect(said.filter((line) => /Content Security|Trusted/i.test(line))).toEqual([]);
});
