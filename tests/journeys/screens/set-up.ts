import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { makeSetUpLink } from '../../../server/set-up/set-up-link';
import { SmallSchool } from '../../server/set-up/small-school';
import type { ScreenCase, WillowBank } from './willow-bank';

const sample = () => readFileSync('client/public/set-up/heed-set-up-sample.xlsx');

/** The page of the link that an empty server prints. */
async function openLink({ looker, ...school }: WillowBank): Promise<Page> {
  const empty = await school.empty();
  const token = (await makeSetUpLink(empty.ground))?.split('#')[1] ?? '';
  const page = await looker.page();
  await page.goto(`${empty.origin}/set-up#${token}`);
  await page.getByText('Choose the spreadsheet').waitFor();
  return page;
}

async function upload(school: WillowBank, name: string, buffer: Buffer): Promise<Page> {
  const page = await openLink(school);
  await page.locator('input[type=file]').first().setInputFiles({ name, buffer, mimeType: '' });
  return page;
}

function faulty(): Buffer {
  const school = new SmallSchool()
    .set('Staff', 'E3', 'm.kunze@oakfield')
    .set('Pupils', 'D3', 'the third of May')
    .set('Pupils', 'E4', 'A class of which nobody has heard');
  return Buffer.from(school.bytes());
}

/** A server without a school, from the first look to the school that it becomes. In this order. */
export const setUp: readonly ScreenCase[] = [
  { name: 'set up, start', open: openLink },
  {
    name: 'set up, faults',
    open: async (school) => {
      const page = await upload(school, 'Oakfield.xlsx', faulty());
      await page.getByRole('columnheader', { name: 'How to mend it' }).waitFor();
      return page;
    },
  },
  {
    name: 'set up, preview',
    open: async (school) => {
      const page = await upload(school, 'Willow Bank.xlsx', sample());
      await page.getByText('rows, no faults').waitFor();
      return page;
    },
  },
  {
    name: 'set up, done',
    open: async (school) => {
      const page = await upload(school, 'Willow Bank.xlsx', sample());
      await page.locator('.button.main').last().click();
      await page.getByRole('heading', { name: 'Your school is set up' }).waitFor();
      return page;
    },
  },
];
