import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { firstPage, openBrowser, workerReady } from '../journeys/browser';
import { readable } from '../journeys/deeds';
import { letThrough, type GateCall } from './gate';
import { aSchoolBehindAGate } from './tablet-story';

test('a page that was still loading when the worker took its place goes on without a network', async () => {
  const { gate } = await aSchoolBehindAGate();
  const standing: GateCall[] = [];
  for (const name of ['GET /sw.js', 'GET /forgot']) gate.meet(name, (call) => void standing.push(call));
  const context = await openBrowser();
  const { page } = await firstPage(context);
  const other = await context.newPage();
  await other.goto(`${gate.origin}/log-in`);
  while (gate.seen('GET /sw.js') === 0) await pause(50);
  const going = page.goto(`${gate.origin}/forgot`);
  while (gate.seen('GET /forgot') === 0) await pause(50);
  gate.meet('GET /sw.js', letThrough);
  for (const call of standing.filter(({ name }) => name === 'GET /sw.js')) await letThrough(call);
  await workerReady(other);
  await letThrough(standing.find(({ name }) => name === 'GET /forgot')!);
  await going;

  await workerReady(page);
  await context.setOffline(true);
  await page.evaluate(() => {
    history.pushState(null, '', '/help');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await page.getByRole('heading', { name: 'Help' }).first().waitFor();
  expect(await readable(page)).not.toContain('could not be loaded');
});
