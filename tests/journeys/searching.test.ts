import { expect, test } from 'vitest';
import { openHouse } from '../server/house';
import { addKey, elevatedLead } from '../server/security-keys/phone';
import { aConcern, Tablet } from '../server/tablet';
import { desktop, firstPage, openBrowser, phone as phoneSize } from './browser';
import { lendSession, typeCode } from './deeds';

const TEXT = 'She had a bruise on her left forearm. “I fell off my bike,” she said.';

test('a lead searches from her alerts, reads what was found, and nothing of it stays when full access ends', async () => {
  const house = await openHouse({ client: 'dist/client' });
  const tablet = await Tablet.enrol(await house.loggedIn('jo.price@oakfield.example'));
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]?.id ?? '';
  await tablet.deliver((await tablet.seal(aConcern({ pupilId, text: TEXT }))).bytes);
  await house.settled();
  const visitor = await house.loggedIn('nadia.shah@oakfield.example');
  const { phone } = await addKey(house, visitor);
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, visitor);
  const { page, complaints } = await firstPage(context);
  await page.goto(`${house.origin}/alerts`);
  await page.getByRole('button', { name: 'Elevate Your Access' }).click();
  await typeCode(page, phone.nextCode());
  await page.getByText('Amira Khan').first().waitFor();

  await page.keyboard.press('/');
  const box = page.getByLabel('What are you looking for?');
  await box.waitFor();
  expect(await box.evaluate((field) => field === document.activeElement)).toBe(true);
  await box.fill('elephant');
  await page.keyboard.press('Enter');
  await page
    .getByText(/Nothing found/)
    .first()
    .waitFor();
  await box.fill('khan bruising "off my bike"');
  await page.keyboard.press('Enter');
  await page.getByText('1 record found').first().waitFor();
  expect(await page.locator('a.alert-row mark').allInnerTexts()).toEqual(['bruise', 'off', 'my', 'bike']);

  await page.getByRole('link', { name: /Amira Khan/ }).click();
  await page.locator('.account').waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/search\/[0-9a-f-]{36}$/);
  await page.setViewportSize(phoneSize);
  await page.getByRole('main').getByRole('link', { name: 'Search', exact: true }).first().click();
  await page.getByText('1 record found').first().waitFor();

  await page.getByRole('button', { name: /Full access/ }).click();
  await page.getByRole('button', { name: 'Elevate to read' }).waitFor();
  expect(await page.locator('main').innerText()).not.toMatch(/bruis|bike|Khan/);
  expect(complaints).toEqual([]);
});

test('a lead finds a child of whom nothing is recorded, and says in which kinds of concern they are watched', async () => {
  const house = await openHouse({ client: 'dist/client' });
  const { browser } = await elevatedLead(house, 'nadia.shah@oakfield.example');
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, browser);
  const { page, complaints } = await firstPage(context);
  await page.goto(`${house.origin}/search`);
  await page.getByLabel('What are you looking for?').fill('amira');
  await page.keyboard.press('Enter');
  await page.getByText('1 pupil found').first().waitFor();
  await page.getByText('No record found.').first().waitFor();
  await page.getByRole('link', { name: /Amira Khan/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Amira Khan' }).waitFor();
  await page.getByRole('heading', { name: 'Watching' }).click();
  const tick = page.getByRole('checkbox', { name: 'Physical injury' });
  // The words stand in one line beside their box.
  const words = page.locator('.watch-list .check').filter({ has: tick }).locator('> span').last();
  expect((await words.boundingBox())!.height).toBeLessThan(40);
  await tick.check();
  await page.locator('summary .label-pill').getByText('Physical injury').waitFor();
  // On paper a card that is folded would be an empty box.
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { name: 'Watching' }).isVisible()).toBe(true);
  expect(await page.getByRole('heading', { name: 'Documents' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.locator('.back-link').getByText('Search').click();
  await page.getByLabel('What are you looking for?').waitFor();
  expect(new URL(page.url()).pathname).toBe('/search');
  expect(complaints).toEqual([]);
});
