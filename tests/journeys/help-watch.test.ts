import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { plainText } from '../../protocol/help-sheets';
import { helpFile } from '../../tools/help/read-sheets';
import { captivePortal, Gate, letThrough } from '../faults/gate';
import { openHouse } from '../server/house';
import { desktop, firstPage, openBrowser, tablet, workerReady } from './browser';
import { sampleSchool } from './sample-school';

const { id, title, steps } = helpFile().walks.find((one) => one.id === 'record-a-concern')!;

const picture = (step: number) => `GET /help/pictures/${steps[step - 1]!.picture.file}`;

test('a walk-through is watched without a log-in; where a picture is not to be had its words are, and what was seen once', async () => {
  const house = await openHouse({ plan: sampleSchool(), client: 'dist/client' });
  const gate = await Gate.open();
  gate.leadTo(Number(new URL(house.origin).port));
  const context = await openBrowser({ viewport: tablet });
  const { page, complaints } = await firstPage(context);
  await page.goto(`${gate.origin}/help`);
  await workerReady(page);
  await page.getByRole('link', { name: new RegExp(`^${title}`) }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await shown(page, 1);
  await page.getByRole('button', { name: 'Next' }).click();
  await shown(page, 2);
  await page.keyboard.press('ArrowLeft');
  await shown(page, 1);
  await page.getByRole('button', { name: 'Copy link' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${gate.origin}/help/watch/${id}`);
  expect(await page.locator('.watch-steps > li').count()).toBe(steps.length);

  for (const step of [1, 4]) gate.meet(picture(step), (call) => call.cut());
  gate.meet(picture(5), captivePortal);
  await page.reload();
  await shown(page, 1);
  for (const step of [4, 5]) {
    await page.getByRole('button', { name: `Show step ${step}` }).click();
    await page.getByText('This picture needs a connection the first time.').waitFor();
    await page.getByText(`Step ${step} of ${steps.length}`, { exact: true }).waitFor();
    expect(flat(await page.locator('.watch-caption').innerText())).toBe(plainText(steps[step - 1]!.spans));
  }
  for (const step of [1, 4, 5]) gate.meet(picture(step), letThrough);
  await page.getByRole('button', { name: 'Try again' }).click();
  await shown(page, 5);

  // By itself to the end: nobody waits for the real time.
  await page.setViewportSize(desktop);
  await page.clock.install();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.waitForFunction(inSight);
  await page.clock.runFor(60_000);
  await page.clock.runFor(60_000);
  await shown(page, steps.length);
  await page.getByRole('button', { name: 'Play again' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await shown(page, 1);
  expect(complaints.filter((one) => !/ERR_|Failed to load/.test(one))).toEqual([]);
});

/** The player stands between the top bar and the lower edge. */
function inSight(): boolean {
  const { top, bottom } = document.querySelector('.watch')!.getBoundingClientRect();
  return top >= document.querySelector('header')!.getBoundingClientRect().bottom && bottom <= innerHeight;
}

/** The picture of a step has really come, and its words stand below it. */
async function shown(page: Page, step: number): Promise<void> {
  const { picture, spans } = steps[step - 1]!;
  const image = page.getByRole('img', { name: picture.alt });
  await image.waitFor();
  await page.waitForFunction(
    (alt) => (document.querySelector<HTMLImageElement>(`.watch img[alt="${alt}"]`)?.naturalWidth ?? 0) > 1,
    picture.alt,
  );
  expect(flat(await page.locator('.watch-caption').innerText())).toBe(plainText(spans));
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
