import { HOUR } from './clock';
import { tidyFiles } from './files/tidy';
import type { Ground } from './ground';
import { matchLeft } from './intake/match-left';
import { dateOldTasks } from './matters/date-old-tasks';
import { makeDueChanges } from './oversight/due-changes';
import { makeMissingKeys } from './school/keys';
import { tidyAccounts } from './staff/tidy';
import { listSuppliersSessions } from './training/list-suppliers';

/** What the house does by itself every hour; a fault waits for the next hour and stands in the log by its kind. */
export class Chores {
  readonly #ground: Ground;
  #timer: NodeJS.Timeout | null = null;
  #begun: Promise<void> = Promise.resolve();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Begins with what a crash left, and with what an older version left undated; the rest waits for its hour. */
  start(): void {
    this.#begun = this.#safely('drafts left', () => matchLeft(this.#ground))
      .then(() => this.#safely('tasks of before', () => dateOldTasks(this.#ground)))
      .then(() => this.#safely('training', () => listSuppliersSessions(this.#ground)));
    this.#timer = setInterval(() => void this.doAll(), HOUR);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#begun;
  }

  /**
   * Forgets what decides nothing any more, takes in other processes' keys, makes the data keys of a new
   * year, lets changes take effect that nobody else can confirm, lets the chunks of whole files go, looks into drafts that were left, lists the supplier's sessions, and counts for the
   * planner. One that fails keeps none of the others.
   */
  async doAll(): Promise<void> {
    const ground = this.#ground;
    await this.#safely('accounts', () => tidyAccounts(ground));
    await this.#safely('other keys', () => ground.keys.refresh(ground.database.read));
    await this.#safely('new keys', () => makeMissingKeys(ground));
    await this.#safely('due changes', () => makeDueChanges(ground));
    await this.#safely('drafts left', () => matchLeft(ground));
    await this.#safely('files', () => tidyFiles(ground));
    await this.#safely('tasks of before', () => dateOldTasks(ground));
    await this.#safely('training', () => listSuppliersSessions(ground));
    await this.#safely('optimise', () => ground.database.optimise());
  }

  async #safely(chore: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (fault) {
      this.#ground.log.error({ chore, kind: fault instanceof Error ? fault.name : typeof fault }, 'chores');
    }
  }
}
