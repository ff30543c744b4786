/** When a device locks itself, ms (product.md, Lock). */
export interface AutoLockTimes {
  idleMs: number;
  warnMs: number;
  backgroundMs: number;
  coverMs: number;
}

/** Two minutes idle with 20 seconds' warning, 10 seconds in the background, 30 seconds covered. */
export const SHARED_DEVICE: AutoLockTimes = {
  idleMs: 120_000,
  warnMs: 20_000,
  backgroundMs: 10_000,
  coverMs: 30_000,
};

let set: Partial<AutoLockTimes> = {};

/** What the school has set, as the newest board says, in seconds. */
export function noteLockTimes(
  lock: { readonly idleSeconds: number; readonly backgroundSeconds: number } | undefined,
): void {
  if (lock) set = { idleMs: lock.idleSeconds * 1000, backgroundMs: lock.backgroundSeconds * 1000 };
}

/** When a shared device of this school locks itself. */
export function sharedTimes(): AutoLockTimes {
  return { ...SHARED_DEVICE, ...set };
}

/** Time as the lock needs it; a test gives its own. */
export interface LockClock {
  /** ms; runs forward also while the device sleeps, as far as the engine can tell */
  now: () => number;
  setTimer: (run: () => void, ms: number) => unknown;
  clearTimer: (timer: unknown) => void;
}

/** Engines run a timer of Infinity, or of more than 24 days, at once: again and again. */
const LONGEST_TIMER_MS = 60 * 60_000;

/** What the page does about it. */
export interface AutoLockEvents {
  /** seconds left; once a second from 20 on */
  warn: (secondsLeft: number) => void;
  /** the person is back: take the warning away */
  calm: () => void;
  lock: () => void;
}

/**
 * Decides when to lock. The page reports what happens; timers may be late or stopped in the background, so each
 * report first looks at how much time has really passed.
 */
export class AutoLock {
  readonly #events: AutoLockEvents;
  readonly #times: AutoLockTimes;
  readonly #clock: LockClock;
  #lastActive: number;
  #hiddenAt: number | null = null;
  #coveredAt: number | null = null;
  #warned = false;
  #ended = false;
  #timer: unknown = null;

  constructor(
    events: AutoLockEvents,
    times: AutoLockTimes = SHARED_DEVICE,
    clock: LockClock = deviceClock(),
  ) {
    this.#events = events;
    this.#times = times;
    this.#clock = clock;
    this.#lastActive = clock.now();
    this.#look();
  }

  /** A key, a touch, a pointer: somebody is here. While covered it is not enough. */
  active(): void {
    if (this.#look() || this.#coveredAt !== null) return;
    this.#lastActive = this.#clock.now();
    if (this.#warned) this.#events.calm();
    this.#warned = false;
    this.#look();
  }

  /** The page went to the background. */
  hidden(): void {
    this.#hiddenAt ??= this.#clock.now();
    this.#look();
  }

  /** The page came back: locked when it was away too long. */
  visible(): void {
    if (this.#look()) return;
    this.#hiddenAt = null;
    this.#look();
  }

  /** "Cover" was pressed. */
  cover(): void {
    this.#coveredAt ??= this.#clock.now();
    this.#look();
  }

  /** The cover was tapped away in time. @returns false when it has become a lock */
  uncover(): boolean {
    if (this.#look()) return false;
    this.#coveredAt = null;
    this.active();
    return true;
  }

  /** Nobody is unlocked any more. */
  stop(): void {
    this.#ended = true;
    this.#clock.clearTimer(this.#timer);
  }

  /** @returns whether it is locked */
  #look(): boolean {
    if (this.#ended) return true;
    const left = this.#msLeft();
    if (left <= 0) {
      this.stop();
      this.#events.lock();
      return true;
    }
    const idleLeft = this.#times.idleMs - (this.#clock.now() - this.#lastActive);
    if (idleLeft <= this.#times.warnMs && this.#coveredAt === null) {
      this.#warned = true;
      this.#events.warn(Math.ceil(idleLeft / 1000));
    }
    this.#wakeIn(
      this.#warned ? Math.min(left, 1000) : Math.min(left, Math.max(1, idleLeft - this.#times.warnMs)),
    );
    return false;
  }

  #msLeft(): number {
    const now = this.#clock.now();
    const { idleMs, backgroundMs, coverMs } = this.#times;
    const since = (at: number | null, most: number) => (at === null ? Infinity : most - (now - at));
    return Math.min(
      since(this.#lastActive, idleMs),
      since(this.#hiddenAt, backgroundMs),
      since(this.#coveredAt, coverMs),
    );
  }

  #wakeIn(ms: number): void {
    this.#clock.clearTimer(this.#timer);
    this.#timer = this.#clock.setTimer(() => void this.#look(), Math.min(ms, LONGEST_TIMER_MS));
  }
}

// Some engines stop performance.now() while the device sleeps; the wall clock goes on, but may be set. Whichever has
// run further since the last look counts: rather locked too early than open.
function deviceClock(): LockClock {
  let at = 0;
  let running = performance.now();
  let wall = Date.now();
  return {
    now() {
      const [nextRunning, nextWall] = [performance.now(), Date.now()];
      at += Math.max(nextRunning - running, nextWall - wall, 0);
      [running, wall] = [nextRunning, nextWall];
      return at;
    },
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer as number | undefined),
  };
}
