import { chromium } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { findChromium } from '../../tools/browsers.mjs';
import { openHouse } from '../server/house';
import { PIN, addByText, said, shownCode, unlockWith } from './authenticator-phone';
import { aProfile, firstPage, phone } from './browser';
import { faultsInEveryLook } from './screens/every-look';

const names = {
  PUBLIC_URL: 'http://heed.test',
  SMTP_URL: 'smtp://mail.heed.test',
  MAIL_FROM: 'heed@heed.test',
};

/** A phone for which every name below heed.test is this machine, and that takes this address for a safe one. */
async function aPhoneThatTrusts(origin: string) {
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(aProfile(), {
    ...(executablePath ? { executablePath } : {}),
    headless: true,
    chromiumSandbox: false,
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--host-resolver-rules=MAP *.heed.test 127.0.0.1',
      `--unsafely-treat-insecure-origin-as-secure=${origin}`,
    ],
    viewport: phone,
    hasTouch: true,
    locale: 'en-GB',
  });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(45_000);
  return context;
}

test('at its own host Heed Authenticator says where earlier accounts are, and opens its codes without a network', async () => {
  const house = await openHouse({ client: 'dist/client', environment: names });
  const port = new URL(house.origin).port;
  const origin = `http://authenticator.heed.test:${port}`;
  const context = await aPhoneThatTrusts(origin);
  const { page, complaints } = await firstPage(context);
  await page.goto(`${origin}/`);
  const earlier = page.getByRole('link', { name: `http://heed.test:${port}/authenticator/` });
  await earlier.waitFor();
  expect(await faultsInEveryLook(page, 'authenticator, own host')).toEqual([]);
  await page.getByLabel('Choose a PIN').fill(PIN);
  await page.getByLabel('The same PIN again').fill(PIN);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText('No accounts yet').waitFor();
  await addByText(page, 'JBSWY3DPEHPK3PXP', 'Oakfield Primary');
  await said(page, 'Oakfield Primary is added.');
  const controller = () => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL);
  await expect.poll(controller, { timeout: 15_000 }).toBe(`${origin}/sw.js`);
  expect(await page.evaluate(() => fetch('/api/place').then(({ status }) => status))).toBe(404);
  expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);

  await context.setOffline(true);
  await page.goto(`${origin}/#how`);
  await page.reload();
  await page.goto(`${origin}/`);
  await unlockWith(page, PIN);
  expect(await shownCode(page, 'Oakfield Primary')).toMatch(/^\d{6}$/);
});
