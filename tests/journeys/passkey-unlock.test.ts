import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse } from '../server/house';
import { JO, oakfield, TOM } from '../server/oversight/office';
import { firstPage, openBrowser, tablet, workerReady } from './browser';
import { enrolTablet, fillIn, joinTablet, lendSession, lock, openRecord, PIN } from './deeds';
import { byName, giveScreenLock } from './passkey-device';
import { faultsInEveryLook } from './screens/every-look';

const WORDS = 'He would not take his coat off all day, also not in the hall.';

/** A tablet that Tom has set up and Jo has joined just now: she is unlocked and logged in. */
async function aTabletOfTwo(device: { prf: boolean }) {
  const house = await openHouse({ plan: oakfield(), client: 'dist/client' });
  const origin = byName(house.origin);
  const context = await openBrowser({ viewport: tablet });
  const { page, complaints } = await firstPage(context);
  await giveScreenLock(page, device);
  await lendSession(context, await house.loggedIn(TOM), origin);
  await enrolTablet(page, { origin });
  await workerReady(page);
  await house.loggedIn(JO);
  await joinTablet(page, { origin }, JO);
  return { context, origin, page, complaints };
}

/** Inside the open page: a new opening would be locked. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

async function toSettings(page: Page): Promise<void> {
  await goTo(page, '/account/devices');
  await page.getByRole('heading', { name: 'Unlock with fingerprint' }).waitFor();
}

async function typePin(page: Page, pin: string): Promise<void> {
  await page.getByLabel('Your PIN').fill(pin);
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('a teacher opens her draft offline on a shared tablet with her passkey; a colleague is offered none', async () => {
  const { context, origin, page, complaints } = await aTabletOfTwo({ prf: true });
  await toSettings(page);
  await page.getByRole('button', { name: 'Turn on', exact: true }).click();
  await typePin(page, '999999');
  await page.getByText('That PIN is not right').waitFor();
  await typePin(page, PIN);
  await page.getByRole('button', { name: 'Add passkey' }).waitFor();
  expect(await faultsInEveryLook(page, 'devices, adding a passkey')).toEqual([]);
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await page.getByText('On, beside your PIN').waitFor();

  await goTo(page, '/');
  await openRecord(page);
  await fillIn(page, { pupil: 'amira', text: WORDS });
  const draft = new URL(page.url()).pathname;
  await lock(page);
  await context.setOffline(true);
  await page.goto(`${origin}${draft}`);
  await page.getByRole('radio', { name: /Tom/ }).check();
  await page.getByText('PIN for Tom').waitFor();
  expect(await page.getByRole('button', { name: /passkey/ }).count()).toBe(0);
  await page.getByRole('radio', { name: /Jo/ }).check();
  await page.getByRole('button', { name: 'Use a passkey' }).waitFor();
  expect(await faultsInEveryLook(page, 'lock, with a passkey')).toEqual([]);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL(`**${draft}`);
  expect(await page.getByLabel('What did you see or hear?').inputValue()).toBe(WORDS);
  expect(complaints.filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

test('a browser whose passkeys hold no secret says so, keeps nothing and unlocks by PIN', async () => {
  const { page } = await aTabletOfTwo({ prf: false });
  await toSettings(page);
  await page.getByRole('button', { name: 'Turn on', exact: true }).click();
  await typePin(page, PIN);
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await page.getByText('This browser or device cannot do that. Nothing was turned on.').waitFor();
  await lock(page);
  await page.getByRole('radio', { name: /Jo/ }).check();
  await page.getByText('PIN for Jo').waitFor();
  expect(await page.getByRole('button', { name: /passkey/ }).count()).toBe(0);
});
