import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openRecord, pickPupil, readable, send, unlock } from '../journeys/deeds';
import type { Gate, GateCall } from './gate';
import { expectHeldOnce } from './promises';
import { aSharedTablet, JO } from './tablet-story';

const TEXT = 'What did you see or hear?';
const BEFORE = 'He had no lunch again. ';
const DURING = 'He asked two others for theirs. ';
const AFTER = 'I gave him mine.';

/** From now on the server stands for the next release: another start page, and a worker that knows it. */
function release(gate: Gate): void {
  const change = (from: RegExp, to: string) => async (call: GateCall) => {
    const answer = await call.ask();
    const body = answer.body.toString();
    expect(body).toMatch(from);
    call.answer({ ...answer, body: Buffer.from(body.replace(from, to)) });
  };
  gate.meet('GET /index.html', change(/<head>/, '<head><meta name="release" content="next" />'));
  const revision = /"revision":"[0-9a-f]{32}","url":"index.html"/;
  gate.meet('GET /sw.js', change(revision, `"revision":"${'0'.repeat(32)}","url":"index.html"`));
}

/** When this document was loaded; another after a reload. */
async function loadedAt(page: Page): Promise<number> {
  return page.evaluate(() => performance.timeOrigin);
}

test('D6: a new Heed waits until the person agrees, and every word typed is there afterwards', async () => {
  const { server, gate, page } = await aSharedTablet(JO);
  await unlock(page, 'Jo');
  await openRecord(page);
  await pickPupil(page, 'amira');
  const loaded = await loadedAt(page);
  const area = page.getByLabel(TEXT);
  await area.focus();
  await page.keyboard.type(BEFORE, { delay: 20 });

  release(gate);
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await page.keyboard.type(DURING, { delay: 20 });
  await page.getByText('A new version of Heed is ready').waitFor();
  await area.focus();
  await page.keyboard.type(AFTER, { delay: 20 });
  expect(await loadedAt(page)).toBe(loaded);
  expect(await area.inputValue()).toBe(`${BEFORE}${DURING}${AFTER}`);

  await page.getByRole('button', { name: 'Update now' }).click();
  await page.waitForFunction((before) => performance.timeOrigin !== before, loaded);
  await page.locator('meta[name="release"][content="next"]').waitFor({ state: 'attached' });
  await unlock(page, 'Jo');
  await page.getByLabel(TEXT).waitFor();
  expect(await page.getByLabel(TEXT).inputValue()).toBe(`${BEFORE}${DURING}${AFTER}`);
  expect(await readable(page)).toContain('has not been sent');
  await page.getByRole('radio', { name: 'Not yet' }).check();
  await send(page);
  await expectHeldOnce(server, `${BEFORE}${DURING}${AFTER}`);
});
