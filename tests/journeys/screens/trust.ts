import type { Page } from 'playwright-core';
import { appointFromShell } from '../../../server/trust/appoint';
import { openAdmin } from './administration';
import type { ScreenCase, WillowBank } from './willow-bank';

/** The lead looks after the schools of the trust as well, and opens their page. */
async function openSites(school: WillowBank): Promise<Page> {
  const { session } = await school.lead.must('readSession');
  await appointFromShell(school.house.ground, ['add', session!.email]);
  return openAdmin(school, '/trust', 'Sites');
}

async function fill(page: Page, site: string): Promise<void> {
  await page.getByLabel('Name in the address').fill(site);
  await page.getByLabel('Main contact', { exact: true }).fill('Ade Bello');
  await page.getByLabel('E-mail of the main contact').fill('a.bello@riverside.example');
  await page.getByRole('button', { name: 'Send the link' }).click();
}

export const trust: readonly ScreenCase[] = [
  {
    name: 'sites of a trust, one on its way',
    open: async (school) => {
      const page = await openSites(school);
      await fill(page, 'riverside');
      await page.getByText('To Ade Bello, a.bello@riverside.example.').waitFor();
      return page;
    },
  },
  {
    name: 'sites of a trust, a name that is taken',
    open: async (school) => {
      const page = await openSites(school);
      await fill(page, 'riverside');
      await page.getByText('A link for this site is on its way.').waitFor();
      return page;
    },
  },
  {
    name: 'set-up, by the link of a trust',
    open: async (school) => {
      await school.house.settled();
      const { text } = school.house.mailTo('a.bello@riverside.example');
      const token = /\/set-up#([\w-]{43})/.exec(text)![1]!;
      const page = await school.looker.page();
      await page.goto(`${school.house.origin}/set-up#${token}`);
      await page.getByRole('heading', { name: 'This link is for riverside' }).waitFor();
      return page;
    },
  },
];
