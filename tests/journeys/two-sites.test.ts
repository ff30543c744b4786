import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { HAZEL_SITE, NADIA, openTrust, TESS, type Trust } from '../server/sites/trust';
import { addKey, type Phone } from '../server/security-keys/phone';
import { aConcern, Tablet } from '../server/tablet';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession, typeCode } from './deeds';

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

interface Lead extends Trust {
  readonly page: Page;
  readonly complaints: string[];
  readonly phone: Phone;
  readonly oakfield: string;
  readonly hazel: string;
}

/** Nadia leads at both schools, sits at Oakfield's page in a real browser, and has something to read at Hazel. */
async function aLeadOfTwo(): Promise<Lead> {
  const port = await freePort();
  const oakfield = `http://heed.test:${String(port)}`;
  const hazel = `http://${HAZEL_SITE}.heed.test:${String(port)}`;
  const trust = await openTrust({ client: 'dist/client', port, environment: { PUBLIC_URL: oakfield } });
  const { house, hazelId } = trust;
  const nadia = await house.loggedIn(NADIA);
  const { phone } = await addKey(house, nadia);
  await nadia.must('decideOffer', { params: { id: hazelId }, body: { decision: 'accept' } });
  const tablet = await Tablet.enrol(await house.loggedIn(TESS, new URL(hazel).host));
  await tablet.deliver((await tablet.seal(aConcern())).bytes);
  await house.settled();
  const context = await openBrowser({
    viewport: desktop,
    args: [
      '--host-resolver-rules=MAP *.heed.test 127.0.0.1, MAP heed.test 127.0.0.1',
      `--unsafely-treat-insecure-origin-as-secure=${oakfield},${hazel}`,
    ],
  });
  await lendSession(context, nadia, oakfield);
  const { page, complaints } = await firstPage(context);
  await page.goto(`${oakfield}/`);
  return { ...trust, page, complaints, phone, oakfield, hazel };
}

async function elevate(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Elevate Your Access' }).click();
  await typeCode(page, code);
}

test('a lead of two schools switches, sees what waits, elevates at each, and logs out everywhere', async () => {
  const { page, complaints, phone, oakfield, hazel, house } = await aLeadOfTwo();

  // The name of the school opens the other one, with the number of its alerts; no second log-in.
  await page.getByRole('button', { name: 'Oakfield Primary: your schools' }).click();
  await page.getByRole('button', { name: /Hazel Primary.*1 alert to read/ }).click();
  await page.waitForURL(`${hazel}/`);
  await page.getByRole('button', { name: 'Hazel Primary: your schools' }).waitFor();
  await page.getByText('1 alert waits').waitFor();
  expect(await page.evaluate(() => [location.hash, sessionStorage.length])).toEqual(['', 0]);

  // Full access is each school's own, and a code that was used here is none there.
  const code = phone.nextCode();
  await elevate(page, code);
  await page.getByText('Full access').first().waitFor();
  await page.getByRole('button', { name: 'Hazel Primary: your schools' }).click();
  await page.getByRole('button', { name: /Oakfield Primary.*Nothing to read/ }).click();
  await page.waitForURL(`${oakfield}/`);
  await elevate(page, code);
  await page
    .getByText(/^You used this code at Hazel Primary\. Wait \d+ s for the next one\.$/)
    .first()
    .waitFor();
  await typeCode(page, phone.nextCode());
  await page.getByText('Full access').first().waitFor();

  // Back at Hazel the full access of before goes on.
  await page.getByRole('button', { name: 'Oakfield Primary: your schools' }).click();
  await page.getByRole('button', { name: /Hazel Primary/ }).click();
  await page.waitForURL(`${hazel}/`);
  await page.getByText('Full access').first().waitFor();

  // Without a connection it says why it cannot.
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Hazel Primary: your schools' }).click();
  await page.getByText('Switching to another school needs a connection').waitFor();
  await page.keyboard.press('Escape');
  await page.context().setOffline(false);

  await page.getByRole('button', { name: 'Menu of Nadia Shah' }).click();
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByRole('button', { name: 'Log out everywhere' }).click();
  await page.waitForURL(`${hazel}/log-in`);
  const open = await house.ground.database.read('sessions').whereNull('ended_at').pluck<string[]>('staff_id');
  expect(open).toHaveLength(1);
  await page.goto(`${oakfield}/alerts`);
  await page.waitForURL(`${oakfield}/log-in`);
  const policy = complaints.filter((one) => /Content Security|Trusted/.test(one));
  expect(policy).toEqual([]);
});
