import { expect, test } from 'vitest';
import { aPupil } from '../server/school-builder';
import { atTheOffice } from './office';

const school = {
  yearGroups: ['Year 4', 'Year 5', 'Year 6'],
  classes: [
    { name: '4B', yearGroup: 'Year 4' },
    { name: '5B', yearGroup: 'Year 5' },
    { name: '6A', yearGroup: 'Year 6' },
  ],
  pupils: [
    aPupil({ firstName: 'Amira', lastName: 'Khan', className: '4B', yearGroup: 'Year 4' }),
    aPupil({ firstName: 'Yusuf', lastName: 'Khan', className: '5B', yearGroup: 'Year 5' }),
    aPupil({ firstName: 'Zoë', lastName: 'Lane', className: '6A', yearGroup: 'Year 6' }),
    aPupil({ firstName: 'Ida', lastName: 'Lane', className: '6A', yearGroup: 'Year 6' }),
  ],
};

test('at the end of the year all classes go up in one step, and who repeats the year stays', async () => {
  const { house, page, complaints, save } = await atTheOffice('/admin/classes', school);
  await page.getByRole('link', { name: 'Move all classes up' }).click();
  await page.getByText('1 pupil goes from 4B, Year 4 to 5B, Year 5.').waitFor();
  await page.getByText('1 pupil goes from 5B, Year 5 to 6A, Year 6.').waitFor();
  await page.getByText('2 of 2 leave').click();
  await page.getByLabel('Ida Lane').uncheck();
  await page.getByText('1 pupil leaves the roll.').waitFor();
  await page.getByText('1 pupil stays where they are.').waitFor();
  const before = await house.ground.database.read('pupils').whereNotNull('left_at');
  expect(before).toEqual([]);
  await page.getByLabel('This is right').check();
  await save();

  await page.goto(`${house.origin}/admin/pupils`);
  const rows = page.getByRole('row');
  await rows.nth(3).waitFor();
  const shown = await rows.allInnerTexts();
  expect(shown.slice(1).map((row) => row.split(/\s+/).slice(0, 3).join(' '))).toEqual([
    'Amira Khan 5B',
    'Yusuf Khan 6A',
    'Ida Lane 6A',
  ]);
  expect(complaints).toEqual([]);
});

test('a school adds a year group and a class in it, and closes a class that nobody is in', async () => {
  const { page, complaints, save } = await atTheOffice('/admin/classes', { ...school, pupils: [] });
  await page.getByRole('button', { name: 'Add a year group' }).click();
  await page.getByLabel('Name').fill('Year 7');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Close 4B' }).click();
  await save();
  await page.getByRole('button', { name: 'Add a class to Year 7' }).click();
  await page.getByLabel('Name').fill('7 Oak');
  await page.getByLabel('Teacher').selectOption('Jo Price');
  await page.getByRole('button', { name: 'Done' }).click();
  await save();

  await page.getByText('0 pupils, Jo Price').waitFor();
  await page.getByRole('button', { name: 'Open 4B again' }).waitFor();
  expect(complaints).toEqual([]);
});
