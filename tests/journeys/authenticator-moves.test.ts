import { expect, test } from 'vitest';
import { openHouse } from '../server/house';
import { Phone } from '../server/security-keys/phone';
import { aPage, aPhone, addByText, begin, said, shownCode, videoOf } from './authenticator-phone';

const PASSPHRASE = 'wet ducks in four rows';

test('the camera finds the QR code of Heed, and the codes are those that the school expects', async () => {
  const house = await openHouse({ client: 'dist/client' });
  const begun = await (await house.loggedIn('nadia.shah@oakfield.example')).must('beginKey', { body: {} });
  const { page, complaints } = await aPage(await aPhone(videoOf(begun.uri)));
  await begin(page, house.origin);
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  expect(scripts.filter((url) => url.includes('decode-qr'))).toEqual([]);
  await page.getByRole('link', { name: 'Scan QR Code' }).click();

  await said(page, /is added\.$/);
  expect(await page.getByRole('article').innerText()).toContain('nadia.shah@oakfield.example');
  const shown = await shownCode(page, 'Heed (Oakfield Primary)');
  const expected = new Phone(house, begun.secret);
  expect([expected.code(-1), expected.code()]).toContain(shown);
  expect(complaints).toEqual([]);
});

test('without a camera it says so; what Heed hands over on the same phone is asked about first', async () => {
  const house = await openHouse({ client: 'dist/client' });
  const begun = await (await house.loggedIn('nadia.shah@oakfield.example')).must('beginKey', { body: {} });
  const { page } = await aPage(await aPhone());
  await begin(page, house.origin);
  await page.getByRole('link', { name: 'Scan QR Code' }).click();
  await page.getByText(/The camera is not allowed here|There is no camera/).waitFor();

  await page.goto(`${house.origin}/authenticator/#add=${encodeURIComponent(begun.uri)}`);
  await page.getByRole('heading', { name: 'Add Heed (Oakfield Primary)?' }).waitFor();
  expect(page.url()).not.toContain(begun.secret);
  await page.getByRole('button', { name: 'Add account' }).click();
  expect(await shownCode(page, 'Heed (Oakfield Primary)')).toMatch(/^\d{6}$/);
});

test('accounts are renamed, reordered and removed, go along to another phone in a file, and come once', async () => {
  const house = await openHouse({ client: 'dist/client' });
  const { page } = await aPage(await aPhone());
  await begin(page, house.origin);
  for (const [secret, service] of [
    ['JBSWY3DPEHPK3PXP', 'Oakfield'],
    ['KRSXG5BAONSWG4TFOQ', 'Riverside'],
    ['MFRGGZDFMZTWQ2LK', 'Old school'],
  ] as const) {
    await addByText(page, secret, service);
    await said(page, `${service} is added.`);
  }
  await page.getByRole('link', { name: 'Rename, reorder, remove' }).click();
  await page.getByRole('button', { name: 'Remove Old school' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await said(page, 'Old school is removed.');
  await page.getByRole('button', { name: 'Move Riverside up' }).click();
  await expect.poll(() => page.locator('li h2').allInnerTexts()).toEqual(['Riverside', 'Oakfield']);
  await page.getByRole('button', { name: 'Rename Oakfield' }).click();
  await page.getByLabel('Service').fill('Oakfield Primary');
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, 'The new name is saved.');

  await page.goto(`${house.origin}/authenticator/#move`);
  await page.getByLabel('Passphrase for the file').fill(PASSPHRASE);
  await page.getByLabel('Your PIN').fill('314159');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByText('That PIN is not right.').waitFor();
  await page.getByLabel('Your PIN').fill('271828');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await (await saved).path();

  const { page: other, complaints } = await aPage(await aPhone());
  await begin(other, house.origin);
  await addByText(other, 'KRSXG5BAONSWG4TFOQ', 'Riverside');
  await said(other, 'Riverside is added.');
  await other.getByRole('link', { name: 'Move to another phone' }).click();
  await other.getByLabel('File', { exact: true }).setInputFiles(file);
  await other.getByLabel('Passphrase of the file').fill('wet ducks in five rows');
  await other.getByRole('button', { name: 'Import' }).click();
  await other.getByText('This passphrase does not open the file').waitFor();
  await other.getByLabel('Passphrase of the file').fill(PASSPHRASE);
  await other.getByRole('button', { name: 'Import' }).click();
  await said(other, '1 account is added. 1 was here already.');
  await other.getByRole('link', { name: 'Back' }).click();
  expect(await other.locator('article h2').allInnerTexts()).toEqual(['Riverside', 'Oakfield Primary']);
  expect(complaints).toEqual([]);
});
