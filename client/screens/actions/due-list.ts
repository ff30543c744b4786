import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DueAction } from '../../../protocol/due-actions';
import { announce } from '../../components/heed-live-region';
import { asCallFault, type CallFault } from '../../data/call-fault';
import { finishDueAction, readDueActions, undoDueAction, type DuePage } from '../../data/due-actions';
import { watchInboxChanges } from '../../data/inbox-changes';
import { due as words } from '../../strings/due';

/** Many changes at once are one look, ms. */
const SETTLE = 250;
/** "Done" may be taken back for this long, ms (protocol/due-actions.ts). */
const UNDO_LIFE = 10 * 60_000;

/** What is due, kept fresh by the live stream for as long as its screen stands. */
export class DueList implements ReactiveController {
  /** null: not answered yet */
  page: DuePage | null = null;
  fault: CallFault | null = null;
  /** the action that is being sent, or empty */
  busy = '';
  /** why the last deed was not done, and of which action */
  refused: { actionId: string; why: string } | null = null;
  readonly #host: ReactiveControllerHost;
  /** what was ticked off here, and until when that can be taken back, ms of the device */
  readonly #done = new Map<string, { row: DueAction; until: number }>();
  #asked = 0;
  /** how often what was recorded has fallen: a deed that was on its way meanwhile brings none of it back */
  #fallen = 0;
  #timer = 0;
  #stop: () => void = () => undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = watchInboxChanges(() => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.load(), SETTLE);
    });
    void this.load();
  }

  hostDisconnected(): void {
    this.#stop();
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.page = null;
    this.#done.clear();
  }

  /** What is due, and what was ticked off here where it stood. */
  get rows(): readonly DueAction[] {
    const due = this.page?.rows ?? [];
    const ids = new Set(due.map(({ actionId }) => actionId));
    const kept = [...this.#done.values()].filter(
      ({ row, until }) => !ids.has(row.actionId) && until > Date.now(),
    );
    return [...due, ...kept.map(({ row }) => row)].sort(
      (one, other) => one.day.localeCompare(other.day) || one.actionId.localeCompare(other.actionId),
    );
  }

  isDone(actionId: string): boolean {
    return this.#done.has(actionId) && !this.page?.rows.some((row) => row.actionId === actionId);
  }

  /** Asks the school. What was shown stays when it does not answer. */
  async load(): Promise<void> {
    const asked = (this.#asked += 1);
    try {
      const page = await readDueActions();
      if (asked !== this.#asked) return;
      [this.page, this.fault] = [page, null];
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.fault = asCallFault(thrown);
    }
    this.#host.requestUpdate();
  }

  /** The elevation has ended: nothing of any concern stays, and no answer from before may bring it back. */
  dropContent(): void {
    this.#asked += 1;
    this.#fallen += 1;
    this.#done.clear();
    this.refused = null;
    if (!this.page) return;
    const { rows, leavers, reviews } = this.page;
    this.page = {
      ...this.page,
      rows: rows.filter(({ mine }) => mine).map(withoutContent),
      leavers: leavers.map((one) => ({ ...one, pupil: null })),
      reviews: reviews.map((one) => ({ ...one, pupil: null })),
      more: 0,
    };
  }

  /** It is done, and stays where it stands with "Undo". */
  async finish(row: DueAction): Promise<void> {
    const fallen = this.#fallen;
    await this.#do(row.actionId, async () => {
      await finishDueAction(row.actionId);
      if (fallen === this.#fallen) this.#done.set(row.actionId, { row, until: Date.now() + UNDO_LIFE });
      this.#without(row.actionId);
      announce(words.finished);
    });
  }

  async undo(row: DueAction): Promise<void> {
    const fallen = this.#fallen;
    await this.#do(row.actionId, async () => {
      await undoDueAction(row.actionId);
      this.#done.delete(row.actionId);
      this.#without(row.actionId);
      const back = fallen === this.#fallen ? [row] : row.mine ? [withoutContent(row)] : [];
      if (this.page) this.page = { ...this.page, rows: [...this.page.rows, ...back] };
      announce(words.undone);
    });
  }

  #without(actionId: string): void {
    if (!this.page) return;
    this.page = { ...this.page, rows: this.page.rows.filter((row) => row.actionId !== actionId) };
  }

  async #do(actionId: string, deed: () => Promise<void>): Promise<void> {
    if (this.busy !== '') return;
    this.busy = actionId;
    this.refused = null;
    this.#host.requestUpdate();
    try {
      await deed();
      // An answer that was asked for before knows nothing of it.
      this.#asked += 1;
    } catch (thrown) {
      this.refused = { actionId, why: asCallFault(thrown).title };
    } finally {
      this.busy = '';
      this.#host.requestUpdate();
    }
  }
}

/** That something is due, and when: all that stands there without full access. */
function withoutContent(row: DueAction): DueAction {
  return { ...row, content: null };
}
