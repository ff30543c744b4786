import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse } from '../server/house';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession } from './deeds';
import { byName, giveScreenLock } from './passkey-device';
import { faultsInEveryLook } from './screens/every-look';

const NADIA = 'nadia.shah@oakfield.example';

/** A lead at her computer, whose browser makes passkeys, on the page Security Keys. */
async function aLeadsComputer() {
  const house = await openHouse({ client: 'dist/client' });
  const origin = byName(house.origin);
  const context = await openBrowser({ viewport: desktop });
  const { page, complaints } = await firstPage(context);
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`Policy ${event.effectiveDirective}: ${event.blockedURI}`),
    );
  });
  const lock = await giveScreenLock(page, { prf: false });
  await lendSession(context, await house.loggedIn(NADIA), origin);
  await page.goto(`${origin}/account/keys`);
  return { house, lock, page, complaints };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await press(page, 'Create the passkey');
  await page.getByText(`${name} is saved.`).waitFor();
}

test('a lead’s first key is a passkey: she elevates with it, logs in with it, adds a second and removes it', async () => {
  const { house, lock, page, complaints } = await aLeadsComputer();
  await page.getByText('A passkey needs no second device').waitFor();
  await press(page, 'Add a passkey');
  await press(page, 'Create the passkey');
  await page.getByText('Write a name for this device').waitFor();
  expect(await faultsInEveryLook(page, 'security keys, adding a passkey')).toEqual([]);
  await addPasskey(page, 'My laptop');
  expect(await page.locator('.recovery-codes li').count()).toBe(10);
  await press(page, 'Print');

  await page.getByRole('button', { name: 'Elevate Your Access' }).click();
  await page.getByRole('button', { name: 'Use your passkey' }).waitFor();
  expect(await page.getByLabel('6-digit code').count()).toBe(0);
  expect(await faultsInEveryLook(page, 'elevate, by passkey')).toEqual([]);
  await page.setViewportSize(desktop);
  await press(page, 'Use your passkey');
  await page.getByText(/^Full access/).waitFor();

  await press(page, 'Add a passkey');
  await page.getByRole('dialog').waitFor();
  expect(await faultsInEveryLook(page, 'fresh proof, by passkey')).toEqual([]);
  await page.setViewportSize(desktop);
  await page.getByRole('button', { name: 'Type a code or recovery code instead' }).click();
  await page.getByRole('button', { name: 'Use your passkey instead' }).click();
  await press(page, 'Use your passkey');
  // The same screen lock holds one of hers already.
  await page.getByLabel('Name').fill('The same laptop');
  await press(page, 'Create the passkey');
  await page.getByText('holds a passkey of yours already').waitFor();
  await press(page, 'Cancel');

  // A browser may offer passkeys in the field by itself: here she takes none before she presses the button.
  await lock.touch(false);
  await page.locator('.person-menu button').first().click();
  await page
    .getByRole('button', { name: 'Log out' })
    .or(page.getByRole('menuitem', { name: 'Log out' }))
    .click();
  await page.waitForURL('**/log-in');
  await page.getByRole('button', { name: 'Log in with a passkey' }).waitFor();
  expect(await faultsInEveryLook(page, 'log in, with a passkey')).toEqual([]);
  await page.setViewportSize(desktop);
  await lock.touch(true);
  // By the button; or by the field, should the browser take her only passkey there before she presses it.
  const inside = page.waitForURL((url) => !url.pathname.startsWith('/log-in'));
  await Promise.race([press(page, 'Log in with a passkey'), inside]);
  await inside;
  await page.getByRole('button', { name: 'Elevate Your Access' }).waitFor();

  await page.goto(`${byName(house.origin)}/account/keys`);
  await page.getByRole('button', { name: 'Remove My laptop' }).click();
  await press(page, 'Use your passkey');
  await page.getByText('No security key yet.').waitFor();
  await house.settled();
  expect(house.mailTo(NADIA).text).toContain('A security key was removed');
  // A refused call is part of some stories, and Chromium writes it into the console.
  expect(complaints.filter((line) => !line.startsWith('Failed to load'))).toEqual([]);
});

test('where Heed was opened by a number, the page says that passkeys need its name', async () => {
  const { house, page } = await aLeadsComputer();
  await lendSession(page.context(), await house.loggedIn('ruth.grey@oakfield.example'), house.origin);
  await page.goto(`${house.origin}/account/keys`);
  await page.getByText(`Passkeys do not work at this address`).waitFor();
  expect(await page.getByRole('button', { name: 'Add a passkey' }).count()).toBe(0);
  await page.getByText(byName(house.origin)).waitFor();
});
