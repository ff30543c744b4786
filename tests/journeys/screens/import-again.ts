import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { readWorkbook } from '../../../server/set-up/workbook/read-xlsx';
import { columnIndex, columnOf } from '../../../server/set-up/workbook/workbook';
import { writeWorkbook } from '../../../server/set-up/workbook/write-xlsx';
import type { ScreenCase, WillowBank } from './willow-bank';

async function openImport(school: WillowBank): Promise<Page> {
  const page = await school.looker.page({ visitor: school.lead });
  await page.goto(`${school.house.origin}/admin/import`);
  await page.getByRole('heading', { name: 'How it goes' }).waitFor();
  return page;
}

type Rows = Readonly<Record<string, string[][]>>;

/** Chooses the spreadsheet of the school, with something written into it. */
async function choose(page: Page, edit: (rows: Rows) => void): Promise<void> {
  const bytes = new Uint8Array(readFileSync('client/public/set-up/heed-set-up-sample.xlsx'));
  const sheets = readWorkbook(bytes).sheets.map(({ name, rows }) => ({ name, rows: rows.map(textsOf) }));
  edit(Object.fromEntries(sheets.map(({ name, rows }) => [name, rows])));
  await page.getByLabel('Choose the spreadsheet').setInputFiles({
    name: 'willow-bank.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(writeWorkbook(sheets)),
  });
}

function textsOf(row: readonly { readonly ref: string; readonly text: string }[]): string[] {
  const texts: string[] = [];
  for (const { ref, text } of row) texts[columnIndex(columnOf(ref))] = text;
  return Array.from(texts, (text: string | undefined) => text ?? '');
}

function newYear({ Staff, Pupils, Places, Permissions, Categories }: Rows): void {
  const at = (rows: string[][], heading: string) => rows[0]!.indexOf(heading);
  for (const pupil of Pupils!.slice(1, 5)) {
    pupil[at(Pupils!, 'Class')] = Pupils!.at(-1)![at(Pupils!, 'Class')]!;
    pupil[at(Pupils!, 'Year group')] = Pupils!.at(-1)![at(Pupils!, 'Year group')]!;
  }
  Pupils!.splice(8, 2);
  const zoe = [...Pupils![1]!];
  zoe[at(Pupils!, 'UPN')] = 'Z100200300400';
  zoe[at(Pupils!, 'First name')] = 'Zoë';
  Pupils!.push(zoe);
  Staff![3]![at(Staff!, 'Job title')] = 'Leader of the lower school';
  Staff!.splice(-1, 1);
  Places!.push(['Forest school']);
  Permissions![2]![at(Permissions!, 'View pupils')] = 'yes';
  Categories![1]![at(Categories!, 'Guidance')] = 'Ring the lead as well.';
}

/** The set-up spreadsheet imported again, as a lead who administers everything sees it. */
export const importAgain: readonly ScreenCase[] = [
  { name: 'import again', open: openImport },
  {
    name: 'import again, preview',
    open: async (school) => {
      const page = await openImport(school);
      await choose(page, newYear);
      await page.getByText('no faults').waitFor();
      return page;
    },
  },
  {
    name: 'import again, faults',
    open: async (school) => {
      const page = await openImport(school);
      await choose(page, ({ Staff }) => (Staff![2]![Staff![0]!.indexOf('User group')] = 'Teechers'));
      await page.getByText('needs mending').waitFor();
      return page;
    },
  },
  {
    name: 'import again, done',
    open: async (school) => {
      const page = await openImport(school);
      await choose(page, newYear);
      await page.getByLabel('Import Permissions').check();
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await page.getByRole('heading', { name: 'Imported. Some of it waits' }).waitFor();
      return page;
    },
  },
];
