import type { RateLimit } from '../../protocol/endpoint';
import type { Clock } from '../clock';
import { problem } from './problem';

/**
 * Counts calls in memory, per endpoint and caller: keeps a runaway page or a flood off the database.
 * Limits that protect an account (log-in, codes) are counted in the database by their own folders.
 */
export class CallLimits {
  readonly #clock: Clock;
  readonly #counts = new Map<string, { count: number; until: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts one call. @throws problem 'too-many' with the seconds to wait. */
  count(endpoint: string, caller: string, limit: RateLimit): void {
    const now = this.#clock.now();
    if (this.#counts.size > 50_000) this.#forget(now);
    const key = `${endpoint} ${caller}`;
    let entry = this.#counts.get(key);
    if (!entry || entry.until <= now) {
      entry = { count: 0, until: now + limit.seconds * 1000 };
      this.#counts.set(key, entry);
    }
    entry.count += 1;
    if (entry.count > limit.most)
      throw problem('too-many', { retryAfter: Math.ceil((entry.until - now) / 1000) });
  }

  #forget(now: number): void {
    for (const [key, entry] of this.#counts) if (entry.until <= now) this.#counts.delete(key);
  }
}
