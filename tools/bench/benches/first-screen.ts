import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { SLOW_4G } from '../page/slow-network';
import { hold, type Contest, type Outcome, type Turn } from '../runner/contest';
import type { Stage } from '../stage';

/** A screen and the control in it that a person needs. */
export interface Screen {
  readonly path: string;
  /** the form is usable once this can be seen and is not disabled */
  readonly selector: string;
}

export const RECORD: Screen = { path: '/record?unlocked=no', selector: 'heed-record-screen textarea' };

const CPU_SLOWER = 4;
const USABLE_WITHIN_MS = 60_000;

/** Time to a usable record form on a slow tablet and a slow network: the first time, and from the worker. */
export async function firstScreen(stage: Stage): Promise<Outcome[]> {
  const floor = await openBarePage();
  stage.onClose(floor.close);
  const contest = (name: string, deed: string, heed: () => Promise<Turn>): Contest => ({
    name,
    deed,
    floorIs: 'a page of one text field and no script, from a bare server, under the same conditions',
    by: 'median',
    rounds: stage.times(2, 1),
    within: 45_000,
    heed,
    floor: async () => {
      const context = await stage.profile();
      const turn = await openSlowly(context, floor.origin, { path: '/', selector: 'textarea' });
      await context.close();
      return turn;
    },
  });
  const cold = await hold(
    contest('first-screen-cold', 'the record form usable, nothing cached', () => openCold(stage)),
  );
  const kept = await hold(
    contest('first-screen-kept', 'the record form usable, from the worker', () => openKept(stage)),
  );
  return [cold, kept];
}

async function openCold(stage: Stage): Promise<Turn> {
  const school = await stage.school();
  const { context, page } = await stage.tablet();
  await page.close();
  const turn = await openSlowly(context, school.server.origin, RECORD);
  await context.close();
  return turn;
}

async function openKept(stage: Stage): Promise<Turn> {
  const school = await stage.school();
  const { context, page } = await stage.tablet();
  await page.goto(school.server.origin + RECORD.path);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.close();
  const turn = await openSlowly(context, school.server.origin, RECORD);
  await context.close();
  return turn;
}

async function openSlowly(context: BrowserContext, origin: string, screen: Screen): Promise<Turn> {
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  const traffic = await countTraffic(devTools);
  await devTools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
  await page.goto(origin + screen.path, { waitUntil: 'commit' });
  const ms = await usableAfter(page, screen.selector);
  return { samples: [ms], took: ms, facts: traffic() };
}

/** Milliseconds from the navigation to the first frame in which a person can type into it. */
async function usableAfter(page: Page, selector: string): Promise<number> {
  const found = await page.waitForFunction(
    (wanted) => {
      const field = document.querySelector(wanted);
      const usable = field instanceof HTMLElement && !field.matches(':disabled') && field.checkVisibility();
      return usable ? performance.now() : false;
    },
    selector,
    { timeout: USABLE_WITHIN_MS, polling: 'raf' },
  );
  return Number(await found.jsonValue());
}

/** Counts what came over the network, not from a cache or the worker. */
async function countTraffic(devTools: CDPSession): Promise<() => Record<string, number>> {
  const scripts = new Set<string>();
  const kept = new Set<string>();
  let requests = 0;
  let scriptBytes = 0;
  devTools.on('Network.responseReceived', ({ requestId, response, type }) => {
    if (response.fromServiceWorker || response.fromDiskCache) kept.add(requestId);
    else requests += 1;
    if (type === 'Script' && !kept.has(requestId)) scripts.add(requestId);
  });
  devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await devTools.send('Network.enable');
  return () => ({ requests, 'script bytes (brotli, with headers)': scriptBytes });
}

async function openBarePage(): Promise<{ origin: string; close: () => Promise<void> }> {
  const html = '<!doctype html><meta charset="utf-8"><title>Floor</title><textarea></textarea>';
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
