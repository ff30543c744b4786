import type { Page } from 'playwright-core';
import { waitFor } from '../server/house';

/** One row of a device's outbox, as a script of its origin can read it. */
export interface OutboxRow {
  readonly envelopeId: string;
  readonly state: 'waiting' | 'held' | 'received';
  readonly code: string | null;
  /** as the device wrote it down when it sealed; base64url */
  readonly digest: string;
  /** of the bytes that lie there now; base64url */
  readonly digestNow: string;
  readonly byteLength: number;
  readonly attempt: number;
  /** device clock, ms */
  readonly nextTryAt: number;
  readonly leaseUntil: number;
}

/** All rows of this device's outbox, the oldest first, straight from its storage. Any page of the origin will do. */
export async function outboxOf(page: Page): Promise<OutboxRow[]> {
  return page.evaluate(async () => {
    const wait = <T>(request: IDBRequest): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result as T);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB could not be read'));
      });
    type Row = Omit<OutboxRow, 'digestNow'> & { createdAt: number };
    const database = await wait<IDBDatabase>(indexedDB.open('heed-vault'));
    const stores = database.transaction(['outbox', 'envelopes']);
    const [rows, envelopes] = await Promise.all([
      wait<Row[]>(stores.objectStore('outbox').getAll()),
      wait<{ envelopeId: string; bytes: ArrayBuffer }[]>(stores.objectStore('envelopes').getAll()),
    ]);
    database.close();
    const base64url = (bytes: ArrayBuffer) =>
      btoa(String.fromCharCode(...new Uint8Array(bytes)))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replace(/=+$/, '');
    const digestOf = async (id: string) => {
      const envelope = envelopes.find(({ envelopeId }) => envelopeId === id);
      return envelope ? base64url(await crypto.subtle.digest('SHA-256', envelope.bytes)) : '';
    };
    rows.sort((a, b) => a.createdAt - b.createdAt);
    return Promise.all(rows.map(async (row) => ({ ...row, digestNow: await digestOf(row.envelopeId) })));
  });
}

/** Waits until every row of this device's outbox is as it should be. */
export async function untilAll(page: Page, holds: (row: OutboxRow) => boolean): Promise<void> {
  await waitFor(async () => (await outboxOf(page)).every(holds), 60_000);
}
