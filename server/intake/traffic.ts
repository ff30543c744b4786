/** Milliseconds that only go forward, and a way to wait; tests hand in their own. */
export interface Watch {
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

const realWatch: Watch = {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** After a crowd the next request of the same tablets is this close behind, ms. */
const BEHIND = 10;
/** The judge gives way this long before a turn, ms, and then takes it whatever arrives. */
export const PATIENCE = 500;

/**
 * Lets accepting go first: a tablet waits for its receipt, and both need the one writer and the processor. A delivery
 * that comes alone keeps nobody waiting. Where several are under way at once the judge waits until the last is in, but
 * at most `PATIENCE` before each of his turns, so that a crowd that never ends still has its concerns recorded and
 * alerted.
 */
export class Traffic {
  readonly #watch: Watch;
  #waiting = 0;
  #crowd = false;
  #lastIn = 0;

  constructor(watch: Watch = realWatch) {
    this.#watch = watch;
  }

  /** A delivery waits for its commit. */
  enter(): void {
    this.#waiting += 1;
    if (this.#waiting > 1) this.#crowd = true;
  }

  /** A delivery is on the disk, or could not be kept. */
  leave(): void {
    this.#waiting -= 1;
    this.#lastIn = this.#watch.now();
  }

  /** Resolves when it is the judge's turn; at the latest after `PATIENCE`. */
  async giveWay(): Promise<void> {
    const end = this.#watch.now() + PATIENCE;
    for (let wait = this.#busyFor(); wait > 0; wait = this.#busyFor()) {
      const left = end - this.#watch.now();
      if (left <= 0) return;
      await this.#watch.wait(Math.min(wait, left));
    }
  }

  /** How long it makes sense to wait before looking again, ms; 0 when the way is free. */
  #busyFor(): number {
    if (this.#waiting > 0) return BEHIND;
    const behind = this.#crowd ? this.#lastIn + BEHIND - this.#watch.now() : 0;
    if (behind > 0) return behind;
    this.#crowd = false;
    return 0;
  }
}
