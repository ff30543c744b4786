import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { untilDraftsRest } from '../faults/raw-vault';
import { openHouse } from '../server/house';
import { elevatedLead } from '../server/security-keys/phone';
import { desktop, firstPage, openBrowser, phone, tablet, workerReady } from './browser';
import { enrolTablet, fillIn, lendSession, lock, send, unlock } from './deeds';
import { sampleSchool } from './sample-school';

const LEAD = 'm.bergstrom@willowbank.example';
const TEACHER = 'm.davisrobel@willowbank.example';

/** Presses on the figure at a place in its own units. */
async function tapOn(page: Page, picture: number, x: number, y: number): Promise<void> {
  const figure = page.locator('.pictures .figure').nth(picture);
  await figure.scrollIntoViewIfNeeded();
  const at = await figure.evaluate(
    (drawing: SVGSVGElement, place) => {
      const { x: left, y: top } = new DOMPoint(...place).matrixTransform(drawing.getScreenCTM()!);
      return { left, top };
    },
    [x, y] as [number, number],
  );
  await page.mouse.click(at.left, at.top);
}

test('two marks made offline with a thumb and with the keyboard alone reach the lead as figure and words', async () => {
  const house = await openHouse({ plan: sampleSchool(), client: 'dist/client' });
  const context = await openBrowser({ viewport: tablet });
  await lendSession(context, await house.loggedIn(TEACHER));
  const { page, complaints } = await firstPage(context);
  await enrolTablet(page, house);
  await workerReady(page);
  await lock(page);
  await context.setOffline(true);
  await page.goto(`${house.origin}/record`);
  await unlock(page, 'Megane');
  await fillIn(page, { pupil: 'joany', text: 'She showed me her arm and her foot.' });
  await page.getByRole('checkbox', { name: 'Physical injury' }).check();
  await page.getByRole('button', { name: 'Body map', exact: true }).click();
  await page.getByRole('heading', { name: /^Body map for Joany/ }).waitFor();

  await page.setViewportSize(phone);
  await tapOn(page, 0, 317, 364);
  await page.getByRole('heading', { name: 'Left forearm, front' }).waitFor();
  await page.getByRole('group', { name: 'Size' }).getByRole('button', { name: '3 cm' }).click();
  await page.getByRole('group', { name: 'Colour' }).getByRole('button', { name: 'Yellow' }).click();

  await page.getByRole('button', { name: 'Add without tapping' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Which picture?').focus();
  await page.keyboard.type('Soles');
  await page.getByRole('combobox', { name: 'Which part?' }).first().focus();
  await page.keyboard.type('Right heel');
  await page.getByRole('button', { name: 'Add this mark' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Right heel' }).waitFor();
  await page.getByLabel('What can you see?').fill('Looks like a blister.');
  await page.getByRole('button', { name: 'Move', exact: true }).focus();
  await page.keyboard.press('Enter');
  for (let step = 0; step < 6; step++) await page.keyboard.press('Shift+ArrowUp');
  await page.getByRole('heading', { name: 'Right arch' }).waitFor();
  await page.getByRole('button', { name: 'Remove' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Mark 2 removed').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Right arch' }).waitFor();
  await page.setViewportSize(tablet);
  await page.getByRole('button', { name: 'Done, 2 marks' }).click();
  await page.getByRole('button', { name: 'Body map, 2' }).waitFor();

  // A killed browser: the marks are where they were.
  await page.getByText(/Draft kept on this/).waitFor();
  await untilDraftsRest(page);
  await page.reload();
  await unlock(page, 'Megane');
  await page.getByRole('button', { name: 'Body map, 2' }).waitFor();
  await context.setOffline(false);
  await send(page);
  await house.settled();
  expect(complaints.filter((line) => /Content Security|Trusted/i.test(line))).toEqual([]);

  const desk = await openBrowser({ viewport: desktop });
  await lendSession(desk, (await elevatedLead(house, LEAD)).browser);
  const lead = await firstPage(desk);
  await lead.page.goto(`${house.origin}/alerts`);
  await lead.page.getByText('Joany').first().click();
  const shown = lead.page.locator('heed-shown-marks');
  await shown.getByText('Left forearm, front').waitFor();
  expect(await shown.innerText()).toMatch(/About 3 cm, yellow\.[^]*Right arch[^]*Looks like a blister\./);
  expect(await shown.locator('.figure').count()).toBe(2);
  await shown.getByRole('button', { name: /Show large/ }).click();
  await shown.getByRole('button', { name: /Show small/ }).waitFor();
  expect(await shown.locator('.figure .mark text').allTextContents()).toEqual(['1', '2']);
  expect(lead.complaints.filter((line) => /Content Security|Trusted/i.test(line))).toEqual([]);
});
