import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readable, send, writeConcern } from '../journeys/deeds';
import { waitFor } from '../server/house';
import { aQuietTab, holdBack, letGo } from './hold-back';
import { outboxOf, untilAll } from './outbox';
import { expectHeldOnce } from './promises';
import { anOwnTablet, DELIVERY, JO } from './tablet-story';
import { WorkerHandle } from './worker';

const WORDS = 'She has worn the same clothes since Monday.';
const LATER = 'She said the washing machine was sold.';
const SECOND = 1_000;
const PROMISES_TOO_MUCH = /\breceived\b|alerted|\bref [0-9A-Z]{4}\b/i;

/** Lets the page's clock run, a little at a time, and each try come to its end before the next. */
async function pass(page: Page, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 15 * SECOND) {
    await page.clock.runFor(15 * SECOND);
    await page.evaluate(() => navigator.locks.request('heed-outbox', () => undefined));
  }
}

test('D11: a server that was away for half an hour has the record a minute after it is back', async () => {
  const { server, gate, page } = await anOwnTablet(JO);
  // The longest waits that the back-off can choose.
  await page.addInitScript(() => (Math.random = () => 0.999));
  await page.clock.install();
  await page.goto(`${server.origin}/lock`);
  await server.kill();
  await writeConcern(page, 'Jo', { pupil: 'amira', text: WORDS });
  await send(page);
  await page.getByText(/Trying again at \d\d:\d\d/).waitFor();
  expect(await readable(page)).toContain('Nobody has been told yet');

  await pass(page, 30 * 60 * SECOND);
  expect(gate.seen(DELIVERY)).toBeGreaterThan(30);
  expect(await outboxOf(page)).toMatchObject([{ state: 'waiting', digest: expect.any(String) as string }]);
  expect(await readable(page)).toMatch(/1 record waiting to send|Waiting on this tablet/);
  expect(await readable(page)).not.toMatch(PROMISES_TOO_MUCH);

  await server.start();
  await pass(page, 60 * SECOND);
  expect(await outboxOf(page)).toMatchObject([{ state: 'received' }]);
  await expectHeldOnce(server, WORDS);
  expect(await readable(page)).toMatch(/Received \d\d:\d\d, ref [0-9A-Z]{4}/);
  expect(await readable(page)).not.toMatch(/Nobody has been told|Trying again|\d waiting/);
});

test('D11: with Heed closed, the record goes at the browser’s next sync event, else when Heed is opened', async () => {
  const { server, gate, context, page } = await anOwnTablet(JO);
  const elsewhere = await aQuietTab(context, server.origin);
  const close = async () => {
    await holdBack(elsewhere);
    await page.goto(`${server.origin}/icons.svg`);
    await letGo(elsewhere);
  };
  const received = () => untilAll(page, ({ state }) => state === 'received');
  await server.kill();
  await writeConcern(page, 'Jo', { pupil: 'amira', text: WORDS });
  await send(page);
  expect(await readable(page)).toContain(
    'It sends by itself when there is Wi-Fi. To be sure, open Heed again',
  );
  await close();
  const worker = await WorkerHandle.of(context, page, server.origin);
  const asked = gate.seen(DELIVERY);
  worker.wake();
  await waitFor(() => gate.seen(DELIVERY) > asked);
  await untilAll(page, ({ leaseUntil }) => leaseUntil === 0);
  expect(await outboxOf(page)).toMatchObject([{ state: 'waiting' }]);

  await server.start();
  worker.wake();
  await received();
  await expectHeldOnce(server, WORDS);

  await server.kill();
  await page.goto(`${server.origin}/lock`);
  await writeConcern(page, 'Jo', { pupil: 'amira', text: LATER });
  await send(page);
  await close();
  await server.start();
  await page.goto(`${server.origin}/lock`);
  await received();
  await page.getByText('waiting to send').waitFor({ state: 'detached' });
  await expectHeldOnce(server, WORDS, LATER);
});
