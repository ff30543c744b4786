import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AlertRow } from '../../../protocol/inbox';
import { announce } from '../../components/heed-live-region';
import { asCallFault } from '../../data/call-fault';
import { markAlerts } from '../../data/inbox';
import { several as words } from '../../strings/inbox';

/** "Mark as read" may be taken back for this long, ms (product.md, section 4). */
const UNDO_LIFE = 10 * 60_000;

/** What of a list can be marked together with others: what was opened here or elsewhere, and still stands there to read. */
export function canBeMarked({ concern, openedAt, readAt }: AlertRow): boolean {
  return concern !== null && openedAt !== null && readAt === null;
}

/** Several alerts that are marked as read with one press, which can be taken back. */
export class SeveralAlerts implements ReactiveController {
  /** ids of those that are ticked; null: nobody chooses */
  ticked: ReadonlySet<string> | null = null;
  /** how many were just marked, while that can be taken back */
  marked = 0;
  fault = '';
  busy = false;
  readonly #host: ReactiveControllerHost;
  readonly #reload: () => void;
  #last: readonly string[] = [];
  #timer = 0;

  constructor(host: ReactiveControllerHost, reload: () => void) {
    this.#host = host;
    this.#reload = reload;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.drop();
  }

  /** Full access has ended, or the list is left. */
  drop(): void {
    clearTimeout(this.#timer);
    [this.ticked, this.marked, this.fault, this.#last] = [null, 0, '', []];
    this.#host.requestUpdate();
  }

  begin(): void {
    this.#forget();
    this.#tick(new Set());
  }

  cancel(): void {
    [this.ticked, this.fault] = [null, ''];
    this.#host.requestUpdate();
  }

  turn(alertId: string): void {
    const ticked = new Set(this.ticked);
    if (!ticked.delete(alertId)) ticked.add(alertId);
    this.#tick(ticked);
  }

  all(rows: readonly AlertRow[]): void {
    this.#tick(new Set(rows.filter(canBeMarked).map(({ alertId }) => alertId)));
  }

  async mark(): Promise<void> {
    const ids = [...(this.ticked ?? [])];
    if (ids.length === 0) {
      this.fault = words.none;
      this.#host.requestUpdate();
      return;
    }
    await this.#do(async () => {
      this.#last = await markAlerts(ids, true);
      this.ticked = null;
      this.marked = this.#last.length;
      this.#timer = window.setTimeout(() => this.#forget(), UNDO_LIFE);
      announce(words.marked(this.marked));
    });
  }

  async undo(): Promise<void> {
    await this.#do(async () => {
      await markAlerts(this.#last, false);
      this.#forget();
      announce(words.undone);
    });
  }

  #tick(ticked: ReadonlySet<string>): void {
    [this.ticked, this.fault] = [ticked, ''];
    this.#host.requestUpdate();
  }

  #forget(): void {
    clearTimeout(this.#timer);
    [this.marked, this.#last] = [0, []];
    this.#host.requestUpdate();
  }

  async #do(deed: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    [this.busy, this.fault] = [true, ''];
    this.#host.requestUpdate();
    try {
      await deed();
      this.#reload();
    } catch (thrown) {
      this.fault = asCallFault(thrown).title;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }
}
