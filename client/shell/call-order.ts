/** A call that has not been answered by then is not waited for: it may be a line that has gone dead. */
const LONGEST_WAIT_MS = 3_000;

/**
 * Lets calls run side by side, and one that changes the session's token by itself: a call on its way with the old
 * token would be refused (docs/specs/elevation.md).
 */
export class CallOrder {
  readonly #running = new Set<Promise<unknown>>();
  #alone: Promise<unknown> = Promise.resolve();

  /** Runs a call beside others, after whatever runs alone. */
  async beside<T>(run: () => Promise<T>): Promise<T> {
    await this.#alone;
    const running = run();
    const done = running.catch(() => undefined);
    this.#running.add(done);
    void done.then(() => this.#running.delete(done));
    return running;
  }

  /** Runs a call after those that are on their way, and before those that come meanwhile. */
  async alone<T>(run: () => Promise<T>): Promise<T> {
    const before = [this.#alone, ...this.#running];
    const running = waitFor(before).then(run);
    this.#alone = running.catch(() => undefined);
    return running;
  }
}

async function waitFor(calls: readonly Promise<unknown>[]): Promise<void> {
  let timer = 0;
  const tooLong = new Promise((resolve) => (timer = window.setTimeout(resolve, LONGEST_WAIT_MS)));
  await Promise.race([Promise.all(calls), tooLong]);
  clearTimeout(timer);
}
