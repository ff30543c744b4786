import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { helpFile } from '../../tools/help/read-sheets';
import { openHouse, waitFor } from '../server/house';
import { addKey } from '../server/security-keys/phone';
import { firstPage, openBrowser, tablet, workerReady } from './browser';
import { lendSession } from './deeds';
import { sampleSchool } from './sample-school';

const { sheets, walks } = helpFile();
const pages = [...sheets, ...walks];
const titles = pages.map(({ title }) => title);
/** Every address of the product, as a "?" there names it. */
const paths = [...readFileSync('client/routes.ts', 'utf8').matchAll(/path: '(\/[^']*)'/g)]
  .map(([, path = '']) => path)
  .filter((path) => !path.startsWith('/help'));

test('every question mark leads to a sheet, with the network cut too', async () => {
  const house = await openHouse({ plan: sampleSchool(), client: 'dist/client' });
  const context = await openBrowser({ viewport: tablet });
  const { page, complaints } = await firstPage(context);
  await page.goto(`${house.origin}/log-in`);
  await workerReady(page);
  await ask(page);
  expect(page.url()).toBe(`${house.origin}/help?of=/log-in`);
  await page
    .getByRole('link', { name: /^First login/ })
    .first()
    .waitFor();

  await context.setOffline(true);
  for (const path of paths) {
    await visit(page, `/help?of=${path}`);
    const here = page.locator('section', {
      has: page.getByRole('heading', { name: 'About the page where' }),
    });
    const first = here.getByRole('link').first();
    const id = (await first.getAttribute('href'))?.split('/').at(-1);
    await first.click();
    await headingOf(page, id);
  }
  for (const { id } of sheets) {
    await visit(page, `/help/${id}`);
    await headingOf(page, id);
    for (const address of await linksOf(page)) {
      await visit(page, address);
      await headingOf(page, address.split('/').at(-1));
    }
  }

  await page.goto(`${house.origin}/help`);
  await page.getByRole('link', { name: /^About Heed/ }).click();
  await page.getByRole('heading', { level: 1, name: 'About Heed' }).waitFor();
  expect(await page.locator('main').innerText()).toContain(helpFile().releases[0]!.version);
  await page.getByRole('button', { name: 'Show the licences' }).click();
  await page.getByText('The licences need a connection').waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Show the licences' }).click();
  await page.getByText(/^lit-html .*BSD-3-Clause/).click();
  await page.locator('details[open]').getByText('Redistribution and use in source and binary').waitFor();
  const ofNetwork = /ERR_INTERNET_DISCONNECTED|Failed to load resource/;
  expect(complaints.filter((one) => !ofNetwork.test(one))).toEqual([]);
});

test('somebody who elevates asks how, and comes to a sheet', async () => {
  const house = await openHouse({ plan: sampleSchool(), client: 'dist/client' });
  const lead = await house.loggedIn('m.bergstrom@willowbank.example');
  await addKey(house, lead);
  const context = await openBrowser({ viewport: tablet });
  await lendSession(context, lead);
  const { page } = await firstPage(context);
  await page.goto(`${house.origin}/alerts`);
  await ask(page);
  await page
    .getByRole('link', { name: /^A guide for safeguarding leads/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Elevate Your Access' }).click();
  await page.getByRole('link', { name: 'How elevating works' }).click();
  await page
    .getByRole('heading', { level: 1, name: sheets.find(({ id }) => id === 'elevating')!.title })
    .waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('after an update a teacher is told once what is new, below everything else', async () => {
  const house = await openHouse({ plan: sampleSchool(), client: 'dist/client' });
  const teacher = await house.loggedIn('m.davisrobel@willowbank.example');
  await teacher.must('noteNews', { body: { version: '0.0.1' } });
  const context = await openBrowser({ viewport: tablet });
  await lendSession(context, teacher);
  const { page } = await firstPage(context);
  await page.goto(house.origin);
  await page.getByRole('link', { name: 'Record a concern' }).waitFor();
  await page.getByRole('button', { name: 'What is new' }).click();
  const card = page.getByRole('region', { name: 'What is new in Heed' });
  await card.getByText('Try Heed with a practice pupil first').waitFor();
  expect(await card.innerText()).not.toContain('For administrators');
  await card.getByRole('button', { name: 'Done' }).click();
  await card.waitFor({ state: 'detached' });
  await waitFor(async () => (await teacher.must('readNews')).seen === helpFile().releases[0]!.version);
  const looked = page.waitForResponse((answer) => answer.url().endsWith('/api/account/news'));
  await page.reload();
  await looked;
  await page.getByRole('link', { name: 'Record a concern' }).waitFor();
  expect(await page.getByRole('button', { name: 'What is new' }).count()).toBe(0);
});

async function ask(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('link', { name: 'Help', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
}

/** As a link in a page leads there, without loading Heed again. */
async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href });
    document.body.append(link);
    link.click();
    link.remove();
  }, address);
}

async function headingOf(page: Page, id: string | undefined): Promise<void> {
  const sheet = pages.find((one) => one.id === id);
  expect(titles, id).toContain(sheet?.title);
  await page.getByRole('heading', { level: 1, name: sheet!.title }).waitFor();
}

/** Addresses of sheets that an open sheet leads to, each once. */
async function linksOf(page: Page): Promise<string[]> {
  const all = await page
    .locator('article a[href^="/help/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set(all.map((href) => href.split('#')[0] ?? ''))];
}
