import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readable, send, unlock, writeConcern } from '../journeys/deeds';
import { waitFor } from '../server/house';
import { expectHeldOnce } from './promises';
import { untilDraftsRest } from './raw-vault';
import { anOwnTablet, JO } from './tablet-story';

const PARTS = [
  'He came in late. ',
  'He said the police were at his house. ',
  'His sister is with an aunt. ',
  'I told him he did right.',
] as const;
const TEXT = 'What did you see or hear?';

/** Lets a test close what the page has opened, as engines do to pages that were in the background. */
async function noteConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB);
    const connections: IDBDatabase[] = [];
    IDBFactory.prototype.open = (...given) => {
      const request = open(...given);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    };
    const closeAll = () => connections.splice(0).map((connection) => connection.close()).length;
    Object.assign(globalThis, { closeAll });
  });
}

/** @returns how many connections the page had */
async function closeConnections(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { closeAll: () => number }).closeAll());
}

/** How often the one draft on this device was saved; asked from another tab, so nothing of the page is touched. */
async function savesOf(tab: Page): Promise<number> {
  return tab.evaluate(async () => {
    const wait = <T>(request: IDBRequest): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result as T);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB could not be read'));
      });
    const database = await wait<IDBDatabase>(indexedDB.open('heed-vault'));
    const rows = await wait<{ revision: number }[]>(
      database.transaction('drafts').objectStore('drafts').getAll(),
    );
    database.close();
    return rows.length === 1 ? rows[0]!.revision : NaN;
  });
}

/** Types on, and waits until that lies in the storage. */
async function typeAndKeep(page: Page, other: Page, part: string): Promise<void> {
  const before = await savesOf(other);
  await page.getByLabel(TEXT).press('Control+End');
  await page.keyboard.type(part);
  await waitFor(async () => (await savesOf(other)) > before && (await readable(page)).includes('Draft kept'));
  // A slow machine saves in the middle of typing as well: what counts is the save after the last key.
  await untilDraftsRest(other);
  expect(await readable(page)).not.toMatch(/not kept|could not/i);
}

/** A later Heed in another tab takes the storage over, and keeps it open. @throws when this page will not let go */
async function upgradeFrom(tab: Page): Promise<void> {
  await tab.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('heed-vault', 1_000);
        request.onupgradeneeded = () => void request.result.createObjectStore('of-next-year');
        request.onblocked = () => reject(new Error('a page holds on to the storage'));
        request.onerror = () => reject(request.error ?? new Error('not upgraded'));
        request.onsuccess = () => resolve();
      }),
  );
}

test('D12: storage that is closed under the page, or taken over by another tab, costs no word', async () => {
  const { server, context, page } = await anOwnTablet(JO);
  await noteConnections(page);
  await page.goto(`${server.origin}/lock`);
  const other = await context.newPage();
  await other.goto(`${server.origin}/icons.svg`);
  await page.bringToFront();
  await writeConcern(page, 'Jo', { pupil: 'amira', text: PARTS[0] });

  expect(await closeConnections(page)).toBeGreaterThan(0);
  await typeAndKeep(page, other, PARTS[1]);
  await upgradeFrom(other);
  await typeAndKeep(page, other, PARTS[2]);

  // What was kept is there after the page is gone, with the later Heed's storage still open elsewhere.
  await page.reload();
  await unlock(page, 'Jo');
  await page.getByLabel(TEXT).waitFor();
  expect(await page.getByLabel(TEXT).inputValue()).toBe(PARTS.slice(0, 3).join(''));
  await page.getByLabel(TEXT).press('Control+End');
  await page.keyboard.type(PARTS[3]);
  expect(await closeConnections(page)).toBeGreaterThan(0);
  await send(page);
  await page
    .getByText(/ref [0-9A-Z]{4}/i)
    .first()
    .waitFor();
  await expectHeldOnce(server, PARTS.join(''));
});
