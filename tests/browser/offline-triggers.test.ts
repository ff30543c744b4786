import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { flushOutbox } from '../../offline/delivery/flush';
import { LEASE_MS } from '../../offline/outbox/policy';
import { changeRows, countUnsent } from '../../offline/outbox/store';
import { noteUnreached, watchConnectivity, type Connectivity } from '../../client/contexts/connectivity';
import { watchOutbox, type OutboxView } from '../../client/contexts/outbox';
import { setUnlocked } from '../../client/contexts/unlocked';
import { deliverNow, startDelivering } from '../../client/sealing/keep-delivering';
import type { Unlocked } from '../../client/unlock/unlocked';
import { School } from '../offline/school';
import { aPersonOn, aTablet, emptyOutbox, send, toolsOf } from '../offline/tablet';

const realTimeout = globalThis.setTimeout.bind(globalThis);
const settle = (ms = 25) => new Promise((resolve) => realTimeout(resolve, ms));
let school: School;
let jo: Unlocked;
let stop: () => void = () => undefined;

beforeAll(async () => {
  school = await School.open();
  await aTablet(school);
  jo = await aPersonOn(school, 'Jo Price');
});

beforeEach(async () => {
  await emptyOutbox();
  school.forget();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** Until it holds, or the test's own time is over. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await settle();
}
const nothingWaits = async () => (await countUnsent()) === 0;

/** Lets the page's clock run, a step at a time, with room for the vault in between. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 5_000) {
    await vi.advanceTimersByTimeAsync(5_000);
    await settle();
  }
}

it('delivers at start what an earlier visit left, held rows too', async () => {
  const id = await send(jo, 'yesterday');
  school.refuse.set(id, 'malformed');
  stop = startDelivering(toolsOf(school));
  await until(async () => school.deliveries.length === 1);
  stop();
  school.refuse.clear();
  await settle();
  stop = startDelivering(toolsOf(school));
  await until(nothingWaits);
});

it('still tries held rows at its start when another tab was just at it, and somebody unlocks meanwhile', async () => {
  const id = await send(jo, 'yesterday');
  await changeRows([id], (row) => ({ ...row, state: 'held', nextTryAt: Date.now() + 60 * 60_000 }));
  await navigator.locks.request('heed-outbox', async () => {
    stop = startDelivering(toolsOf(school));
    setUnlocked(jo);
    await settle(200);
  });
  await until(nothingWaits);
});

it('delivers after Send, and after unlocking, by itself', async () => {
  stop = startDelivering(toolsOf(school));
  await settle();
  await send(jo, 'now');
  await until(nothingWaits);
  stop();
  setUnlocked(null);
  await send(jo, 'while nothing runs');
  expect(await countUnsent()).toBe(1);
  stop = startDelivering(toolsOf(school));
  setUnlocked(jo);
  await until(nothingWaits);
});

it.each(['pageshow', 'focus'])('delivers when the page hears %s', async (type) => {
  stop = startDelivering(toolsOf(school));
  await settle(200);
  await send(jo, 'unheard');
  dispatchEvent(new Event(type));
  await until(nothingWaits);
});

it(
  'is back within 60 seconds after a school that was down for half an hour',
  { timeout: 120_000 },
  async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    let requests = 0;
    school.gate = () => {
      requests += 1;
      return new Response(null, { status: 503 });
    };
    await send(jo, 'waits half an hour');
    stop = startDelivering({ ...toolsOf(school), random: () => 1 });
    await pass(30 * 60_000);
    expect(await countUnsent()).toBe(1);
    expect(requests).toBeGreaterThan(30);
    expect(requests).toBeLessThan(100);
    school.gate = null;
    await pass(60_000);
    expect(await countUnsent()).toBe(0);
  },
);

it('sends what a killed worker had taken as soon as its lease ends, not a whole wait later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const id = await send(jo, 'the worker was killed');
  await changeRows([id], (row) => ({ ...row, leaseUntil: Date.now() + LEASE_MS }));
  stop = startDelivering(toolsOf(school));
  await pass(55_000);
  expect(school.deliveries).toHaveLength(0);
  await pass(10_000);
  await until(nothingWaits);
});

it('says the truth about what waits and whether the school was reached', async () => {
  const views: OutboxView[] = [];
  const heard: Connectivity[] = [];
  const stopOutbox = watchOutbox((view) => views.push(view));
  const stopConnectivity = watchConnectivity((connectivity) => heard.push(connectivity));
  school.gate = () => Promise.reject(new TypeError('Failed to fetch'));
  await send(jo, 'one');
  stop = startDelivering(toolsOf(school));
  await until(async () => views.at(-1)?.unsent === 1 && views.at(-1)?.tryingAgainAt !== null);
  expect(heard.at(-1)).toBe('unreached');
  school.gate = null;
  await deliverNow();
  await until(async () => views.at(-1)?.unsent === 0);
  expect(heard.at(-1)).toBe('reached');
  expect(views.at(-1)).toMatchObject({ delivering: false, tryingAgainAt: null, oldestAt: null });
  stopOutbox();
  stopConnectivity();
});

it('knows that the school was reached when the worker has delivered, though this page asked nothing', async () => {
  const heard: Connectivity[] = [];
  const views: OutboxView[] = [];
  await send(jo, 'one');
  const stopOutbox = watchOutbox((view) => views.push(view));
  await until(async () => views.at(-1)?.unsent === 1);
  noteUnreached();
  const stopConnectivity = watchConnectivity((connectivity) => heard.push(connectivity));
  await flushOutbox(toolsOf(school));
  await until(async () => heard.at(-1) === 'reached');
  expect(heard).toEqual(['unreached', 'reached']);
  stopOutbox();
  stopConnectivity();
});
