import { expect, test } from 'vitest';
import { openHouse } from '../server/house';
import { addKey } from '../server/security-keys/phone';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession, typeCode } from './deeds';

test('a request that another tab’s elevation overtakes is asked again, and nobody is sent to the log-in', async () => {
  const house = await openHouse({ client: 'dist/client' });
  const lead = await house.loggedIn('nadia.shah@oakfield.example');
  const { phone } = await addKey(house, lead);
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, lead);
  const { page } = await firstPage(context);
  await page.goto(`${house.origin}/`);
  await page.getByRole('button', { name: 'Elevate Your Access' }).waitFor();

  // The other tab’s request has left with the token of before, and stands on the line until the token is another.
  const other = await context.newPage();
  const overtaken: number[] = [];
  let elevated: () => void = () => undefined;
  const untilElevated = new Promise<void>((resolve) => (elevated = resolve));
  const old = [...lead.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  await other.route(
    '**/api/security-keys',
    async (route) => {
      await untilElevated;
      const answer = await fetch(route.request().url(), { headers: { cookie: old } });
      overtaken.push(answer.status);
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: await answer.text(),
      });
    },
    { times: 1 },
  );
  await other.goto(`${house.origin}/account/keys`);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Elevate Your Access' }).click();
  await typeCode(page, phone.nextCode());
  await page.getByText('Full access').first().waitFor();
  elevated();

  await other.bringToFront();
  await other.getByText('Full access').first().waitFor();
  await other.getByRole('button', { name: 'Add new device' }).first().waitFor();
  await expect.poll(() => overtaken).toEqual([401]);
  expect(new URL(other.url()).pathname).toBe('/account/keys');
  await other.getByText('My phone').first().waitFor();
});
