import { expect, test } from 'vitest';
import { openHouse } from '../server/house';
import { desktop, firstPage, openBrowser, phone } from './browser';
import { lendSession, PASSWORD } from './deeds';

const NEW = 'seven green umbrellas';

test('she changes her password, which ends the other browser, and reads Heed in the dark in large letters', async () => {
  const house = await openHouse({ client: 'dist/client' });
  const email = 'jo.price@oakfield.example';
  const jo = await house.loggedIn(email);
  const left = house.visitor();
  await left.must('logIn', { body: { email, password: PASSWORD } });
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, jo);
  const { page, complaints } = await firstPage(context);

  await page.goto(`${house.origin}/account/details`);
  await page.getByLabel('Known as').fill('Joanna');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page
    .getByText(/Colleagues see Joanna Price/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: /Joanna/ }).waitFor();

  await page.getByRole('link', { name: 'Password' }).click();
  await page.getByLabel('Your password now').fill(PASSWORD);
  await page.getByLabel('New password').fill(NEW);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('Your password is changed.').first().waitFor();
  expect(await left.must('readSession')).toEqual({ session: null });

  // The new token is this browser's: everything goes on.
  await page.getByRole('link', { name: 'What Heed keeps' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^heed-about-me-.*\.json$/);

  await page.getByRole('link', { name: 'Appearance' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.getByRole('radio', { name: 'Largest' }).check();
  const look = () =>
    page.evaluate(() => {
      const { theme, text } = document.documentElement.dataset;
      return [theme, text, getComputedStyle(document.documentElement).fontSize];
    });
  expect(await look()).toEqual(['dark', 'largest', '22.1px']);

  // Before any module has run, so before anything is painted.
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload({ waitUntil: 'commit' });
  await page.waitForLoadState('domcontentloaded');
  expect((await look()).slice(0, 2)).toEqual(['dark', 'largest']);
  await page.unroute('**/assets/*.js');

  await page.setViewportSize(phone);
  for (const path of ['account/appearance', 'account/devices', 'account/notifications', '']) {
    await page.goto(`${house.origin}/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([path, Math.max(0, wide)]).toEqual([path, 0]);
  }
  expect(complaints.filter((one) => !/ERR_FAILED/.test(one))).toEqual([]);
});
