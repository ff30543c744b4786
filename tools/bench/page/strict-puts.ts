const NAME = 'heed-bench-floor';

/**
 * Puts one row of random bytes after another, each in a strict transaction of its own: the least that any "saved"
 * costs in this browser on this disk.
 * @returns milliseconds of each, until the transaction was complete
 */
export async function strictPuts(count: number, bytes: number): Promise<number[]> {
  const database = await open();
  const took: number[] = [];
  for (let row = 0; row < count; row++) {
    const value = crypto.getRandomValues(new Uint8Array(bytes)).buffer;
    const before = performance.now();
    await putStrictly(database, value);
    took.push(performance.now() - before);
  }
  database.close();
  return took;
}

function putStrictly(database: IDBDatabase, value: ArrayBuffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const tx = database.transaction('rows', 'readwrite', { durability: 'strict' });
    tx.objectStore('rows').add(value);
    tx.oncomplete = () => resolve();
    tx.onerror = () => reject(tx.error ?? new Error('not put'));
  });
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('not opened'));
  });
}
