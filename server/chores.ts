import { HOUR } from './clock';
import type { Ground } from './ground';
import { makeDueChanges } from './oversight/due-changes';
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

  /**
   * Forgets what decides nothing any more, takes in other processes' keys, makes the data keys of a new
   * year, and lets changes take effect that nobody else can confirm.
   */
  async doAll(): Promise<void> {
    try {
      await tidyAccounts(this.#ground);
      await this.#ground.keys.refresh(this.#ground.database.read);
      await makeMissingKeys(this.#ground);
      await makeDueChanges(this.#ground);
    } catch (fault) {
      this.#ground.log.error({ kind: fault instanceof Error ? fault.name : typeof fault }, 'chores');
    }
  }
}
