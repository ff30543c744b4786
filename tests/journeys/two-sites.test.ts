import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appointFromShell } from '../../server/trust/appoint';
import { HAZEL_SITE, NADIA, openTrust, TESS, type Trust } from '../server/sites/trust';
import { addKey, elevatedLead, type Phone } from '../server/security-keys/phone';
import { aConcern, Tablet } from '../server/tablet';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession, PASSWORD, typeCode } from './deeds';

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const KIM = 'k.hilll@willowbank.example';

interface Lead extends Trust {
  readonly page: Page;
  readonly complaints: string[];
  readonly phone: Phone;
  readonly oakfield: string;
  readonly hazel: string;
}

const home = (port: number) => `http://heed.test:${String(port)}`;

/** A browser that finds these addresses on this machine, and takes them for secure ones as it would with TLS. */
const browserAt = (...origins: string[]) =>
  openBrowser({
    viewport: desktop,
    args: [
      '--host-resolver-rules=MAP *.heed.test 127.0.0.1, MAP heed.test 127.0.0.1',
      `--unsafely-treat-insecure-origin-as-secure=${origins.join(',')}`,
    ],
  });

/** Nadia leads at both schools, sits at Oakfield's page in a real browser, and has something to read at Hazel. */
async function aLeadOfTwo(): Promise<Lead> {
  const port = await freePort();
  const oakfield = home(port);
  const hazel = `http://${HAZEL_SITE}.heed.test:${String(port)}`;
  const trust = await openTrust({ client: 'dist/client', port, environment: { PUBLIC_URL: oakfield } });
  const { house, hazelId } = trust;
  const nadia = await house.loggedIn(NADIA);
  const { phone } = await addKey(house, nadia);
  await nadia.must('decideOffer', { params: { id: hazelId }, body: { decision: 'accept' } });
  const tablet = await Tablet.enrol(await house.loggedIn(TESS, new URL(hazel).host));
  await tablet.deliver((await tablet.seal(aConcern())).bytes);
  await house.settled();
  const context = await browserAt(oakfield, hazel);
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

test('who looks after a trust invites a main contact, who sets the new site up there and logs in', async () => {
  const port = await freePort();
  const oakfield = home(port);
  const willow = `http://willowbank.heed.test:${String(port)}`;
  const { house } = await openTrust({ client: 'dist/client', port, environment: { PUBLIC_URL: oakfield } });
  await appointFromShell(house.ground, ['add', NADIA]);
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const context = await browserAt(oakfield, willow);
  await lendSession(context, nadia, oakfield);
  const { page, complaints } = await firstPage(context);
  await page.goto(`${oakfield}/trust`);
  await page.getByLabel('Name in the address').fill('willowbank');
  await page.getByLabel('Main contact', { exact: true }).fill('Kim Hill');
  await page.getByLabel('E-mail of the main contact').fill(KIM);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText(`To Kim Hill, ${KIM}.`).waitFor();
  await house.settled();

  const { page: hers } = await firstPage(await browserAt(oakfield, willow));
  await hers.goto(/http\S+\/set-up#[\w-]{43}/.exec(house.mailTo(KIM).text)![0]);
  await hers.getByRole('heading', { name: 'This link is for willowbank' }).waitFor();
  await hers
    .getByLabel('Choose the spreadsheet')
    .setInputFiles('client/public/set-up/heed-set-up-sample.xlsx');
  await hers.getByRole('button', { name: 'Set up Willow Bank Primary School' }).click();
  await hers.getByRole('heading', { name: 'Your school is set up' }).waitFor();
  await hers.goto(`${willow}/log-in`);
  await hers.getByRole('link', { name: /using Heed for the first time/ }).click();
  await hers.getByRole('heading', { name: 'Reset Password' }).waitFor();
  await hers.getByLabel('School e-mail address').fill(KIM);
  await hers.getByRole('button', { name: 'Reset Password' }).click();
  await hers.getByText('a mail is on its way').waitFor();
  await house.house.afterwards.settled();
  await house.settled();
  const welcome = /http\S+\/welcome#[\w-]{43}/.exec(house.mailTo(KIM).text)![0];
  expect(new URL(welcome).origin).toBe(willow);
  await hers.goto(welcome);
  await hers.getByLabel('Password', { exact: true }).first().fill(PASSWORD);
  await hers.getByRole('button', { name: 'Save password' }).click();
  await hers.getByText('Your password is saved').waitFor();
  await hers.goto(`${willow}/log-in`);
  await hers.getByLabel('School e-mail address').fill(KIM);
  await hers.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await hers.getByRole('button', { name: 'Log in', exact: true }).click();
  await hers.getByRole('button', { name: /^Menu of K/ }).waitFor();

  // The trust sees that the site is there, and has no way into it.
  await page.reload();
  await page.getByRole('link', { name: 'Willow Bank Primary School' }).waitFor();
  await page.getByText('Nobody has a link to set a site up.').waitFor();
  await page.goto(`${willow}/`);
  await page.waitForURL(`${willow}/log-in`);
  expect(complaints.filter((one) => /Content Security|Trusted/.test(one))).toEqual([]);
});
