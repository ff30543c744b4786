import type { Logger } from 'pino';

/** Work that begins once the answer has been given, so that the answer's timing tells nothing about it. */
export class Afterwards {
  readonly #log: Logger;
  readonly #running = new Set<Promise<void>>();

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Runs the work after the present call has answered; a fault goes to the log by its kind only. */
  run(work: () => Promise<void>): void {
    const job = new Promise<void>((resolve) => setImmediate(resolve))
      .then(work)
      .catch((fault: unknown) =>
        this.#log.error({ kind: fault instanceof Error ? fault.name : typeof fault }, 'afterwards'),
      )
      .finally(() => this.#running.delete(job));
    this.#running.add(job);
  }

  /** Returns when everything that was begun is done. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
