import { readFileSync } from 'node:fs';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../server/set-up/workbook/read-xlsx';
import { columnIndex, columnOf, rowOf } from '../../server/set-up/workbook/workbook';
import { writeWorkbook } from '../../server/set-up/workbook/write-xlsx';
import { ServerProcess } from '../faults/server-process';
import { waitFor } from '../server/house';
import { desktop, firstPage, openBrowser } from './browser';
import { howMany, logInForTheFirstTime, typeCode } from './deeds';

const SAMPLE = 'client/public/set-up/heed-set-up-sample.xlsx';
const MAIN_CONTACT = 'k.hilll@willowbank.example';

/** The sample with some cells written over, as a school saves it from its spreadsheet program. */
function sampleWith(changes: Readonly<Record<string, string>>): Uint8Array {
  const { sheets } = readWorkbook(new Uint8Array(readFileSync(SAMPLE)));
  return writeWorkbook(
    sheets.map(({ name, rows }) => {
      const texts = new Map(rows.flat().map(({ ref, text }) => [ref, text]));
      for (const [place, text] of Object.entries(changes)) {
        const [sheet, ref] = place.split('!');
        if (sheet === name && ref) texts.set(ref, text);
      }
      const rowCount = Math.max(...[...texts.keys()].map(rowOf));
      const grid = Array.from({ length: rowCount }, (): string[] => []);
      for (const [ref, text] of texts) {
        const row = grid[rowOf(ref) - 1]!;
        const column = columnIndex(columnOf(ref));
        while (row.length <= column) row.push('');
        row[column] = text;
      }
      return { name, rows: grid };
    }),
  );
}

async function upload(page: Page, label: string, name: string, bytes: Uint8Array): Promise<void> {
  await page
    .getByLabel(label)
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

async function printedLink(server: ServerProcess): Promise<string> {
  const find = () => /http\S+\/set-up#[\w-]{43}/.exec(server.said)?.[0];
  await waitFor(() => find() !== undefined);
  return find()!;
}

test('a school sets itself up: faults first, then the mended sheet, then the main contact logs in', async () => {
  const server = await ServerProcess.empty();
  await server.start();
  const context = await openBrowser({ viewport: desktop });
  const { page, complaints } = await firstPage(context);
  const link = await printedLink(server);
  await page.goto(link);
  await page.getByRole('heading', { name: 'Set up your school' }).waitFor();
  await page.getByText('Choose the spreadsheet').waitFor();
  expect(page.url()).toBe(`${server.origin}/set-up`);

  const faulty = sampleWith({ 'Staff!E14': 'm.kunze@willowbank', 'Pupils!G240': '=4B', 'Pupils!E240': '?' });
  await upload(page, 'Choose the spreadsheet', 'willow.xlsx', faulty);
  await page.getByRole('heading', { name: /of 554 rows need fixing/ }).waitFor();
  const shown = await page.locator('main').innerText();
  expect(shown).toContain('willow.xlsx. Nothing has been written.');
  for (const part of ['E14', 'm.kunze@willowbank', 'G240', '“=4B”', 'E240']) expect(shown).toContain(part);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download these faults' }).click();
  const csv = readFileSync(await (await waiting).path(), 'utf8');
  expect(csv.split('\r\n')[0]).toBe('\uFEFF"Sheet","Cell","What is wrong","How to mend it"');
  expect(csv).toContain('"Pupils","G240"');
  expect(await howMany(server, 'schools')).toBe(0);

  await context.setOffline(true);
  await upload(page, 'Upload again', 'willow-mended.xlsx', sampleWith({}));
  await page.getByText('Heed cannot be reached').waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: '554 rows, no faults' }).waitFor();
  expect(await page.getByRole('row', { name: /^Pupils/ }).innerText()).toMatch(/420/);
  expect(await howMany(server, 'schools')).toBe(0);

  await page.getByRole('button', { name: 'Set up Willow Bank Primary School' }).click();
  await page.getByRole('heading', { name: 'Your school is set up' }).waitFor();
  await page.getByText('No mail reaches anyone yet').waitFor();
  await page.getByRole('button', { name: 'Copy' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Heed is ready for Willow Bank Primary School');
  expect(copied).toContain(server.origin);
  expect(await howMany(server, 'pupils')).toBe(420);
  await waitFor(() => server.mails().length === 1);
  expect(server.mails()[0]).toContain(MAIN_CONTACT);

  await logInForTheFirstTime(page, server, MAIN_CONTACT);
  await page.goto(link);
  await page.getByText('Willow Bank Primary School is set up here.').waitFor();
  expect(complaints.filter((line) => /Content Security|Trusted/i.test(line))).toEqual([]);
});

test('a demo school opens with its accounts, a password and a code that elevates', async () => {
  const server = await ServerProcess.empty();
  await server.start();
  const { page, complaints } = await firstPage(await openBrowser({ viewport: desktop }));
  await page.goto(await printedLink(server));
  await page.getByRole('button', { name: 'Start the demo school' }).click();
  await page.getByRole('heading', { name: 'The demo school is ready' }).waitFor();
  await page.getByRole('img', { name: 'QR code with the secret of Maria Bergstrom' }).waitFor();
  expect(await page.getByRole('img', { name: /QR code/ }).count()).toBe(3);
  const password = await page.locator('dd .secret').innerText();
  const lead = page.locator('.demo-account').filter({ hasText: 'm.bergstrom@willowbank.example' });
  const secret = (await lead.locator('.secret').innerText()).replace(/\s/g, '');
  expect(server.mails()).toEqual([]);

  await page.goto(`${server.origin}/log-in`);
  await page.getByLabel('School e-mail address').fill('m.bergstrom@willowbank.example');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('button', { name: 'Elevate Your Access' }).click();
  await typeCode(page, new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await page
    .getByText(/Full access/)
    .first()
    .waitFor();
  expect(complaints.filter((line) => /Content Security|Trusted/i.test(line))).toEqual([]);
});
