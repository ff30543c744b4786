import { expect, test } from 'vitest';
import { openHouse } from '../server/house';
import { JO, oakfield } from '../server/oversight/office';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession } from './deeds';

test('where no mail goes out, asking support never says that it was mailed: it offers the ways that work', async () => {
  const plan = oakfield();
  const school = { ...plan.school, supportEmail: 'help@oakfield.example' };
  const mailer = { works: false, send: () => Promise.resolve() };
  const house = await openHouse({ plan: { ...plan, school }, client: 'dist/client', mailer });
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, await house.loggedIn(JO));
  const { page } = await firstPage(context);
  await page.goto(`${house.origin}/support`);
  await page.getByText('This server has no mail server').waitFor();
  expect(await page.getByRole('button', { name: 'Send to support' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Write the e-mail yourself' }).waitFor();
  await page.getByRole('button', { name: 'Save as a file' }).click();
  await page
    .getByText(/^Saved as a file\. Your reference is HD-/)
    .first()
    .waitFor();
  await page.getByText('Saved as a file, not sent by Heed').waitFor();
});
