import { TextWriter } from '@zip.js/zip.js';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { AmirasYear, NADIA } from '../server/chronology/amiras-year';
import { leave, unpack } from '../server/matters/a-leaver';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession } from './deeds';

const pdf = (name: string, words: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n${words}\n`),
});

test('earlier records come in by the armful; Amira leaves, and her file goes on until somebody has it', async () => {
  const year = await AmirasYear.begin({ client: 'dist/client' });
  await year.record({
    of: ['Amira', 'Leo'],
    category: 'Behaviour',
    at: '2026-11-20T12:10:00.000Z',
    text: 'Leo pushed her.',
  });
  const { origin, clock } = year.house;
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, await year.lead(NADIA));
  const { page, complaints } = await firstPage(context);
  await page.goto(`${origin}/watched`);
  const input = page.locator('heed-earlier-records input[type=file]');
  await input.setInputFiles([
    pdf('A100000000001.pdf', 'Her first school.'),
    pdf('../../Smith.pdf', 'Whose?'),
  ]);
  await page.getByText('No pupil has this number').waitFor();
  await page.getByLabel('Original held at').fill('Millbrook Infants');
  // The answer is lost on its way: pressed again it is added once.
  let lost = 0;
  await page.route('**/documents', async (route) => {
    if ((lost += 1) > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.getByRole('button', { name: 'Add 1 file' }).click();
  await page.locator('heed-earlier-records .error[role=alert]').waitFor();
  await page.getByRole('button', { name: 'Add 1 file' }).click();
  await page.getByText('1 file is added.').waitFor();
  await page.unroute('**/documents');
  // What is called a PDF and is none is left out, and is not offered again.
  const none = {
    name: 'A100000000001 .pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<p>No PDF.</p>'),
  };
  await input.setInputFiles([none]);
  await page.getByRole('button', { name: 'Add 1 file' }).click();
  await page.getByText('A100000000001 .pdf is no PDF file. It is left out.').waitFor();
  await page.getByRole('button', { name: 'Add 1 file' }).waitFor({ state: 'detached' });

  const today = new Date(clock.now()).toISOString().slice(0, 10);
  await leave(year, [year.amira], today);
  await page.goto(`${origin}/actions`);
  await page.getByRole('link', { name: 'Amira Khan, 4B' }).click();
  await page.getByRole('heading', { name: 'Documents' }).click();
  await page.getByRole('button', { name: 'Save A100000000001.pdf' }).waitFor();
  expect(await page.getByText('A100000000001.pdf', { exact: true }).count()).toBe(1);

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Make the package' }).click();
  const bytes = await readFile(await (await saving).path());
  const code = await page.locator('.package-code').innerText();
  const entries = await unpack(bytes, code);
  const manifest = await entries.get('manifest.csv')!.getData(new TextWriter());
  // The package is one family's copy: files have numbers, for what they are called was typed.
  expect(manifest).toMatch(/files\/001\.pdf,"File 1 \(PDF, \d+ kB\)",Document/);
  expect(await page.locator('.package-hash').innerText()).toContain(
    createHash('sha256').update(bytes).digest('hex'),
  );

  await page.getByLabel('To whom').fill('Ann Rees, Millbrook Juniors');
  await page.getByRole('button', { name: 'It was sent' }).click();
  await page.getByText(/^Sent on/).waitFor();
  await page.getByLabel('Name', { exact: true }).fill('Ann Rees');
  await page.getByLabel('Role').fill('Safeguarding lead');
  await page.getByRole('button', { name: 'It was received' }).click();
  await page.getByText(/^Received on .* by Ann Rees, Safeguarding lead$/).waitFor();
  expect(await page.getByText('Code of this package').count()).toBe(0);
  await page.goto(`${origin}/actions`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText('Nothing is due.').waitFor();
  expect(await page.getByText('Files of pupils who have left').count()).toBe(0);
  expect(complaints.filter((one) => !/documents|ERR_FAILED/.test(one))).toEqual([]);
});
