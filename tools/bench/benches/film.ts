import type { Page } from 'playwright-core';
import { CHUNK_BYTES, MAX_FILE_BYTES } from '../../../protocol/files/limits';
import { openCountingGate, type CountedRequest } from '../counting-gate';
import { openBareServer } from '../page/bare-server';
import { slowDown } from '../page/slow-network';
import { holdOnce, type Outcome, type Turn } from '../runner/contest';
import type { Stage } from '../stage';

/** The floor sends so many chunks: at this speed each takes nine seconds, and they are all alike. */
const FLOOR_CHUNKS = 4;

/**
 * The largest file from the device to the school at slow 4G: sealed, sent after its words, chunk by chunk, until the last
 * receipt is kept. Compared by chunks per second.
 */
export async function film(stage: Stage): Promise<Outcome[]> {
  const school = await stage.school();
  const bytes = stage.times(MAX_FILE_BYTES, 2 * CHUNK_BYTES);
  const gate = await openCountingGate(school.server.origin);
  const { context, page } = await stage.tablet(gate.origin);
  const bare = await openBareServer(stage.folder);
  const barePage = await context.newPage();
  await barePage.goto(bare.origin);
  const outcome = await holdOnce({
    name: 'film',
    deed: `a record with a file of ${(bytes / 1e6).toLocaleString('en-GB')} MB at slow 4G, from "Send" to the last receipt kept`,
    floorIs: 'bodies of the size of a chunk, one after another, to a bare server that syncs each, at slow 4G',
    by: 'rate',
    heed: () => sendFilm(page, bytes, () => gate.take()),
    floor: () => postChunks(barePage, stage.times(FLOOR_CHUNKS, 1)),
    settle: () => school.unsettled.wait(),
  });
  await context.close();
  await gate.close();
  await bare.close();
  return [outcome];
}

async function sendFilm(page: Page, bytes: number, counted: () => CountedRequest[]): Promise<Turn> {
  const sealMs = await page.evaluate((size) => window.heedPage.sendFilm(size), bytes);
  counted();
  const fast = await slowDown(page);
  const report = await page.evaluate(() => window.heedPage.deliver());
  await fast();
  const requests = counted();
  if (report.unsent !== 0 || report.refused !== 0) throw new Error('not everything was receipted');
  const sent = requests.reduce((sum, one) => sum + one.bodyBytes + one.headBytes, 0);
  const chunks = Math.ceil(bytes / CHUNK_BYTES);
  const samples = Array.from({ length: chunks }, () => report.ms / chunks);
  const facts = {
    'ms in all': Math.round(report.ms),
    'ms sealing': Math.round(sealMs),
    requests: requests.length,
    bytes: sent,
  };
  return { samples, took: report.ms, facts };
}

async function postChunks(page: Page, count: number): Promise<Turn> {
  const fast = await slowDown(page);
  const samples = await page.evaluate(
    async ([times, size]) => {
      const body = new Uint8Array(size);
      const took: number[] = [];
      for (let sent = 0; sent < times; sent += 1) {
        const before = performance.now();
        await fetch('/', { method: 'POST', body });
        took.push(performance.now() - before);
      }
      return took;
    },
    [count, CHUNK_BYTES] as const,
  );
  await fast();
  return { samples, took: samples.reduce((sum, ms) => sum + ms, 0), facts: { requests: count } };
}
