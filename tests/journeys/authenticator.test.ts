import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { openHouse } from '../server/house';
import { PIN, aPage, aPhone, addByText, begin, said, shownCode, unlockWith } from './authenticator-phone';
import { desktop, firstPage, openBrowser, workerReady } from './browser';
import { lendSession, typeCode } from './deeds';
import { byName, giveScreenLock } from './passkey-device';
import { faultsInEveryLook } from './screens/every-look';

const SECRET = 'JBSWY3DPEHPK3PXP';
const STEP = 30_000;

test('a lead types the secret of Heed into the phone, and elevates with the codes that it shows', async () => {
  const house = await openHouse({ client: 'dist/client' });
  const lead = await house.loggedIn('nadia.shah@oakfield.example');
  const computer = await openBrowser({ viewport: desktop });
  await lendSession(computer, lead);
  const { page: heed } = await firstPage(computer);
  await heed.goto(`${house.origin}/account/keys`);
  await heed.getByRole('button', { name: 'Add new device' }).click();
  const secret = await heed.locator('.secret').innerText();
  await heed.getByText('No authenticator app yet?').click();
  await heed.getByRole('img', { name: 'QR code with the address of Heed Authenticator' }).waitFor();
  const address = await heed.getByRole('link', { name: 'Open Heed Authenticator' }).getAttribute('href');
  expect(address).toBe('http://localhost:3000/authenticator/');

  const { page, complaints } = await aPage(await aPhone());
  await begin(page, house.origin);
  await addByText(page, secret.toLowerCase(), 'Oakfield Primary', 'nadia.shah@oakfield.example');
  await said(page, 'Oakfield Primary is added.');
  const first = await shownCode(page, 'Oakfield Primary');
  await heed.getByLabel('Name').fill('My phone');
  await typeCode(heed, first);
  await heed.getByRole('button', { name: 'Save this device' }).click();
  await heed.getByText('My phone is saved.').waitFor();

  // In the last seconds the next code stands on the card, and is spoken to whoever is there.
  await page.getByRole('button', { name: 'Copy the code of Oakfield Primary' }).focus();
  const later = (Math.floor(Date.now() / STEP) + 1) * STEP;
  await page.clock.setFixedTime(later + 27_000);
  const next = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({
    timestamp: later + STEP,
  });
  await page.getByText(`Next: ${next.slice(0, 3)} ${next.slice(3)}`).waitFor();
  await expect
    .poll(() => page.locator('#said').textContent())
    .toBe(`Next code for Oakfield Primary: ${next.split('').join(' ')}`);
  await page.clock.setFixedTime(later + STEP);
  house.clock.skip(STEP);
  await expect.poll(() => shownCode(page, 'Oakfield Primary')).toBe(next);
  await page.getByRole('button', { name: 'Copy the code of Oakfield Primary' }).click();
  await page.getByText('Copied', { exact: true }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(next);
  await heed.getByRole('button', { name: 'Elevate Your Access' }).click();
  await typeCode(heed, copied);
  await heed.getByText('Full access').first().waitFor();
  expect(complaints).toEqual([]);
});

test('the second visit needs no network, and neither app answers for the other', async () => {
  const house = await openHouse({ client: 'dist/client' });
  const context = await aPhone();
  const { page: heed } = await aPage(context);
  await heed.goto(`${house.origin}/log-in`);
  await workerReady(heed);
  const { page, complaints } = await aPage(context);
  // Heed is here, its authenticator is not: without a network there is nothing, and not Heed in its place.
  await context.setOffline(true);
  await expect(page.goto(`${house.origin}/authenticator/`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  await context.setOffline(false);

  await begin(page, house.origin);
  await addByText(page, SECRET, 'Oakfield Primary');
  await said(page, 'Oakfield Primary is added.');
  const controller = () => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL);
  await expect.poll(controller, { timeout: 15_000 }).toBe(`${house.origin}/authenticator/sw.js`);

  await context.setOffline(true);
  await page.reload();
  await unlockWith(page, '314159');
  await page.getByText('That PIN is not right.').waitFor();
  expect(await page.locator('.code-digits').count()).toBe(0);
  await unlockWith(page, PIN);
  expect(await shownCode(page, 'Oakfield Primary')).toMatch(/^\d{6}$/);
  await page.getByText('No connection. Your codes work all the same.').waitFor();

  await heed.reload();
  await heed.getByRole('button', { name: 'Log in', exact: true }).waitFor();
  expect(await heed.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toBe(
    `${house.origin}/sw.js`,
  );
  expect(complaints).toEqual([]);
});

test('a clock that is a minute and a half ahead is said, five wrong PINs have to wait, and a forgotten PIN means starting afresh', async () => {
  const house = await openHouse({ client: 'dist/client' });
  const { page } = await aPage(await aPhone());
  await page.clock.setFixedTime(Date.now() + 90_000);
  await begin(page, house.origin);
  await page.getByText(/This phone’s clock is (89|90|91) seconds ahead/).waitFor();
  await addByText(page, SECRET, 'Oakfield Primary');
  await said(page, 'Oakfield Primary is added.');

  // Left alone for two minutes, it locks itself.
  await page.clock.setFixedTime(Date.now() + 90_000 + 121_000);
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  expect(await page.locator('.code-digits').count()).toBe(0);
  for (let at = 0; at < 5; at++) {
    await unlockWith(page, '314159');
    await page.getByText('That PIN is not right.').waitFor();
    await page.getByRole('button', { name: 'Unlock' }).waitFor();
  }
  await page.getByText('Try again in 30 s.').waitFor();
  await page.reload();
  await unlockWith(page, PIN);
  await page.getByText(/^Too many wrong PINs/).waitFor();

  await page.getByRole('button', { name: 'Forgotten your PIN?' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  expect(await page.getByLabel('Choose a PIN').count()).toBe(0);
  await page.getByRole('button', { name: 'Forgotten your PIN?' }).click();
  await page.getByRole('button', { name: 'Remove all and start afresh' }).click();
  await page.getByLabel('Choose a PIN').waitFor();
  await begin(page, house.origin);
});

test('every screen is accessible and within its edges, in three looks and three sizes', async () => {
  const house = await openHouse({ client: 'dist/client' });
  const { page, complaints } = await aPage(await aPhone());
  const look = async (name: string) => {
    expect(await faultsInEveryLook(page, `authenticator ${name}`)).toEqual([]);
  };
  await page.goto(`${house.origin}/authenticator/`);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText('Write 6 to 20 digits').waitFor();
  await look('choosing a PIN');
  await begin(page, house.origin);
  await look('no accounts');
  await addByText(page, SECRET, 'Oakfield Primary', 'nadia.shah@oakfield.example');
  await said(page, 'Oakfield Primary is added.');
  await addByText(
    page,
    `otpauth://totp/Riverside%20Academy%20Trust:n?secret=${SECRET}&digits=8&algorithm=SHA512`,
  );
  await said(page, 'Riverside Academy Trust is added.');
  await look('codes');
  await addByText(page, 'JBSW0', 'Somewhere');
  await page.getByText('“0” is none of them').waitFor();
  await look('adding');
  for (const place of ['scan', 'arrange', 'move', 'pin', 'passkey', 'how']) {
    await page.goto(`${house.origin}/authenticator/#${place}`);
    await page.locator('h1.page-heading').waitFor();
    await look(place);
  }
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.getByLabel('PIN', { exact: true }).waitFor();
  await look('locked');
  expect(complaints).toEqual([]);
});

test('a fingerprint opens the codes without a network, beside the PIN, until it is turned off', async () => {
  const house = await openHouse({ client: 'dist/client' });
  const origin = byName(house.origin);
  const context = await aPhone();
  const { page, complaints } = await aPage(context);
  await giveScreenLock(page, { prf: true });
  await begin(page, origin);
  await addByText(page, SECRET, 'Oakfield Primary');
  await said(page, 'Oakfield Primary is added.');
  await page.getByRole('link', { name: 'Unlock with fingerprint, face or screen lock' }).click();
  await page.getByLabel('Your PIN').fill(PIN);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Add passkey' }).waitFor();
  expect(await faultsInEveryLook(page, 'authenticator, adding a passkey')).toEqual([]);
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await said(page, 'You can unlock with fingerprint, face or screen lock now.');
  const controller = () => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL);
  await expect.poll(controller, { timeout: 15_000 }).toBe(`${origin}/authenticator/sw.js`);

  await context.setOffline(true);
  await page.reload();
  await page.getByRole('button', { name: 'Unlock with passkey' }).waitFor();
  expect(await faultsInEveryLook(page, 'authenticator, locked with a passkey')).toEqual([]);
  await page.getByRole('button', { name: 'Unlock with passkey' }).click();
  expect(await shownCode(page, 'Oakfield Primary')).toMatch(/^\d{6}$/);
  await page.getByRole('link', { name: 'Unlock with fingerprint, face or screen lock' }).click();
  await page.getByRole('button', { name: 'Turn off' }).click();
  await said(page, 'Turned off. Your PIN works as before.');
  await page.getByRole('button', { name: 'Lock' }).click();
  await unlockWith(page, PIN);
  await shownCode(page, 'Oakfield Primary');
  expect(complaints).toEqual([]);
});
