import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectHeldOnce } from '../faults/promises';
import { draftRows } from '../faults/raw-vault';
import { aSharedTablet, JO, LEAD } from '../faults/tablet-story';
import type { ServerProcess } from '../faults/server-process';
import { waitFor } from '../server/house';
import { firstPage, openBrowser, tablet } from './browser';
import { enrolTablet, fillIn, howMany, lock, logIn, openRecord, readable, send, unlock } from './deeds';

const WORDS = 'She said that she does not want to go home, and asked me not to tell.';
const MINUTE = 60_000;

/** Time passes while Heed lies there; then somebody opens it again. */
async function later(page: Page, server: ServerProcess, minutes: number): Promise<void> {
  await page.clock.setFixedTime(Date.now() + minutes * MINUTE);
  await page.goto(`${server.origin}/lock`);
}

/** The screen goes dark, and somebody takes the tablet up again when it is due to lock. */
async function turnAway(page: Page): Promise<void> {
  const become = (state: string) =>
    page.evaluate((visibilityState) => {
      Object.defineProperty(document, 'visibilityState', { value: visibilityState, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await become('hidden');
  await page.clock.setFixedTime(Date.now() + MINUTE);
  await become('visible');
}

const drafts = (server: ServerProcess, where: object = {}) => howMany(server, 'parked_drafts', where);

test('left for half an hour on the tablet, a record is gone on with on another device, and sent once', async () => {
  const { server, page } = await aSharedTablet(JO);
  await unlock(page, 'Jo');
  await openRecord(page);
  await fillIn(page, { pupil: 'amira', text: WORDS });
  await lock(page);
  await later(page, server, 20);
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  expect(await drafts(server)).toBe(0);
  await later(page, server, 31);
  await waitFor(
    async () => (await drafts(server, { known_revision: null })) === 0 && (await drafts(server)) === 1,
  );
  const mailed = () => server.mails().filter((mail) => mail.includes('was not sent'));
  await waitFor(() => mailed().length > 0);
  expect(mailed().join('\n')).not.toMatch(/Amira|go home/);
  // On the tablet itself it is simply the draft that it was.
  await unlock(page, 'Jo');
  await page.getByText('Not sent yet').first().waitFor();
  expect(await readable(page)).not.toContain('You began a record');

  const other = await openBrowser({ viewport: tablet });
  const { page: phone } = await firstPage(other);
  await logIn(phone, server, JO);
  await phone.goto(server.origin);
  await phone.getByText(/You began a record today, .*, on Playground tablet 2. It was not sent./).waitFor();
  await phone.getByRole('link', { name: 'Set up this tablet' }).click();
  await enrolTablet(phone, server, { name: 'Jo’s tablet', shared: false });
  await phone.goto(`${server.origin}/lock`);
  await unlock(phone, 'Jo');
  await logIn(phone, server, JO);
  await phone.goto(server.origin);
  await unlock(phone, 'Jo');
  await phone.getByRole('button', { name: 'Go on writing' }).click();
  await phone.waitForURL('**/record/*');
  expect(await phone.getByLabel('What did you see or hear?').inputValue()).toBe(WORDS);
  await send(phone);
  await expectHeldOnce(server, WORDS);
  expect(await drafts(server, { ended_by: 'concern' })).toBe(1);
  // That it was left, and that a log-in opened it.
  await waitFor(() => mailed().length > 1);
  expect(mailed()).toHaveLength(2);
});

test('begun without unlocking and left, a record is never shown there again, and the leads hear of it', async () => {
  const { server, page } = await aSharedTablet(JO);
  await page.getByRole('link', { name: 'Record without unlocking' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ida Moss, supply');
  await page.getByLabel('What did you see or hear?').fill(WORDS);
  await waitFor(async () => (await draftRows(page)).length === 1);
  // Long enough for the form to close by itself, and for a tablet that woke up to look.
  await later(page, server, 3);
  await waitFor(async () => (await drafts(server, { known_revision: null })) === 0);
  await waitFor(async () => (await drafts(server)) === 1);
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  expect(await readable(page)).not.toMatch(/go home|Ida Moss|waiting to send/);

  const desk = await openBrowser();
  const { page: lead } = await firstPage(desk);
  await server.loggedIn(LEAD);
  await logIn(lead, server, LEAD);
  await lead.goto(server.origin);
  await lead.getByText('1 record was begun and not sent').waitFor();
  expect(await readable(lead)).not.toMatch(/go home|Ida Moss/);
});

test('turned away from the question about a draft, it locks: the question goes too, and nobody else deletes the draft', async () => {
  const { page } = await aSharedTablet(JO);
  await unlock(page, 'Jo');
  await openRecord(page);
  await fillIn(page, { pupil: 'amira', text: WORDS });
  await page.getByRole('button', { name: 'Delete this draft' }).click();
  const question = page.locator('heed-confirm-dialog');
  await question.getByText('Nobody will see it.').waitFor();
  await turnAway(page);
  await page.waitForURL('**/lock');
  await question.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  expect(await draftRows(page)).toHaveLength(1);
  await unlock(page, 'Jo');
  await page.getByText('Not sent yet').first().waitFor();
});
