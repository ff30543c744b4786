import { expect, test } from 'vitest';
import { aConcernAtWork } from '../server/concerns/a-lead-at-work';
import { aPdf, LETTER } from './a-pdf';
import { firstPage, openBrowser, tablet } from './browser';
import { lendSession } from './deeds';

test('a lead goes from a concern to the pupil’s page, looks at a letter and a photo there, and back to the concern', async () => {
  const { house, nadia } = await aConcernAtWork({}, { client: 'dist/client' });
  const context = await openBrowser({ viewport: tablet });
  await lendSession(context, nadia);
  const { page, complaints } = await firstPage(context);
  await page.goto(`${house.origin}/alerts`);
  await page.getByText('Amira Khan').first().click();
  await page.locator('.account').waitFor();
  const concern = page.url();
  await page.locator('a.pupil-link').first().click();
  await page.getByRole('heading', { name: 'Documents' }).click();
  const photo = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(640, 480);
    canvas.getContext('2d')!.fillRect(0, 0, 640, 480);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  for (const file of [
    { name: 'letter.pdf', mimeType: 'application/pdf', buffer: await aPdf() },
    { name: 'plan.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo) },
  ]) {
    await page.getByRole('button', { name: 'Add a document' }).click();
    await page.getByLabel('Choose a file').setInputFiles(file);
    await page.getByRole('button', { name: `Remove ${file.name}` }).waitFor();
    await page.locator('heed-document-dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: `Show ${file.name}` }).waitFor();
  }

  await page.getByRole('button', { name: 'Show letter.pdf' }).click();
  const letter = page.frameLocator('iframe[title="letter.pdf"]');
  await letter.getByText(LETTER).waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Show plan.jpg' }).click();
  const picture = page.getByRole('img', { name: 'plan.jpg' });
  await picture.waitFor();
  // It takes the width of the card, not that of the words beside its buttons.
  const card = (await page.locator('heed-pupil-documents').boundingBox())!;
  expect((await picture.boundingBox())!.width).toBeGreaterThan(card.width * 0.8);
  await page.locator('iframe').waitFor({ state: 'detached' });
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save letter.pdf' }).click();
  expect((await saving).suggestedFilename()).toBe('letter.pdf');

  await page.locator('.back-link').getByText('The concern').click();
  await page.locator('.account').waitFor();
  expect(page.url()).toBe(concern);
  expect(complaints).toEqual([]);
});

test('Cancel while a document or a note is on its way: it is saved, and what was promised comes', async () => {
  const { house, nadia } = await aConcernAtWork({}, { client: 'dist/client' });
  const context = await openBrowser({ viewport: tablet });
  await lendSession(context, nadia);
  const { page } = await firstPage(context);
  await page.goto(`${house.origin}/alerts`);
  await page.getByText('Amira Khan').first().click();
  let answer: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (answer = resolve));
  const asked = page.waitForRequest((one) => /\/documents$/.test(one.url()) && one.method() === 'POST');
  await page.route(/\/documents$/, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const response = await route.fetch();
    await slow;
    await route.fulfill({ response });
  });
  await page.locator('a.pupil-link').first().click();
  await page.getByRole('heading', { name: 'Documents' }).click();
  await page.getByRole('button', { name: 'Add a document' }).click();
  const file = { name: 'court.txt', mimeType: 'text/plain', buffer: Buffer.from('On Monday.') };
  await page.getByLabel('Choose a file').setInputFiles(file);
  await page.getByRole('button', { name: 'Remove court.txt' }).waitFor();
  const dialog = page.locator('heed-document-dialog');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await asked;
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  answer();
  // Its bytes are here, and the list says so by itself.
  await page.getByRole('button', { name: 'Save court.txt' }).waitFor();

  // A plan whose answer is lost: what she changes is saved on top of what stands.
  await page.route(/\/matters$/, async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('heading', { name: /Plans/ }).first().click();
  await page.getByRole('button', { name: /^Add/ }).first().click();
  const plan = page.locator('heed-keep-matter-dialog');
  await plan.locator('#matter-start').fill('2026-11-02');
  await plan.locator('#matter-note').fill('First note.');
  await plan.locator('button[type=submit]').click();
  await plan.getByText(/Not saved yet/).waitFor();
  await page.unrouteAll();
  await plan.locator('#matter-note').fill('Second note.');
  await plan.locator('button[type=submit]').click();
  await plan.getByText(/You changed this at/).waitFor();
  await plan.getByText('First note.').waitFor();
  await plan.locator('button[type=submit]').click();
  await page.locator('.pupil-page').getByText('Second note.').first().waitFor();
});
