import type { Page } from 'playwright-core';
import { DAY } from '../../../server/clock';
import type { ScreenCase, WillowBank } from './willow-bank';

/** A page of the administration, as the lead sees it. */
export async function openAdmin(
  { house, looker, lead }: WillowBank,
  path: string,
  heading: string,
): Promise<Page> {
  const page = await looker.page({ visitor: lead });
  await page.goto(`${house.origin}${path}`);
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
  return page;
}

/** Ticks a right that somebody has not had, so that the bar says that it would wait. */
async function openUnsavedMatrix(school: WillowBank): Promise<Page> {
  const page = await openAdmin(school, '/admin/permissions', 'Permissions');
  await page.getByLabel('User group', { exact: true }).selectOption('Teachers');
  await page.getByLabel('Teachers: View Concerns in All categories').check();
  await page.getByText('when a second person confirms').waitFor();
  return page;
}

async function openPending(school: WillowBank): Promise<Page> {
  const page = await openUnsavedMatrix(school);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('1 change not saved yet').waitFor({ state: 'detached' });
  await page.goto(`${school.house.origin}/admin`);
  await page.getByText('Who could then read or be told more').click();
  return page;
}

/** A scanner that was silent since yesterday, and before that could not look at some files. */
async function openScannerAway(school: WillowBank): Promise<Page> {
  const page = await openAdmin(school, '/admin', 'Admin');
  const since = new Date(school.house.clock.now() - DAY).toISOString();
  await page.route('**/api/admin/operation', async (route) => {
    const response = await route.fetch();
    const said = (await response.json()) as object;
    await route.fulfill({ response, json: { ...said, unscanned: { waiting: 3, since, failed: 1 } } });
  });
  await page.reload();
  await page.getByText('The virus scanner could not look at 1 file.').waitFor();
  await page.getByText('3 files wait for it.').waitFor();
  return page;
}

/** The administration, as a lead who holds every part of it sees it. */
export const administration: readonly ScreenCase[] = [
  { name: 'admin', open: (school) => openAdmin(school, '/admin', 'Admin') },
  { name: 'admin, the scanner is away', open: openScannerAway },
  { name: 'admin, user groups', open: (school) => openAdmin(school, '/admin/groups', 'User groups') },
  {
    name: 'admin, user group open',
    open: async (school) => {
      const page = await openAdmin(school, '/admin/groups', 'User groups');
      await page.getByRole('button', { name: 'Change' }).nth(1).click();
      await page.getByRole('button', { name: 'Done' }).waitFor();
      return page;
    },
  },
  { name: 'admin, permissions, not saved', open: openUnsavedMatrix },
  { name: 'admin, a change waits', open: openPending },
  {
    name: 'admin, not elevated',
    open: async (school) => {
      const page = await school.looker.page({ visitor: school.deputy });
      await page.goto(`${school.house.origin}/admin`);
      await page.getByRole('heading', { name: 'Elevate your access to administer' }).waitFor();
      return page;
    },
  },
  {
    name: 'admin, not for me',
    open: async (school) => {
      const page = await school.looker.page({ visitor: school.pastoralLead });
      await page.goto(`${school.house.origin}/admin`);
      await page.getByRole('heading', { name: 'This page is not here' }).waitFor();
      return page;
    },
  },
];
