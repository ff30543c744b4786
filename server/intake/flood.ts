import { DAY, type Clock } from '../clock';
import { problem } from '../http/problem';

const MOST_BYTES = 20_000_000;

/**
 * Slows a revoked device: as many envelopes as the school says (200) and 20 MB a day, then 429 and its rows wait (envelope.md, Receiving). Nobody
 * else is ever slowed: a sealed batch cannot be sorted before it is opened, so what comes without a proved author is
 * taken in, and its alerts are gathered instead (gather.ts).
 */
export class Flood {
  readonly #clock: Clock;
  readonly #days = new Map<string, { day: number; count: number; bytes: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes envelopes of a revoked device. */
  note(deviceId: string, count: number, bytes: number): void {
    const today = this.#today(deviceId);
    today.count += count;
    today.bytes += bytes;
  }

  /** @throws problem 'too-many' once the day's measure of a device is full. */
  check(deviceId: string, mostEnvelopes: number): void {
    const today = this.#today(deviceId);
    if (today.count <= mostEnvelopes && today.bytes <= MOST_BYTES) return;
    const left = DAY - (this.#clock.now() % DAY);
    throw problem('too-many', { retryAfter: Math.min(3600, Math.ceil(left / 1000)) });
  }

  #today(deviceId: string): { day: number; count: number; bytes: number } {
    const day = Math.floor(this.#clock.now() / DAY);
    let entry = this.#days.get(deviceId);
    if (!entry || entry.day !== day) {
      entry = { day, count: 0, bytes: 0 };
      this.#days.set(deviceId, entry);
    }
    return entry;
  }
}
