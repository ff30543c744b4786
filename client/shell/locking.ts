import type { LitElement } from 'lit';
import { go } from '../router';
import { readKeptBoard } from '../unlock/board';
import type { Known } from './known';
import { lockHere } from './leave';
import type { Places } from './places';
import { LockWatch } from './watch-here';

/** A second Escape within this time covers the screen, ms. */
const TWICE_MS = 600;

/** Lock, Cover, and the time after which each comes by itself. */
export class Locking {
  covered = false;
  /** seconds, in the last ones before it locks */
  locksIn: number | null = null;
  readonly #host: LitElement;
  readonly #known: Known;
  readonly #places: Places;
  #watch: LockWatch | null = null;
  #escapedAt = 0;

  constructor(host: LitElement, known: Known, places: Places) {
    this.#host = host;
    this.#known = known;
    this.#places = places;
    // The school's own lock times come with it.
    readKeptBoard().catch(() => null);
  }

  /** Begins to count anew; to be called when somebody unlocks, locks or types a password. */
  watchAgain(): void {
    this.#watch?.stop();
    this.#locksIn(null);
    const { here, unlocked, typedFor } = this.#known;
    const open = unlocked !== null || typedFor !== null;
    this.#watch =
      here?.enrolled && open
        ? new LockWatch(here.shared, {
            locksIn: (seconds) => this.#locksIn(seconds),
            lock: () => void this.lock(),
          })
        : null;
  }

  async lock(): Promise<void> {
    this.covered = false;
    this.#host.requestUpdate();
    if (!this.#known.here?.enrolled) return;
    const from = this.#places.place?.href;
    await lockHere();
    // Most places are left by the gate already, which remembers them as well.
    if (from !== undefined && this.#places.place?.route.path !== '/lock') await go('/lock', { next: from });
  }

  cover(): void {
    this.covered = true;
    this.#watch?.cover();
    this.#host.requestUpdate();
  }

  uncover(): void {
    this.covered = false;
    // Too late: it has locked itself, and the lock's own event shows the lock screen.
    this.#watch?.uncover();
    this.#host.requestUpdate();
  }

  /** Escape, twice, is Cover. */
  escape(event: KeyboardEvent): void {
    const twice = event.timeStamp - this.#escapedAt < TWICE_MS;
    this.#escapedAt = twice ? 0 : event.timeStamp;
    if (!twice) return;
    // Unprevented, the same key press would close the cover that it opens.
    event.preventDefault();
    this.cover();
  }

  #locksIn(seconds: number | null): void {
    this.locksIn = seconds;
    this.#host.requestUpdate();
  }
}
