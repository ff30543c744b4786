import { expect, test } from 'vitest';
import { expectHeldOnce } from '../faults/promises';
import { rawVault, wordsIn } from '../faults/raw-vault';
import { aSharedTablet, BEN, JO, LEAD } from '../faults/tablet-story';
import { howMany, readable, send, unlock } from './deeds';

const WORDS = 'He held the boy by the wrist and shouted at him.';

test('a teacher writes about a colleague with no network; it goes to the head alone, and no rule of the school sees it', async () => {
  const { server, context, page, staffIds } = await aSharedTablet(JO, BEN);
  await unlock(page, 'Jo');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'About an adult who works here' }).click();
  await page.getByRole('button', { name: 'Write it down' }).click();
  await page.getByLabel('Which adult?').fill('Hugh');
  await page.getByRole('button', { name: /Ben Hughes/ }).click();
  await page.getByText('It goes to Mrs Shah and to nobody else.').waitFor();
  await page.getByLabel('What did you see or hear?').fill(WORDS);
  await page.getByRole('radio', { name: 'Not yet' }).check();
  await page.getByText(/Draft kept on this tablet/).waitFor();
  expect(wordsIn(await rawVault(page), [WORDS, 'Ben Hughes'])).toEqual([]);
  await send(page);
  expect(await readable(page)).not.toMatch(/Hughes|wrist/);

  await context.setOffline(false);
  const [concern] = await expectHeldOnce(server, WORDS);
  expect(concern).toMatchObject({ authorId: staffIds.get(JO), quarantine: null });
  expect(await howMany(server, 'alerts')).toBe(1);
  expect(await howMany(server, 'alerts', { staff_id: staffIds.get(BEN)! })).toBe(0);
  const lead = await server.loggedIn(LEAD);
  expect((await lead.must('listInbox')).counts.toRead).toBe(1);
});
