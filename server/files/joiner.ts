import type { Ground } from '../ground';
import type { FileRow } from '../storage/rows/files';
import { joinFile } from './join-file';

/** Other processes take chunks in too, and a fault passes: look again this often, ms. */
const LOOK_AGAIN_MS = 5000;

/**
 * Puts files together beside the judge, one after another, so that 25 MB hold up nobody's words (failures.md, S18). Begins
 * with what a crash left. One that throws is tried again later.
 */
export class FileJoiner {
  readonly #ground: Ground;
  readonly #tell: (file: FileRow) => Promise<void>;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  #timer: NodeJS.Timeout | null = null;

  /** @param tell lets screens look again on which the file stands */
  constructor(ground: Ground, tell: (file: FileRow) => Promise<void>) {
    this.#ground = ground;
    this.#tell = tell;
  }

  start(): void {
    this.#stopped = false;
    this.wake();
    this.#timer = setInterval(() => this.wake(), LOOK_AGAIN_MS);
    this.#timer.unref();
  }

  /** A chunk or a record with files was judged. */
  wake(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when everything that can be joined now is. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearInterval(this.#timer);
    this.#again = false;
    await this.idle();
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      const coming = await this.#safely(() => this.#ground.database.read('files').where({ state: 'coming' }));
      for (const file of coming ?? []) {
        if (this.#stopped) return;
        if (!(await this.#safely(() => joinFile(this.#ground, file)))) continue;
        await this.#safely(() => this.#tell(file));
      }
    }
  }

  /** Null where it could not be done: the next look tries again. */
  async #safely<T>(deed: () => PromiseLike<T>): Promise<T | null> {
    try {
      return await deed();
    } catch (fault) {
      const code = fault instanceof Error ? fault.name : 'unknown';
      this.#ground.log.error({ code }, 'a file waits to be put together again');
      return null;
    }
  }
}
