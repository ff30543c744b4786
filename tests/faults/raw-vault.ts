import type { Page } from 'playwright-core';

/**
 * Everything that lies in IndexedDB, byte for byte, as a script of this origin could read it: all databases, all
 * stores, keys and values; text as UTF-8 and as UTF-16, buffers as they are. What cannot be read, such as a key that
 * no script can export, is left out.
 */
export async function rawVault(page: Page): Promise<Buffer> {
  const dumped = await page.evaluate(async () => {
    const parts: string[] = [];
    const wait = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB could not be read'));
      });
    const latin1 = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    const utf16 = (text: string) =>
      Array.from({ length: text.length }, (_, at) => {
        const unit = text.charCodeAt(at);
        return String.fromCharCode(unit & 0xff, unit >> 8);
      }).join('');
    const take = (value: unknown): void => {
      if (typeof value === 'string') parts.push(latin1(new TextEncoder().encode(value)), utf16(value));
      else if (value instanceof ArrayBuffer) parts.push(latin1(new Uint8Array(value)));
      else if (ArrayBuffer.isView(value))
        parts.push(latin1(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
      else if (value !== null && typeof value === 'object' && !(value instanceof CryptoKey))
        for (const [key, inner] of Object.entries(value)) [key, inner].forEach(take);
    };
    for (const { name } of await indexedDB.databases()) {
      const database = await wait(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([wait(objects.getAllKeys()), wait(objects.getAll())]);
        [...keys, ...(values as unknown[])].forEach(take);
      }
      database.close();
    }
    return btoa(parts.join('\n'));
  });
  return Buffer.from(dumped, 'base64');
}

/** Which of these words lie in the bytes as UTF-8 or UTF-16 (little or big endian). */
export function wordsIn(bytes: Buffer, words: readonly string[]): string[] {
  return words.filter((word) => {
    const little = Buffer.from(word, 'utf16le');
    const big = Buffer.from(little).swap16();
    return [Buffer.from(word, 'utf8'), little, big].some((form) => bytes.includes(form));
  });
}

/** The drafts that lie on this device, without anything that could be read in them. */
export async function draftRows(page: Page): Promise<{ revision: number }[]> {
  return page.evaluate(
    () =>
      new Promise<{ revision: number }[]>((resolve, reject) => {
        const opening = indexedDB.open('heed-vault');
        opening.onerror = () => reject(opening.error ?? new Error('no vault'));
        opening.onsuccess = () => {
          const rows = opening.result.transaction('drafts').objectStore('drafts').getAll();
          rows.onerror = () => reject(rows.error ?? new Error('no drafts'));
          rows.onsuccess = () => {
            opening.result.close();
            resolve((rows.result as { revision: number }[]).map(({ revision }) => ({ revision })));
          };
        };
      }),
  );
}

/**
 * Waits until every draft on this device was saved after the last thing that somebody did. "Draft kept" may still be of
 * the save before: a killed browser is allowed to lose the last second (failures.md, D15).
 */
export async function untilDraftsRest(page: Page): Promise<void> {
  const saves = async () => JSON.stringify(await draftRows(page));
  for (let before = ''; before !== (await saves()); ) {
    before = await saves();
    await page.waitForTimeout(1500);
  }
}
