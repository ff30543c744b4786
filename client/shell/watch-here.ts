import { AutoLock, SHARED_DEVICE, sharedTimes } from '../unlock/auto-lock';

/** What the shell shows of it. */
export interface LockEvents {
  /** seconds left, or null: no longer */
  locksIn: (seconds: number | null) => void;
  lock: () => void;
}

/** On a device that one person holds nothing is locked but a cover that was left standing. */
const OWN_DEVICE = { ...SHARED_DEVICE, idleMs: Infinity, backgroundMs: Infinity };

/** Hands the page's signs of life to an {@link AutoLock} while somebody is unlocked. */
export class LockWatch {
  readonly #lock: AutoLock;
  readonly #stop = new AbortController();

  constructor(shared: boolean, events: LockEvents) {
    this.#lock = new AutoLock(
      {
        warn: (seconds) => events.locksIn(seconds),
        calm: () => events.locksIn(null),
        lock: () => events.lock(),
      },
      shared ? sharedTimes() : OWN_DEVICE,
    );
    const { signal } = this.#stop;
    const active = () => this.#lock.active();
    for (const sign of ['pointerdown', 'keydown', 'input', 'wheel'] as const) {
      addEventListener(sign, active, { signal, capture: true, passive: true });
    }
    document.addEventListener(
      'visibilitychange',
      () => (document.visibilityState === 'hidden' ? this.#lock.hidden() : this.#lock.visible()),
      { signal },
    );
  }

  cover(): void {
    this.#lock.cover();
  }

  /** @returns false when the cover has become a lock */
  uncover(): boolean {
    return this.#lock.uncover();
  }

  stop(): void {
    this.#lock.stop();
    this.#stop.abort();
  }
}
