import { expect, test } from 'vitest';
import { aSchool } from '../server/set-up/small-school';
import { atTheOffice } from './office';

const SUE = 'sue.coyle@oakfield.example';
const school = () => aSchool().set('Staff', 'E4', SUE).set('School', 'B6', SUE);

test('the office imports the spreadsheet again: looks at each sheet, ticks, imports, and one waits', async () => {
  const { page, complaints } = await atTheOffice('/admin', school().plan().plan!);
  await page.getByRole('link', { name: 'Import again' }).click();
  const newer = school()
    .set('Staff', 'G5', 'Year leader')
    .set('Staff', 'H5', 'Safeguarding leads')
    .add('Places', 'Forest school');
  newer.rows('Pupils').splice(2, 1);
  await page.getByLabel('Choose the spreadsheet').setInputFiles({
    name: 'oakfield.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(newer.bytes()),
  });

  await page.getByText('Job title: Class teacher → Year leader').waitFor();
  await page.getByText('User group: Teachers → Safeguarding leads').waitFor();
  expect(await page.getByLabel('Import Staff', { exact: true }).isChecked()).toBe(true);
  expect(await page.getByLabel('Import Staff’s groups').isChecked()).toBe(false);
  await page.getByRole('link', { name: 'Erin Fielding' }).waitFor();
  await page.getByLabel('Import Staff’s groups').check();
  await page.getByRole('button', { name: 'Import', exact: true }).click();

  await page.getByText('Places, 1 new: Forest school').waitFor();
  await page.getByText('Staff’s groups, 1 move: Marek Kunze').waitFor();
  await page.getByRole('link', { name: 'See what waits' }).click();
  await page.getByText('Import of “Staff’s groups”, moved: Marek Kunze').waitFor();
  expect(complaints).toEqual([]);
});
