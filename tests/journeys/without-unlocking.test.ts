import { expect, test } from 'vitest';
import { expectHeldOnce } from '../faults/promises';
import { rawVault, wordsIn } from '../faults/raw-vault';
import { aSharedTablet, JO, LEAD } from '../faults/tablet-story';
import { waitFor } from '../server/house';
import { howMany, readable } from './deeds';

const WORDS = 'A boy in a green cap was pulled into a car by the arm. He was crying.';
const CHILD = 'Green cap, about nine, Peregrine or Perry';

test('a supply teacher records at a locked tablet; it arrives as not confirmed and the lead is alerted', async () => {
  const { server, context, page, staffIds } = await aSharedTablet(JO);
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Record without unlocking' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ida Moss, supply');
  await page.getByLabel('Who is this about?').fill(CHILD);
  await page.getByLabel('What did you see or hear?').fill(WORDS);
  await page.getByRole('radio', { name: 'Not yet' }).check();
  expect(await readable(page)).toContain('it cannot be opened again');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Waiting on this tablet').first().waitFor();
  expect(await readable(page)).toContain('Nobody has been told yet');
  expect(wordsIn(await rawVault(page), [WORDS, CHILD, 'Peregrine', 'Ida Moss', 'waiting'])).toEqual([
    'waiting',
  ]);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('1 record waiting to send').waitFor();

  await context.setOffline(false);
  const [concern] = await expectHeldOnce(server, WORDS);
  expect(concern).toMatchObject({ authorId: null, quarantine: 'author-unconfirmed' });
  await page.getByText('waiting to send').waitFor({ state: 'detached' });
  expect(await readable(page)).not.toMatch(/green cap|Ida Moss/i);

  expect(await howMany(server, 'alerts', { staff_id: staffIds.get(JO)! })).toBe(0);
  expect(await howMany(server, 'alerts')).toBe(1);
  const alerting = () =>
    server.mails().filter((mail) => mail.includes(`To: ${LEAD}`) && /^Subject: .*alert/im.test(mail));
  await waitFor(() => alerting().length > 0);
  expect(alerting()).toHaveLength(1);
  expect(server.mails().join('\n')).not.toMatch(/Peregrine|green cap|Ida Moss/i);
});
