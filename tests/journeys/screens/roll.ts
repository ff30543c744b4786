import type { Page } from 'playwright-core';
import type { ScreenCase, WillowBank } from './willow-bank';

async function openAt(school: WillowBank, path: string, heading: string): Promise<Page> {
  const page = await school.looker.page({ visitor: school.lead });
  await page.goto(`${school.house.origin}${path}`);
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
  return page;
}

async function openPupil(school: WillowBank): Promise<Page> {
  const page = await openAt(school, '/admin/pupils', 'Pupils');
  await page.getByRole('searchbox').fill('Joany');
  await page.getByRole('cell').getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Contacts' }).waitFor();
  return page;
}

async function openUpload(school: WillowBank, row: string): Promise<Page> {
  const page = await openAt(school, '/admin/pupils/upload', 'Upload an export');
  const text = `UPN,Surname,Forename,DOB,Reg Group\n${row}\nB2,Lane,Ida,15/03/2018,4A`;
  await page.getByLabel('Choose the export').setInputFiles({
    name: 'export.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
  await page.getByText(/2 rows, no faults|need mending/).waitFor();
  const joiners = page.getByText('2 joiners');
  if (await joiners.isVisible()) await joiners.click();
  return page;
}

/** Pupils and classes, as a lead who also keeps the roll sees them. */
export const roll: readonly ScreenCase[] = [
  { name: 'pupils', open: (school) => openAt(school, '/admin/pupils', 'Pupils') },
  {
    name: 'pupils, nothing found',
    open: async (school) => {
      const page = await openAt(school, '/admin/pupils', 'Pupils');
      await page.getByRole('searchbox').fill('nobody of this name');
      await page.getByText('Nothing here has').waitFor();
      return page;
    },
  },
  {
    name: 'pupil, unsaved',
    open: async (school) => {
      const page = await openPupil(school);
      await page.getByLabel('Do not contact').first().check();
      await page.getByRole('button', { name: 'Has left' }).click();
      await page.getByLabel('Went to').fill('Hillside Primary');
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByLabel('Member of staff').selectOption({ index: 1 });
      await page.getByLabel('Last name').fill('');
      await page.getByText('Write a last name').waitFor();
      await page.getByText('as soon as you save').waitFor();
      return page;
    },
  },
  { name: 'pupil, new', open: (school) => openAt(school, '/admin/pupils/new', 'Add a pupil') },
  {
    name: 'pupils, two entries',
    open: async (school) => {
      const page = await openPupil(school);
      await page.getByRole('link', { name: 'Join with another entry' }).click();
      await page.getByLabel('The other entry').fill('mario');
      await page
        .getByRole('button', { name: /^Choose Mario/ })
        .first()
        .click();
      await page.getByLabel('They are the same child').check();
      await page.getByText(/as soon as you save|when a second person confirms/).waitFor();
      return page;
    },
  },
  { name: 'classes', open: (school) => openAt(school, '/admin/classes', 'Classes') },
  {
    name: 'classes, unsaved',
    open: async (school) => {
      const page = await openAt(school, '/admin/classes', 'Classes');
      await page
        .getByRole('button', { name: /^Move .* down$/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Add a year group' }).click();
      await page.getByLabel('Name').fill('Year 7');
      await page.getByRole('button', { name: 'Done' }).click();
      await page
        .getByRole('button', { name: /^Add a class to/ })
        .first()
        .click();
      await page.getByText('2 changes not saved yet').waitFor();
      return page;
    },
  },
  {
    name: 'classes, the move of the year',
    open: async (school) => {
      const page = await openAt(school, '/admin/classes/year-end', 'Move all classes up');
      await page.getByText(/ of .* leave/).click();
      await page.getByLabel('This is right').check();
      await page.getByText(/as soon as you save|when a second person confirms/).waitFor();
      return page;
    },
  },
  { name: 'upload', open: (school) => openAt(school, '/admin/pupils/upload', 'Upload an export') },
  { name: 'upload, preview', open: (school) => openUpload(school, 'A1,Ní Bhriain,Zoë,14/03/2018,4A') },
  { name: 'upload, faults', open: (school) => openUpload(school, ',Ní Bhriain,Zoë,31/02/2018,4Z') },
];
