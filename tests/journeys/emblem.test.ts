import { expect, test } from 'vitest';
import { firstPage, openBrowser, phone } from './browser';
import { atTheOffice } from './office';

test('the business manager puts the school’s emblem on the log-in page; it is there without a network too, until she takes it off', async () => {
  const { house, page, complaints } = await atTheOffice('/admin/settings');
  await page.getByLabel('Choose a picture').setInputFiles('docs/pictures/record.png');
  await page.locator('img.emblem').waitFor();

  const { page: tablet } = await firstPage(await openBrowser({ viewport: phone }));
  await tablet.goto(`${house.origin}/log-in`);
  const isSeen = () =>
    tablet.waitForFunction(
      () => (document.querySelector<HTMLImageElement>('img.emblem')?.naturalWidth ?? 0) > 0,
    );
  await isSeen();
  // From now on the worker answers.
  await tablet.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await tablet.reload();
  await isSeen();
  await tablet.context().setOffline(true);
  await tablet.reload();
  await isSeen();
  await tablet.context().setOffline(false);

  await page.getByLabel('Choose another picture').setInputFiles({
    name: 'emblem.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  });
  await page.getByText('This file is no picture that Heed can use.').waitFor();
  await page.getByRole('button', { name: 'Take it off' }).click();
  await page.getByText('There is none yet.').waitFor();
  await tablet.reload();
  await tablet.getByText('Oakfield Primary').waitFor();
  expect(await tablet.locator('img.emblem').count()).toBe(0);
  expect(complaints).toEqual([]);
});
