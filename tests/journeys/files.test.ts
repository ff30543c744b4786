import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { untilDraftsRest } from '../faults/raw-vault';
import { openHouse, waitFor } from '../server/house';
import { elevatedLead } from '../server/security-keys/phone';
import { desktop, firstPage, openBrowser, tablet, workerReady } from './browser';
import { enrolTablet, fillIn, lendSession, lock, send, unlock } from './deeds';
import { sampleSchool } from './sample-school';

const LEAD = 'm.bergstrom@willowbank.example';
const TEACHER = 'm.davisrobel@willowbank.example';
const PLACE = 'GPS 51.5074 N';

/** A photo of two chunks as a phone makes it, with the place in it. */
async function aPhoto(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1300, 900);
    const drawing = canvas.getContext('2d')!;
    const noise = drawing.createImageData(1300, 900);
    for (let at = 0; at < noise.data.length; at++) noise.data[at] = at % 4 === 3 ? 255 : Math.random() * 255;
    drawing.putImageData(noise, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const said = Buffer.from(`Exif\0\0${PLACE}`);
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, said.length + 2]), said]);
  return Buffer.concat([Buffer.from(drawn.slice(0, 2)), segment, Buffer.from(drawn.slice(2))]);
}

test('a drawing that is photographed offline outlives a reload, leaves without its place, and is seen and saved by the lead', async () => {
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
  await fillIn(page, { pupil: 'joany', text: 'She drew this and gave it to me.' });
  await page.getByRole('button', { name: 'Add a file' }).click();
  await page.getByText('No photographs of injuries').waitFor();
  const photo = await aPhoto(page);
  expect(photo.includes(PLACE)).toBe(true);
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'drawing.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('button', { name: 'Remove drawing.jpg' }).waitFor();
  await page.getByLabel('Choose another file').setInputFiles({
    name: 'letter.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Dear Mrs Bergstrom, she gave me this at break.'),
  });
  await page.getByRole('button', { name: 'Remove letter.txt' }).waitFor();
  await page.getByText(/^Encrypting/).waitFor({ state: 'hidden' });
  // A killed browser: both are where they were.
  await untilDraftsRest(page);
  await page.reload();
  await unlock(page, 'Megane');
  await page.getByRole('button', { name: 'Remove drawing.jpg' }).waitFor();
  await page.getByRole('button', { name: 'Remove letter.txt' }).click();
  await page.getByText(/Draft kept on this/).waitFor();
  await send(page);
  await page.getByText('Files: 0 of 1 with the school').waitFor();
  await context.setOffline(false);
  await page.getByText('Its file is with the school').waitFor();
  await house.settled();
  await waitFor(async () => {
    const rows = await house.ground.database.read('files').select('state');
    return rows.length === 1 && rows[0]!.state === 'here';
  });
  expect(complaints.filter((line) => /Content Security|Trusted/i.test(line))).toEqual([]);

  const desk = await openBrowser({ viewport: desktop });
  await lendSession(desk, (await elevatedLead(house, LEAD)).browser);
  const lead = await firstPage(desk);
  await lead.page.goto(`${house.origin}/alerts`);
  await lead.page.getByText('Joany').first().click();
  await lead.page.getByRole('button', { name: 'Show drawing.jpg' }).click();
  const picture = lead.page.getByRole('img', { name: 'drawing.jpg' });
  await picture.waitFor();
  expect(await picture.evaluate((canvas: HTMLCanvasElement) => [canvas.width, canvas.height])).toEqual([
    1300, 900,
  ]);
  const [saved] = await Promise.all([
    lead.page.waitForEvent('download'),
    lead.page.getByRole('button', { name: 'Save drawing.jpg' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('drawing.jpg');
  const bytes = readFileSync(await saved.path());
  expect(bytes.includes(PLACE)).toBe(false);
  expect(bytes.length).toBe(photo.length - PLACE.length - 10);
  expect(lead.complaints.filter((line) => /Content Security|Trusted/i.test(line))).toEqual([]);
});
