import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { CHUNK_BYTES } from '../../protocol/files/limits';
import { waitFor } from '../server/house';
import { aConcernAtWork, TOM } from '../server/concerns/a-lead-at-work';
import { elevatedLead } from '../server/security-keys/phone';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession } from './deeds';

const LETTER = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2 * CHUNK_BYTES)]);

test('a letter that a lead adds to an action outlives the page that sent it, and another lead sees it come', async () => {
  const { house, id, nadia } = await aConcernAtWork({}, { client: 'dist/client' });
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, nadia);
  const { page, complaints } = await firstPage(context);
  let sent = 0;
  let cut = true;
  await page.route('**/api/files/*/parts/*', (route) => {
    if (cut && sent > 0) return route.abort();
    sent += 1;
    return route.continue();
  });
  await page.goto(`${house.origin}/alerts`);
  await page.getByText('Amira Khan').first().click();
  await page.getByRole('button', { name: 'Add Action' }).click();
  await page.getByLabel('What did you do or decide?').fill('Her mother brought this letter.');
  await page.getByRole('button', { name: 'Add a file' }).click();
  await page.getByText('No photographs of injuries').waitFor();
  const file = { name: 'letter from home.pdf', mimeType: 'application/pdf', buffer: LETTER };
  await page.getByLabel('Choose a file').setInputFiles(file);
  await page.getByRole('button', { name: 'Remove letter from home.pdf' }).waitFor();
  await page.getByRole('button', { name: 'Add to the record' }).click();
  await page.getByText('Being sent from this device, 33 %').waitFor();
  expect((await house.ground.database.read('file_parts').select()).length).toBe(1);

  const other = await openBrowser({ viewport: desktop });
  await lendSession(other, (await elevatedLead(house, TOM)).browser);
  const tom = await firstPage(other);
  await tom.page.goto(`${house.origin}/alerts/${id}`);
  await tom.page.getByText('On its way').waitFor();

  // The computer goes off in the middle of it; the words were safe before.
  cut = false;
  await page.goto('about:blank');
  await page.goto(`${house.origin}/alerts`);
  await tom.page.getByText('A file has arrived.').waitFor({ state: 'attached' });
  await tom.page.getByRole('button', { name: 'Save letter from home.pdf' }).waitFor();
  // No part twice.
  expect(sent).toBe(3);
  const [{ file_id: fileId } = { file_id: '' }] = await house.ground.database.read('files').select('file_id');
  const opened = await nadia.call('openFile', { params: { id, fileId } });
  expect(Buffer.from(opened.bytes).equals(LETTER)).toBe(true);
  // Nothing of it stays behind in the browser that sent it.
  const left = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('heed-vault');
          opening.onerror = () => reject(new Error('the vault does not open'));
          opening.onsuccess = () => {
            const counted = opening.result.transaction('envelopes').objectStore('envelopes').count();
            counted.onsuccess = () => resolve(counted.result);
          };
        }),
    );
  await waitFor(async () => (await left()) === 0);
  for (const lines of [complaints, tom.complaints])
    expect(lines.filter((line) => /Content Security|Trusted/i.test(line))).toEqual([]);
});

test('Cancel while a note with a letter is on its way: both are in the record, and the letter comes', async () => {
  const { house, nadia } = await aConcernAtWork({}, { client: 'dist/client' });
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, nadia);
  const { page } = await firstPage(context);
  await page.goto(`${house.origin}/alerts`);
  await page.getByText('Amira Khan').first().click();
  let answer: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/actions', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const response = await route.fetch();
    await slow;
    await route.fulfill({ response });
  });
  await page.getByRole('button', { name: 'Add Action' }).click();
  const field = page.getByLabel('What did you do or decide?');
  await field.fill('Her mother brought this letter.');
  await page.getByRole('button', { name: 'Add a file' }).click();
  const file = { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear Mrs Shah') };
  await page.getByLabel('Choose a file').setInputFiles(file);
  await page.getByRole('button', { name: 'Remove letter.txt' }).waitFor();
  const asked = page.waitForRequest((one) => one.url().endsWith('/actions') && one.method() === 'POST');
  await page.getByRole('button', { name: 'Add to the record' }).click();
  await asked;
  await page.locator('heed-add-action-dialog').getByRole('button', { name: 'Cancel' }).click();
  answer();
  await page.getByRole('button', { name: 'Show what is new' }).click();
  await page.getByRole('button', { name: 'Save letter.txt' }).waitFor();
  // Nothing of it comes back as if it had not been sent.
  await page.getByRole('button', { name: 'Add Action' }).click();
  expect(await field.inputValue()).toBe('');
});
