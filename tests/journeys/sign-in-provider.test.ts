import type { BrowserContext, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { Phone } from '../server/security-keys/phone';
import { atMicrosoft, openOakfield, TENANT, type Oakfield } from '../server/providers/oakfield';
import { CLIENT } from '../server/providers/real-provider';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession, typeCode } from './deeds';

/** The way to Microsoft leads to the provider on this machine; a person there presses one link to come back. */
async function leadToProvider(context: BrowserContext, { house, internet }: Oakfield): Promise<void> {
  const returnTo = `${house.origin}/sign-in/return`;
  await context.route('https://login.microsoftonline.com/**', async (route) => {
    const found = await internet.visit(route.request().url(), returnTo);
    const link = `<a href="${returnTo}?${found.toString().replaceAll('&', '&amp;')}">Continue as Kay</a>`;
    await route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Microsoft</title>${link}` });
  });
}

async function switchMicrosoftOn({ house, sue, nadia }: Oakfield): Promise<void> {
  const { page, complaints } = await atDesk(house.origin, sue, '/admin/settings');
  const card = page.locator('heed-provider-card');
  await card.getByLabel('Directory (tenant) ID').fill(TENANT);
  await card.getByLabel('Client ID').fill(CLIENT.id);
  await card.getByLabel('Client secret').fill(CLIENT.secret);
  await card.getByLabel('E-mail addresses end in').fill('oakfield.example');
  await card.getByText(`${house.origin}/sign-in/return`).waitFor();
  await card.getByRole('button', { name: 'Try it' }).click();
  await card.getByText('It answers as it should.').waitFor();
  await card.getByRole('button', { name: 'Save' }).click();
  await card.getByText('A second person has to confirm it').waitFor();
  const lead = await atDesk(house.origin, nadia, '/admin');
  await lead.page.getByText(TENANT).waitFor();
  await lead.page.getByText('Who could then read or be told more').click();
  await lead.page.getByText('whoever Microsoft says that they are').waitFor();
  await lead.page.getByRole('button', { name: 'Confirm' }).first().click();
  await lead.page.getByText('Confirmed. It is in force now.').first().waitFor();
  expect([...complaints, ...lead.complaints]).toEqual([]);
}

async function atDesk(origin: string, visitor: Parameters<typeof lendSession>[1], path: string) {
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, visitor);
  const opened = await firstPage(context);
  await opened.page.goto(`${origin}${path}`);
  return opened;
}

/** The first key of somebody who has signed in at the provider just now, and full access by it. */
async function elevate(page: Page, { house }: Oakfield): Promise<void> {
  await page.goto(`${house.origin}/account/keys`);
  await page.getByRole('button', { name: 'Add new device' }).click();
  const secret = (await page.locator('heed-add-key .secret').innerText()).replaceAll(/\s/g, '');
  await page.getByLabel('Name').fill('My phone');
  await typeCode(page, new Phone(house, secret).code());
  await page.getByRole('button', { name: 'Save this device' }).click();
  await page.locator('.recovery-codes').waitFor();
  await page.getByRole('button', { name: 'Elevate Your Access' }).first().click();
  await typeCode(page, new Phone(house, secret).nextCode());
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('the office switches Microsoft on, a lead confirms, a teacher signs in there and elevates', async () => {
  const school = await openOakfield({ client: 'dist/client' });
  onTestFinished(async () => {
    await Promise.all(Object.values(school.providers).map((one) => one.close()));
  });
  await switchMicrosoftOn(school);
  school.providers.microsoft.who = atMicrosoft('kay');
  const context = await openBrowser({ viewport: desktop });
  await leadToProvider(context, school);
  const { page, complaints } = await firstPage(context);
  await page.goto(`${school.house.origin}/log-in`);
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  await page.getByRole('link', { name: 'Continue as Kay' }).click();
  // Nothing of what the provider wrote is left in the address.
  await page.waitForURL(`${school.house.origin}/`);
  await elevate(page, school);
  const { session } = await page.evaluate(
    async () => (await (await fetch('/api/session')).json()) as { session: { elevatedUntil: string | null } },
  );
  expect(session.elevatedUntil).not.toBeNull();
  await page.getByText('kay@oakfield.example').first().waitFor();
  expect(complaints).toEqual([]);
});
