import type { Worker } from 'playwright-core';
import { expect, test } from 'vitest';
import { send, writeConcern } from '../journeys/deeds';
import { letThrough, type Gate, type GateCall } from './gate';
import { aQuietTab, holdBack, letGo } from './hold-back';
import { outboxOf, untilAll } from './outbox';
import { expectHeldOnce, whatTheSchoolHolds } from './promises';
import { aSharedTablet, DELIVERY, JO } from './tablet-story';
import { WorkerHandle } from './worker';

/** A claim on a row lasts a minute (envelope.md, Delivering). */
const AFTER_THE_LEASE_MS = 61_000;

/** Where the worker is stopped, and how many records the school holds by then. */
interface Point {
  readonly name: string;
  readonly schoolHas: number;
  /** Makes the delivery stand still there. @returns a promise that resolves once it does */
  readonly standStill: (worker: Worker, gate: Gate) => Promise<{ reached: Promise<unknown> }>;
}

/** From now on this method of the worker's own world never comes back. */
const inWorker =
  (what: 'lock' | 'fetch' | 'verify') =>
  async (worker: Worker): Promise<{ reached: Promise<unknown> }> => {
    await worker.evaluate((name) => {
      const world = globalThis as unknown as { reached: Promise<void>; fetch: unknown };
      world.reached = new Promise((resolve) => {
        const never = () => {
          resolve();
          return new Promise(() => undefined);
        };
        if (name === 'lock') Object.assign(LockManager.prototype, { request: never });
        if (name === 'fetch') world.fetch = never;
        if (name === 'verify') Object.assign(SubtleCrypto.prototype, { verify: never });
      });
    }, what);
    const reached = worker.evaluate(() => (globalThis as unknown as { reached: Promise<void> }).reached);
    return { reached };
  };

/** The delivery stands at the gate: before the school has heard of it, or when it has it and the answer is not out. */
const atGate = (heard: boolean) => async (_worker: Worker, gate: Gate) => {
  const reached = new Promise<GateCall>((resolve) =>
    gate.meet(DELIVERY, async (call) => {
      await (heard ? call.ask() : call.carried());
      resolve(call);
    }),
  );
  return { reached };
};

const points: Point[] = [
  { name: 'before it claims', schoolHas: 0, standStill: inWorker('lock') },
  { name: 'before its request leaves', schoolHas: 0, standStill: inWorker('fetch') },
  { name: 'before the school hears it', schoolHas: 0, standStill: atGate(false) },
  { name: 'before the answer comes', schoolHas: 1, standStill: atGate(true) },
  { name: 'before the receipt is kept', schoolHas: 2, standStill: inWorker('verify') },
];
const words = ({ name }: Point) => `Nobody came for her at three. (${name})`;
const waiting = (count: number) => (count === 1 ? '1 record waiting' : `${String(count)} records waiting`);

test('D8: the worker is stopped at five points of a delivery, and no record is let go or told twice', async () => {
  const { server, gate, context, page } = await aSharedTablet(JO);
  const elsewhere = await aQuietTab(context, server.origin);
  for (const [at, point] of points.entries()) {
    await holdBack(elsewhere);
    await page.goto(`${server.origin}/lock`);
    if (at > 0) await page.getByText(waiting(at)).waitFor();
    await writeConcern(page, 'Jo', { pupil: 'tomas', text: words(point) });
    await send(page);

    // Heed is closed; nothing but its worker is left to deliver.
    await page.goto(`${server.origin}/icons.svg`);
    const { reached } = await point.standStill(context.serviceWorkers().at(-1)!, gate);
    const handle = await WorkerHandle.of(context, page, server.origin);
    await letGo(elsewhere);
    handle.wake();
    await reached;
    await handle.kill();
    gate.meet(DELIVERY, letThrough);
    expect((await outboxOf(page)).map(({ state }) => state)).toEqual(Array(at + 1).fill('waiting'));
    expect((await whatTheSchoolHolds(server)).envelopes).toBe(point.schoolHas);
  }

  await page.clock.setSystemTime(Date.now() + AFTER_THE_LEASE_MS);
  await page.goto(`${server.origin}/lock`);
  await untilAll(page, ({ state }) => state === 'received');
  await page.getByText('waiting to send').waitFor({ state: 'detached' });
  await expectHeldOnce(server, ...points.map(words));
});
