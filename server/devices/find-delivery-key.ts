import { setImmediate as restOfThisTurn } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { DeliveryKeyRow, DeviceRow } from '../storage/rows/records';

/** A delivery key with its device, as one delivery needs it; `public_key` is 65 bytes, base64url. */
export type FoundKey = Pick<DeliveryKeyRow, 'id' | 'school_id' | 'device_id' | 'public_key'> &
  Pick<DeviceRow, 'revoked_at'>;

interface Asked {
  readonly schoolId: string;
  readonly keyId: string;
  readonly resolve: (row: FoundKey | undefined) => void;
  readonly reject: (fault: unknown) => void;
}

/** Keys in one query, far below what either database takes. */
const MOST_TOGETHER = 200;

/**
 * Requests that wait together share one query: while one is on its way the next gather. Every answer was read after
 * its question was asked, so a device revoked before a delivery is known to be.
 */
class Lookup {
  readonly #reader: Knex;
  readonly #waiting: Asked[] = [];
  #asking = false;

  constructor(reader: Knex) {
    this.#reader = reader;
  }

  find(schoolId: string, keyId: string): Promise<FoundKey | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ schoolId, keyId, resolve, reject });
      void this.#askAll();
    });
  }

  async #askAll(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    while (this.#waiting.length > 0) {
      // Whoever is read from the network in this turn of the event loop comes along.
      await restOfThisTurn();
      await this.#ask(this.#waiting.splice(0, MOST_TOGETHER));
    }
    this.#asking = false;
  }

  async #ask(together: readonly Asked[]): Promise<void> {
    try {
      const rows = await this.#read(together);
      const found = new Map(rows.map((row) => [`${row.school_id} ${row.id}`, row]));
      for (const one of together) one.resolve(found.get(`${one.schoolId} ${one.keyId}`));
    } catch (fault) {
      for (const one of together) one.reject(fault);
    }
  }

  #read(together: readonly Asked[]): Promise<FoundKey[]> {
    const schools = [...new Set(together.map((one) => one.schoolId))];
    const keys = [...new Set(together.map((one) => one.keyId))];
    return this.#reader('delivery_keys as k')
      .join('devices as d', (on) => on.on('d.id', 'k.device_id').andOn('d.school_id', 'k.school_id'))
      .whereIn('k.school_id', schools)
      .whereIn('k.id', keys)
      .select<FoundKey[]>('k.id', 'k.school_id', 'k.device_id', 'k.public_key', 'd.revoked_at');
  }
}

const lookups = new WeakMap<Knex, Lookup>();

/** The delivery key of this id in this school, with its device; undefined where there is none. */
export function findDeliveryKey(
  reader: Knex,
  schoolId: string,
  keyId: string,
): Promise<FoundKey | undefined> {
  let lookup = lookups.get(reader);
  if (!lookup) {
    lookup = new Lookup(reader);
    lookups.set(reader, lookup);
  }
  return lookup.find(schoolId, keyId);
}
