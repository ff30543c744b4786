import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fillIn, readable, send, writeConcern } from '../journeys/deeds';
import { letThrough, type GateCall } from './gate';
import { expectHeldOnce } from './promises';
import { aSharedTablet, DELIVERY, JO, type TabletStory } from './tablet-story';
import { WorkerHandle } from './worker';

const TEXTS = [
  'Came in without a coat.',
  'Fell asleep in maths.',
  'Asked for food to take home.',
  'Flinched at the door.',
];

/** Four records that wait on a tablet without a network, locked. */
async function fourWaiting({ context, page }: TabletStory): Promise<void> {
  await context.setOffline(true);
  for (const [at, text] of TEXTS.entries()) {
    if (at === 0) await writeConcern(page, 'Jo', { pupil: 'amira', text });
    else {
      await page.getByRole('link', { name: 'Record another' }).click();
      await fillIn(page, { pupil: at % 2 ? 'tomas' : 'amira', text });
    }
    await send(page);
  }
  await page.getByRole('button', { name: 'Lock now' }).click();
  await page.getByText('4 records waiting to send').waitFor();
}

/** Two more tabs of the same tablet, on its lock screen. */
async function twoMoreTabs(context: BrowserContext, origin: string): Promise<Page[]> {
  const tabs = [await context.newPage(), await context.newPage()];
  for (const tab of tabs) {
    await tab.goto(`${origin}/lock`);
    await tab.getByText('4 records waiting to send').waitFor();
  }
  return tabs;
}

test('D17: three tabs and the worker empty one outbox at once, and each concern arrives once', async () => {
  const story = await aSharedTablet(JO);
  const { server, gate, context, page } = story;
  await fourWaiting(story);
  const tabs = [page, ...(await twoMoreTabs(context, server.origin))];
  const worker = await WorkerHandle.of(context, page, server.origin);
  await context.setOffline(false);
  worker.wake();
  await Promise.all(tabs.map((tab) => tab.evaluate(() => void dispatchEvent(new Event('focus')))));
  for (const tab of tabs) {
    await tab.getByText('waiting to send').waitFor({ state: 'detached' });
    expect(await readable(tab)).not.toMatch(/waiting/i);
  }
  await expectHeldOnce(server, ...TEXTS);
  // Whoever came second found the rows claimed: nothing was even sent twice.
  expect(gate.seen(DELIVERY)).toBe(1);
});

test('D17: where tabs cannot agree who sends, each concern still arrives once', async () => {
  const story = await aSharedTablet(JO);
  const { server, gate, context } = story;
  await fourWaiting(story);
  // As if this engine had no Web Locks for the outbox: every tab believes that it alone delivers.
  await context.addInitScript(() => {
    const request = navigator.locks.request.bind(navigator.locks) as (
      ...given: unknown[]
    ) => Promise<unknown>;
    const lonely = (name: string, ...given: unknown[]) =>
      name === 'heed-outbox' ? request(`${name}-${crypto.randomUUID()}`, ...given) : request(name, ...given);
    Object.defineProperty(navigator.locks, 'request', { value: lonely });
  });
  const tabs = await twoMoreTabs(context, server.origin);
  const standing: GateCall[] = [];
  gate.meet(DELIVERY, (call) => void standing.push(call));
  await context.setOffline(false);
  await Promise.all(tabs.map((tab) => tab.evaluate(() => void dispatchEvent(new Event('focus')))));
  while (standing.length === 0) await tabs[0]!.waitForTimeout(50);
  await Promise.all(tabs.map((tab) => tab.evaluate(() => void dispatchEvent(new Event('focus')))));
  gate.meet(DELIVERY, letThrough);
  for (const call of standing) await letThrough(call);
  await expectHeldOnce(server, ...TEXTS);
  for (const tab of tabs) await tab.getByText('waiting to send').waitFor({ state: 'detached' });
});
