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
