import { expect, test } from 'vitest';
import { fillIn, howMany, openRecord, readable, send, unlock, writeConcern } from '../journeys/deeds';
import { expectHeldOnce } from './promises';
import { aSharedTablet, JO } from './tablet-story';

const TWO_YEARS_MS = 2 * 365 * 24 * 60 * 60_000;

test('D2: the same words about two pupils, and twice about one, are as many concerns as were sent', async () => {
  const { server, context, page } = await aSharedTablet(JO);
  const words = 'No coat again.';
  await context.setOffline(true);
  await writeConcern(page, 'Jo', { pupil: 'amira', text: words });
  await send(page);
  for (const pupil of ['tomas', 'amira']) {
    await page.getByRole('link', { name: 'Record another' }).click();
    await fillIn(page, { pupil, text: words });
    await send(page);
  }
  await context.setOffline(false);
  const concerns = await expectHeldOnce(server, words, words, words);
  expect(concerns.map(({ quarantine }) => quarantine)).toEqual([null, null, null]);
  expect(new Set(concerns.map(({ lineageId }) => lineageId)).size).toBe(3);
  expect(await howMany(server, 'concern_pupils')).toBe(3);
  await page
    .getByText(/ref [0-9A-Z]{4}/i)
    .first()
    .waitFor();
});

test('D9: a session that has ended does not keep what was queued', async () => {
  const { server, context, page, staffIds } = await aSharedTablet(JO);
  const texts = ['Bruise on the shin.', 'Says it was the stairs.', 'There are no stairs at home.'];
  await context.setOffline(true);
  await unlock(page, 'Jo');
  await openRecord(page);
  for (const [at, text] of texts.entries()) {
    if (at > 0) await page.getByRole('link', { name: 'Record another' }).click();
    await fillIn(page, { pupil: 'amira', text });
    await send(page);
  }
  await server.look(({ database }) => database.write((trx) => trx('sessions').del()));
  await context.setOffline(false);
  const concerns = await expectHeldOnce(server, ...texts);
  expect(concerns.map(({ authorId }) => authorId)).toEqual(texts.map(() => staffIds.get(JO)));
  expect(concerns.map(({ quarantine }) => quarantine)).toEqual([null, null, null]);
  await page
    .getByText(/ref [0-9A-Z]{4}/i)
    .first()
    .waitFor();
  expect(await readable(page)).not.toMatch(/sign in|log in|waiting to send/i);
});

test.each([
  ['behind', -TWO_YEARS_MS],
  ['ahead', TWO_YEARS_MS],
])('D19: a tablet whose clock is two years %s is refused nothing', async (_, off) => {
  const { server, context, page, staffIds } = await aSharedTablet(JO);
  const began = new Date().toISOString();
  await context.clock.setSystemTime(Date.now() + off);
  await page.goto(`${server.origin}/lock`);
  const words = 'Fell asleep at register three days in a row.';
  await writeConcern(page, 'Jo', { pupil: 'tomas', text: words });
  await send(page);
  const [concern] = await expectHeldOnce(server, words);
  expect(concern).toMatchObject({ authorId: staffIds.get(JO), quarantine: null });
  // Order is the school's own; what the tablet believed is kept beside it.
  const { receivedAt, writtenAt } = concern!;
  expect(receivedAt >= began).toBe(true);
  expect(Math.round((Date.parse(writtenAt!) - Date.parse(receivedAt)) / TWO_YEARS_MS)).toBe(Math.sign(off));
  await page
    .getByText(/ref [0-9A-Z]{4}/i)
    .first()
    .waitFor();
  expect(await readable(page)).not.toMatch(/Draft kept|needs you/);
});
