import { expect, test } from 'vitest';
import { readable, send, writeConcern } from '../journeys/deeds';
import { letThrough, type GateCall } from './gate';
import { aQuietTab, holdBack, letGo } from './hold-back';
import { expectHeldOnce, whatTheSchoolHolds } from './promises';
import { aSharedTablet, DELIVERY, JO } from './tablet-story';
import { waitFor } from '../server/house';
import { WorkerHandle } from './worker';

const WORDS = 'Two men shouted his name at the gate. He ran to the other door.';
/** A claim on a row lasts a minute: after it whoever delivers next may take the row (envelope.md, Delivering). */
const AFTER_THE_LEASE_MS = 61_000;

test('D16: the worker is killed while it uploads with Heed closed, and the concern arrives once', async () => {
  const { server, gate, context, page } = await aSharedTablet(JO);
  const elsewhere = await aQuietTab(context, server.origin);
  await context.setOffline(true);
  // The page is closed below: were it in the middle of a try, the row would stay claimed for a minute.
  await holdBack(elsewhere);
  await writeConcern(page, 'Jo', { pupil: 'tomas', text: WORDS });
  await send(page);
  const standing: GateCall[] = [];
  gate.meet(DELIVERY, (call) => void standing.push(call));

  // Heed is closed; nothing but its worker is left when the network comes back.
  await page.goto(`${server.origin}/icons.svg`);
  const worker = await WorkerHandle.of(context, page, server.origin);
  await context.setOffline(false);
  await letGo(elsewhere);
  worker.wake();
  await waitFor(() => standing.length > 0, 60_000);
  await worker.kill();
  expect(await whatTheSchoolHolds(server)).toMatchObject({ concerns: [], envelopes: 0 });

  gate.meet(DELIVERY, letThrough);
  await page.clock.setSystemTime(Date.now() + AFTER_THE_LEASE_MS);
  await page.goto(`${server.origin}/lock`);
  await expectHeldOnce(server, WORDS);
  await page.getByText('waiting to send').waitFor({ state: 'detached' });
  // What was on its way when the worker died comes in late: it is known already.
  for (const call of standing) await Promise.resolve(letThrough(call)).catch(() => undefined);
  await expectHeldOnce(server, WORDS);
  expect(await readable(page)).not.toContain('shouted');
});
