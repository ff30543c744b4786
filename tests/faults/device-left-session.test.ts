import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fillIn, howMany, lock, openRecord, PASSWORD, readable, unlock } from '../journeys/deeds';
import { aSharedTablet, BEN, JO, reopen, type TabletStory } from './tablet-story';

const WORDS = 'Says he sleeps on the sofa since Sunday.';
/** Calls that go without the session's cookie: deliveries, progress, what a device or an author signs. */
const WITHOUT_COOKIE = /envelopes|progress|author|bundle/;

const sessionCalls = ({ gate }: TabletStory, since: number) =>
  gate.calls.slice(since).filter((name) => name.includes(' /api/') && !WITHOUT_COOKIE.test(name));

/** Running sessions in the school's database; the people of a story have some elsewhere as well. */
const running = ({ server }: TabletStory) => howMany(server, 'sessions', { ended_at: null });

const untilRunning = (story: TabletStory, count: number) =>
  expect.poll(() => running(story), { interval: 500, timeout: 60_000 }).toBe(count);

/** Jo unlocks and logs in with her password as well: now the tablet has a session of hers. */
async function joLogsIn(page: Page): Promise<void> {
  await unlock(page, 'Jo');
  await page.getByRole('link', { name: 'Log in', exact: true }).click();
  await page.getByLabel('School e-mail address').fill(JO);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

test('A locks offline, B unlocks, the network returns: A’s session ends first, and A’s draft waits for A', async () => {
  const story = await aSharedTablet(JO, BEN);
  const { server, context, page } = story;
  await joLogsIn(page);
  await openRecord(page);
  await fillIn(page, { pupil: 'amira', text: WORDS });
  // The draft has an address of its own once it is kept.
  await page.waitForURL((url) => url.pathname.startsWith('/record/'));
  const draft = new URL(page.url()).pathname;
  await context.setOffline(true);
  await lock(page);
  const withJo = await running(story);

  await unlock(page, 'Ben');
  expect(new URL(page.url()).pathname).toBe('/');
  const since = story.gate.calls.length;
  await context.setOffline(false);
  await untilRunning(story, withJo - 1);
  await page.getByText('Ben Hughes').first().waitFor();
  expect(sessionCalls(story, since)[0]).toBe('POST /api/log-out');
  // Ben was never in anybody’s way: he stays where he is, and nothing of Jo stands there.
  expect(new URL(page.url()).pathname).toBe('/');
  expect(await readable(page)).not.toMatch(/Jo Price|sofa|Somebody else/);

  // Back, by hand, opens nothing either.
  await page.goto(`${server.origin}${draft}`);
  await unlock(page, 'Ben');
  expect(new URL(page.url()).pathname).toBe('/');
  await page.goto(`${server.origin}${draft}`);
  await unlock(page, 'Jo');
  expect(new URL(page.url()).pathname).toBe(draft);
  await expect.poll(() => page.getByLabel('What did you see or hear?').inputValue()).toBe(WORDS);
});

test('a tablet that died with a session in it shows the next person nothing of it, and ends it', async () => {
  const story = await aSharedTablet(JO, BEN);
  await joLogsIn(story.page);
  await story.context.close();
  const withJo = await running(story);

  const { context, page } = await reopen(story);
  await context.setOffline(true);
  await page.goto(`${story.server.origin}/alerts`);
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await unlock(page, 'Ben');
  await page.goto(`${story.server.origin}/lock`);
  await unlock(page, 'Ben');
  expect(await readable(page)).not.toContain('Jo Price');

  await context.setOffline(false);
  await untilRunning(story, withJo - 1);
  expect(await readable(page)).not.toContain('Jo Price');
});
