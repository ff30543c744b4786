import { createHash } from 'node:crypto';
import type { Page, Worker } from 'playwright-core';
import { expect, test } from 'vitest';
import { MAX_REQUEST_BYTES, parseRequest } from '../../protocol/envelope/request';
import { pickPupil, readable, send, writeConcern } from '../journeys/deeds';
import { waitFor } from '../server/house';
import type { Gate } from './gate';
import { aQuietTab, holdBack, letGo } from './hold-back';
import { outboxOf, untilAll } from './outbox';
import { expectHeldOnce } from './promises';
import type { ServerProcess } from './server-process';
import { anOwnTablet, DELIVERY, JO } from './tablet-story';
import { WorkerHandle } from './worker';

/** What a carer said, taken down in Bengali: three bytes a letter, nearly as much as one record may hold. */
const SAID = 'সে বলেছে সে বাড়ি যেতে ভয় পায়। '.repeat(545);
/** So many of them are more than one request may carry. */
const COUNT = 19;
const texts = Array.from({ length: COUNT }, (_, at) => `${String(at + 1)}. ${SAID}`.trim());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url');

async function writeAll(page: Page): Promise<void> {
  for (const [at, text] of texts.entries()) {
    if (at === 0) await writeConcern(page, 'Jo', { pupil: 'amira', text });
    else {
      await page.getByRole('link', { name: 'Record another' }).click();
      await pickPupil(page, 'amira');
      await page.getByLabel('What did you see or hear?').fill(text);
      await page.getByRole('radio', { name: 'Not yet' }).check();
    }
    await send(page);
  }
}

/** Until it is killed this worker waits for its turn to deliver for ever. */
async function leaveItToThePage(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    Object.assign(LockManager.prototype, { request: () => new Promise(() => undefined) });
  });
}

/**
 * Lets deliveries through to the server.
 * @param answers whether the school's answers find their way back
 * @returns the bodies, as they came off the network
 */
function overhear(gate: Gate, answers: 'arrive' | 'are lost'): Buffer[] {
  const bodies: Buffer[] = [];
  gate.meet(DELIVERY, async (call) => {
    const answer = await call.ask();
    bodies.push(await call.carried());
    if (answers === 'arrive') call.answer(answer);
    else call.cut();
  });
  return bodies;
}

const digestsIn = (bodies: readonly Buffer[]) =>
  bodies.flatMap((body) => parseRequest(body).envelopes.map(sha256));

async function digestsAtSchool(server: ServerProcess): Promise<string[]> {
  const rows = await server.look(({ database }) =>
    database.read('envelopes').select<{ sha256: string; raw: Buffer }[]>('sha256', 'raw'),
  );
  for (const row of rows) expect(sha256(row.raw)).toBe(row.sha256);
  return rows.map((row) => row.sha256);
}

test('D7: the school receives the very bytes that the tablet keeps, from the page and from the worker', async () => {
  const { server, gate, context, page } = await anOwnTablet(JO);
  const elsewhere = await aQuietTab(context, server.origin);
  await context.setOffline(true);
  await writeAll(page);
  const kept = await outboxOf(page);
  expect(kept).toHaveLength(COUNT);
  for (const row of kept) expect(row.digestNow).toBe(row.digest);
  const digests = kept.map(({ digest }) => digest);

  await leaveItToThePage(context.serviceWorkers().at(-1)!);
  const byPage = overhear(gate, 'are lost');
  await context.setOffline(false);
  await waitFor(() => new Set(digestsIn(byPage)).size === COUNT, 60_000);
  expect(byPage[0]!.length).toBeGreaterThan(MAX_REQUEST_BYTES * 0.9);
  expect(new Set(digestsIn(byPage))).toEqual(new Set(digests));
  expect(new Set(await digestsAtSchool(server))).toEqual(new Set(digests));

  // Heed is closed; its worker sends the same again.
  await holdBack(elsewhere);
  await page.goto(`${server.origin}/icons.svg`);
  const byWorker = overhear(gate, 'arrive');
  const worker = await WorkerHandle.of(context, page, server.origin);
  await worker.kill();
  await letGo(elsewhere);
  worker.wake();
  await waitFor(() => new Set(digestsIn(byWorker)).size === COUNT, 60_000);
  expect(byWorker[0]!.length).toBeGreaterThan(MAX_REQUEST_BYTES * 0.9);
  expect(new Set(digestsIn(byWorker))).toEqual(new Set(digests));
  await untilAll(page, ({ state }) => state === 'received');

  await page.goto(`${server.origin}/lock`);
  await page.getByRole('radio', { name: /Jo/ }).waitFor();
  expect(await readable(page)).not.toContain('waiting to send');
  await expectHeldOnce(server, ...texts);
});
