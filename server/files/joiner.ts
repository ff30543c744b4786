import type { Ground } from '../ground';
import { Rounds } from '../rounds';
import type { FileRow } from '../storage/rows/files';
import { joinFile } from './join-file';

/** Other processes take chunks in too, and a fault passes: look again this often, ms. */
const LOOK_AGAIN_MS = 5000;

/**
 * Puts files together beside the judge, one after another, so that 25 MB hold up nobody's words (failures.md, S18). Begins
 * with what a crash left. One that throws is tried again later.
 */
export class FileJoiner extends Rounds {
  readonly #ground: Ground;
  readonly #tell: (file: FileRow) => Promise<void>;

  /** @param tell lets screens look again on which the file stands */
  constructor(ground: Ground, tell: (file: FileRow) => Promise<void>) {
    super(LOOK_AGAIN_MS);
    this.#ground = ground;
    this.#tell = tell;
  }

  protected override async round(): Promise<void> {
    const coming = await this.#safely(() => this.#ground.database.read('files').where({ state: 'coming' }));
    for (const file of coming ?? []) {
      if (this.stopped) return;
      if (!(await this.#safely(() => joinFile(this.#ground, file)))) continue;
      await this.#safely(() => this.#tell(file));
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
