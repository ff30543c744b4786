import { HOUR } from './clock';
import type { Ground } from './ground';
import { makeMissingKeys } from './school/keys';
import { tidyAccounts } from './staff/tidy';

/** What the house does by itself every hour; a fault waits for the next hour and stands in the log by its kind. */
export class Chores {
  readonly #ground: Ground;
  #timer: NodeJS.Timeout | null = null;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  start(): void {
    this.#timer = setInterval(() => void this.doAll(), HOUR);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Forgets what decides nothing any more, takes in other processes' keys, makes the data keys of a new year. */
  async doAll(): Promise<void> {
    try {
      await tidyAccounts(this.#ground);
      await this.#ground.keys.refresh(this.#ground.database.read);
      await makeMissingKeys(this.#ground);
    } catch (fault) {
      this.#ground.log.error({ kind: fault instanceof Error ? fault.name : typeof fault }, 'chores');
    }
  }
}
