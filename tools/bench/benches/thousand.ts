import type { Page } from 'playwright-core';
import { openCountingGate } from '../counting-gate';
import { openBareServer } from '../page/bare-server';
import { hold, type Outcome, type Turn } from '../runner/contest';
import type { Stage } from '../stage';

const CHARACTERS = 1024;

/** Everything that waits on a tablet, from the moment the network is back to the last receipt kept. */
export async function thousand(stage: Stage): Promise<Outcome[]> {
  const school = await stage.school();
  const count = stage.times(1000, 200);
  const gate = await openCountingGate(school.server.origin);
  const { context, page } = await stage.tablet(gate.origin);
  const bare = await openBareServer(stage.folder);
  const barePage = await context.newPage();
  await barePage.goto(bare.origin);
  let bodies: number[] = [];
  const heed = async (): Promise<Turn> => {
    await page.evaluate(([many, long]) => window.heedPage.queue(many, long), [count, CHARACTERS] as const);
    gate.take();
    const report = await page.evaluate(() => window.heedPage.deliver());
    if (report.received !== count || report.unsent !== 0) throw new Error('not everything was receipted');
    const requests = gate.take();
    bodies = requests.map(({ bodyBytes }) => bodyBytes);
    const bytes = requests.reduce((sum, one) => sum + one.bodyBytes + one.headBytes, 0);
    return {
      samples: [report.ms],
      took: report.ms,
      facts: { envelopes: count, requests: requests.length, bytes },
    };
  };
  const outcome = await hold({
    name: 'thousand',
    deed: `${count} queued envelopes delivered by Chromium, until the last receipt is kept`,
    floorIs: 'the same bytes in as many requests to a bare server that writes each to the disk and syncs it',
    by: 'median',
    rounds: 1,
    within: 60_000,
    heed,
    floor: () => postAll(barePage, bodies),
    settle: () => school.unsettled.wait(),
  });
  await context.close();
  await gate.close();
  await bare.close();
  return [outcome];
}

async function postAll(page: Page, bodies: readonly number[]): Promise<Turn> {
  const ms = await page.evaluate(async (lengths) => {
    const all = lengths.map((length) => new Uint8Array(length).fill(7));
    const before = performance.now();
    for (const body of all) await fetch('/', { method: 'POST', body });
    return performance.now() - before;
  }, bodies);
  return { samples: [ms], took: ms, facts: { requests: bodies.length } };
}
