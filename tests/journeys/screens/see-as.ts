import type { Page } from 'playwright-core';
import { openAdmin } from './administration';
import type { ScreenCase, WillowBank } from './willow-bank';

/** One person, chosen by name out of the list of everybody. */
async function openSeen(school: WillowBank, name: RegExp): Promise<Page> {
  const page = await openAdmin(school, '/admin/see-as', 'See as …');
  const picker = page.getByLabel('Whom to see as', { exact: true });
  const label = (await picker.locator('option').allInnerTexts()).find((one) => name.test(one)) ?? '';
  await picker.selectOption({ label });
  await page.getByRole('heading', { name: 'Cannot see' }).waitFor();
  return page;
}

/** "See as …", as a lead who administers everything. */
export const seeAs: readonly ScreenCase[] = [
  { name: 'admin, see as, nobody chosen', open: (school) => openAdmin(school, '/admin/see-as', 'See as …') },
  { name: 'admin, see as a lead', open: (school) => openSeen(school, /Mills/) },
  {
    name: 'admin, see as a teacher, asked about an alert',
    open: async (school) => {
      const page = await openSeen(school, /Davis/);
      await page.getByRole('radio', { name: 'After log-in only' }).check();
      await page.getByText('Needs full access', { exact: false }).waitFor();
      await page.getByRole('radio', { name: 'With full access' }).check();
      await page.getByText('Needs full access', { exact: false }).waitFor({ state: 'detached' });
      await page.getByLabel('Category', { exact: true }).selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Test', exact: true }).click();
      await page.getByText(/would (not )?be alerted\.$/).waitFor();
      return page;
    },
  },
];
