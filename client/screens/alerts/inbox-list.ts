import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AlertRow } from '../../../protocol/inbox';
import { asCallFault, type CallFault } from '../../data/call-fault';
import { readInbox, type InboxPage, type InboxView } from '../../data/inbox';
import { watchInboxChanges } from '../../data/inbox-changes';

/** Rows that the school answers at most at once. A full page: there may be more. */
const PAGE = 100;
/** Many changes at once are one look, ms. */
const SETTLE = 250;

/** The list of one person's alerts, kept fresh by the live stream for as long as its screen stands. */
export class InboxList implements ReactiveController {
  view: InboxView = 'to-read';
  /** null: not answered yet for this view */
  rows: readonly AlertRow[] | null = null;
  counts = { toRead: 0, mine: 0 };
  /** school's clock of the last good answer, ms */
  checkedAt: number | null = null;
  fault: CallFault | null = null;
  hasOlder = false;
  readonly #host: ReactiveControllerHost;
  #pages = 1;
  #asked = 0;
  #timer = 0;
  #stop: () => void = () => undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = watchInboxChanges(() => this.#loadSoon());
    void this.load();
  }

  hostDisconnected(): void {
    this.#stop();
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.rows = null;
  }

  /** Shows another part of the alerts. */
  choose(view: InboxView): void {
    if (view === this.view) return;
    this.view = view;
    this.rows = null;
    this.#pages = 1;
    void this.load();
  }

  showOlder(): void {
    this.#pages += 1;
    void this.load();
  }

  /** Asks the school. What was shown stays when it does not answer. */
  async load(): Promise<void> {
    const asked = (this.#asked += 1);
    try {
      const { first, rows, full } = await readPages(this.view, this.#pages);
      if (asked !== this.#asked) return;
      this.rows = rows;
      this.counts = first.counts;
      this.checkedAt = Date.parse(first.checkedAt);
      this.hasOlder = full;
      this.fault = null;
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.fault = asCallFault(thrown);
    }
    this.#host.requestUpdate();
  }

  /** The elevation has ended: nothing of any concern stays, and no answer from before may bring it back. */
  dropContent(): void {
    this.#asked += 1;
    this.rows = this.rows?.map((row) => ({ ...row, writtenAt: null, concern: null })) ?? null;
    this.counts = { ...this.counts, mine: 0 };
  }

  /** The concern behind an address: of an alert's id or of its own (a push carries the alert's). */
  async concernIdOf(id: string): Promise<string> {
    const here = find(this.rows ?? [], id);
    if (here) return here.concernId;
    const { rows } = await readInbox('all');
    return find(rows, id)?.concernId ?? id;
  }

  #loadSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.load(), SETTLE);
  }
}

function find(rows: readonly AlertRow[], id: string): AlertRow | undefined {
  return rows.find((row) => row.alertId === id) ?? rows.find((row) => row.concernId === id);
}

async function readPages(
  view: InboxView,
  pages: number,
): Promise<{ first: InboxPage; rows: AlertRow[]; full: boolean }> {
  const first = await readInbox(view);
  let last = first;
  const rows = [...first.rows];
  for (let page = 1; page < pages && last.rows.length >= PAGE; page += 1) {
    last = await readInbox(view, rows[rows.length - 1]?.at);
    rows.push(...last.rows);
  }
  return { first, rows, full: last.rows.length >= PAGE };
}
