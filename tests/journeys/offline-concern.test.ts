import { expect, test } from 'vitest';
import { ServerProcess } from '../faults/server-process';
import { waitFor } from '../server/house';
import { aProfile, firstPage, openBrowser, tablet, workerReady } from './browser';
import { sampleSchool } from './sample-school';
import { enrolTablet, howMany, logInForTheFirstTime, pickPupil, unlock } from './deeds';

const TEACHER = 'm.davisrobel@willowbank.example';
const WORDS = 'She had a bruise on her left forearm, about 3 cm, yellow-green.';

test('a concern written offline on a shared tablet arrives after the browser was closed, still locked', async () => {
  const server = await ServerProcess.withSchool(sampleSchool());
  await server.start();
  const profile = aProfile();
  const first = await openBrowser({ viewport: tablet, profile });
  const { page } = await firstPage(first);
  await logInForTheFirstTime(page, server, TEACHER);
  await enrolTablet(page, server);
  await workerReady(page);

  await first.setOffline(true);
  await page.goto(`${server.origin}/record`);
  await unlock(page, 'Megane');
  await page.waitForURL('**/record**');
  await pickPupil(page, 'joany');
  await page.getByLabel('What did you see or hear?').fill(WORDS);
  await page.getByRole('checkbox', { name: 'Physical injury' }).check();
  await page.getByRole('radio', { name: 'Not yet' }).check();
  await page.getByText(/Draft kept on this tablet/).waitFor();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Find Mrs Bergstrom now' }).waitFor();
  await page.getByText('Waiting on this tablet').first().waitFor();
  expect(await page.locator('body').innerText()).toContain('Nobody has been told yet');
  await first.close();
  expect(await howMany(server, 'envelopes')).toBe(0);

  const second = await openBrowser({ viewport: tablet, profile });
  const reopened = await firstPage(second);
  await reopened.page.goto(server.origin);
  await reopened.page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  // The browser may have been closed in the middle of a try: its lease on the record ends after a minute.
  await waitFor(async () => (await howMany(server, 'alerts')) > 0, 90_000);
  expect(await howMany(server, 'concerns', { quarantine: null })).toBe(1);
  await waitFor(() =>
    server.mails().some((mail) => /^Subject: .*alert/im.test(mail) && mail.includes('m.bergstrom@')),
  );
  expect(await reopened.page.locator('body').innerText()).not.toContain('Joany');
});
