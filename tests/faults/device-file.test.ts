import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { MAX_FILE_BYTES } from '../../protocol/files/limits';
import { openRecord, fillIn, send, unlock } from '../journeys/deeds';
import { waitFor } from '../server/house';
import { letThrough, type GateCall } from './gate';
import { aQuietTab, holdBack, letGo } from './hold-back';
import { expectHeldOnce } from './promises';
import { aSharedTablet, DELIVERY, JO } from './tablet-story';
import { WorkerHandle } from './worker';

const FIRST = 'He had marks on both wrists. His mother sent a film of it.';
const SECOND = 'She sent the film again, and I could add it now.';
const FILM = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(MAX_FILE_BYTES - 9)]);
/** A claim on a row lasts a minute (envelope.md, Delivering). */
const AFTER_THE_LEASE_MS = 61_000;

/** No chunk finds room any more, until the page is opened again. Chromium's own override changes nothing when it is headless. */
async function fillStorage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { prototype } = IDBObjectStore;
    const put = Object.getOwnPropertyDescriptor(prototype, 'put')!.value as IDBObjectStore['put'];
    prototype.put = function (row: { bytes?: ArrayBuffer }, key?: IDBValidKey) {
      if ((row.bytes?.byteLength ?? 0) > 400_000) throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, row, key);
    };
  });
}

test('D7, D13, D16: 25 MB find no room, then lose their worker, an answer and the server on their way, and arrive to the byte', async () => {
  const { server, gate, context, page } = await aSharedTablet(JO);
  const file = { name: 'film.pdf', mimeType: 'application/pdf', buffer: FILM };
  const elsewhere = await aQuietTab(context, server.origin);
  const { origin } = server;
  await unlock(page, 'Jo');
  await openRecord(page);
  await fillIn(page, { pupil: 'tomas', text: FIRST });
  await page.getByRole('button', { name: 'Add a file' }).click();
  await fillStorage(page);
  // 25 MB take their way into the browser, beside others on a busy machine.
  await page.getByLabel('Choose a file').setInputFiles(file, { timeout: 90_000 });
  await page.getByText('There is no room for film.pdf on this device. Your words are kept.').waitFor();
  await send(page);
  await expectHeldOnce(server, FIRST);

  await context.setOffline(true);
  // The page is closed below: were it in the middle of a try, a row would stay claimed for a minute.
  await holdBack(elsewhere);
  await page.goto(`${origin}/lock`);
  await unlock(page, 'Jo');
  await openRecord(page);
  await fillIn(page, { pupil: 'tomas', text: SECOND });
  await page.getByRole('button', { name: 'Add a file' }).click();
  await page.getByLabel('Choose a file').setInputFiles(file);
  await page.getByRole('button', { name: 'Remove film.pdf' }).waitFor();
  await send(page);

  // Heed is closed: its worker uploads, and is killed in the middle of it.
  let calls = 0;
  const standing: GateCall[] = [];
  gate.meet(DELIVERY, (call) => ((calls += 1) < 6 ? letThrough(call) : void standing.push(call)));
  await page.goto(`${origin}/icons.svg`);
  const worker = await WorkerHandle.of(context, page, origin);
  await context.setOffline(false);
  await letGo(elsewhere);
  worker.wake();
  await waitFor(() => standing.length > 0, 60_000);
  await worker.kill();

  // Then an answer is lost, and the server is killed with a part in its hands.
  gate.meet(DELIVERY, async (call) => {
    calls += 1;
    const cut = () => call.cut();
    if (calls === 12) return void call.ask().then(cut, cut);
    if (calls !== 18) return letThrough(call);
    void call.ask().catch(() => undefined);
    await server.kill();
    call.cut();
    await server.start();
  });
  await page.clock.setSystemTime(Date.now() + AFTER_THE_LEASE_MS);
  await page.goto(`${origin}/lock`);
  await waitFor(() => calls > 18, 60_000);
  const files = () =>
    server.look(({ database: { read } }) => read('files').select('state', 'size', 'file_id'));
  await waitFor(async () => (await files())[0]?.state === 'here', 120_000);
  expect(await files()).toMatchObject([{ state: 'here', size: MAX_FILE_BYTES }]);
  await page.getByText('waiting to send').waitFor({ state: 'detached' });
  await expectHeldOnce(server, FIRST, SECOND);
});
