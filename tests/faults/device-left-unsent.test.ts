import { expect, test } from 'vitest';
import { howMany, readable } from '../journeys/deeds';
import { waitFor } from '../server/house';
import { letThrough } from './gate';
import { killBrowser } from './profile';
import { draftRows } from './raw-vault';
import { aSharedTablet, JO, reopen } from './tablet-story';

const WORDS = 'He would not take his jumper off, however hot it was.';
const PARKING = 'POST /api/parked';

test('D15: a browser that is killed again and again parks what was left on it once', async () => {
  const story = await aSharedTablet(JO);
  const { server, gate, profile, page } = story;
  await page.getByRole('link', { name: 'Record without unlocking' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ida Moss, supply');
  await page.getByLabel('What did you see or hear?').fill(WORDS);
  await waitFor(async () => (await draftRows(page)).length === 1);
  await killBrowser(profile);

  // The school takes it; the answer is lost, and so is the browser.
  gate.meet(PARKING, async (call) => {
    await call.ask();
    call.cut();
  });
  const open = async () => {
    const { page: opened } = await reopen(story);
    await opened.clock.setFixedTime(Date.now() + 2 * 60_000);
    await opened.goto(`${server.origin}/lock`);
    return opened;
  };
  await open();
  await waitFor(async () => (await howMany(server, 'parked_drafts')) === 1);
  await killBrowser(profile);

  gate.meet(PARKING, letThrough);
  const asked = gate.seen(PARKING);
  const last = await open();
  await waitFor(() => gate.seen(PARKING) > asked);
  await last.getByRole('heading', { name: 'Who are you?' }).waitFor();
  expect(await readable(last)).not.toMatch(/jumper|Ida Moss|waiting to send/);
  expect(await howMany(server, 'parked_drafts')).toBe(1);
  expect(await howMany(server, 'envelopes', { kind: 'parked' })).toBe(1);
  expect(await howMany(server, 'concerns')).toBe(0);
});
