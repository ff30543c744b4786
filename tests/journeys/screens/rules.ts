import type { Page } from 'playwright-core';
import type { ScreenCase, WillowBank } from './willow-bank';

async function openAt({ house, looker, lead }: WillowBank, path: string, heading: string): Promise<Page> {
  const page = await looker.page({ visitor: lead });
  await page.goto(`${house.origin}${path}`);
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
  return page;
}

/** The first class of the school, limited to one person who has not had it: not saved yet. */
async function openRestricted(school: WillowBank): Promise<Page> {
  const page = await openAt(school, '/admin/class-restrictions', 'Class restrictions');
  const onlyThese = page.getByRole('radio', { name: 'Only these' });
  if (!(await onlyThese.isChecked())) await onlyThese.check();
  await page.getByRole('button', { name: /^Add / }).nth(3).click();
  await page.getByText('Added, not saved yet').first().waitFor();
  await page.getByText(/take effect|takes effect|second person confirms/).waitFor();
  return page;
}

async function openRule(school: WillowBank): Promise<Page> {
  const page = await openAt(school, '/admin/automatic-alerts', 'Automatic alerts');
  await page.getByRole('button', { name: 'Change rule 1' }).click();
  await page.getByText('Would have sent').waitFor();
  await page.getByLabel('Category', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByText('would be alerted', { exact: false }).nth(1).waitFor();
  return page;
}

async function openMerge(school: WillowBank): Promise<Page> {
  const page = await openAt(school, '/admin/categories', 'Categories');
  await page
    .getByRole('button', { name: /^Change / })
    .nth(1)
    .click();
  await page.getByText('Merge into another category').click();
  await page.getByLabel('Merge into', { exact: true }).selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Merge', exact: true }).waitFor();
  return page;
}

/** Categories, class restrictions, alert groups, automatic alerts, places, as a lead who administers everything. */
export const rules: readonly ScreenCase[] = [
  { name: 'admin, categories', open: (school) => openAt(school, '/admin/categories', 'Categories') },
  { name: 'admin, a category open to merge', open: openMerge },
  {
    name: 'admin, class restrictions',
    open: (school) => openAt(school, '/admin/class-restrictions', 'Class restrictions'),
  },
  { name: 'admin, a class restricted, not saved', open: openRestricted },
  { name: 'admin, alert groups', open: (school) => openAt(school, '/admin/alert-groups', 'Alert groups') },
  {
    name: 'admin, automatic alerts',
    open: (school) => openAt(school, '/admin/automatic-alerts', 'Automatic alerts'),
  },
  { name: 'admin, a rule open and tested', open: openRule },
  {
    name: 'admin, places and agencies',
    open: async (school) => {
      const page = await openAt(school, '/admin/agencies', 'Places and agencies');
      await page
        .getByRole('button', { name: /^Rename / })
        .first()
        .click();
      await page
        .getByRole('button', { name: /^Remove / })
        .last()
        .click();
      await page.getByText('Goes when you save.').waitFor();
      return page;
    },
  },
];
