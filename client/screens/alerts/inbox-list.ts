import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AlertRow, InboxFilter } from '../../../protocol/inbox';
import { asCallFault, type CallFault } from '../../data/call-fault';
import { readInbox, type InboxPage, type InboxView } from '../../data/inbox';
import { watchInboxChanges } from '../../data/inbox-changes';
import { filterOf, noFields, type InboxFields } from './inbox-filter';

/** Many changes at once are one look, ms. */
const SETTLE = 250;

/** The list of one person's alerts, kept fresh by the live stream for as long as its screen stands. */
export class InboxList implements ReactiveController {
  view: InboxView = 'to-read';
  fields: InboxFields = noFields;
  /** null: not answered yet for this view */
  rows: readonly AlertRow[] | null = null;
  counts = { toRead: 0, mine: 0, due: 0 };
  /** school's clock of the last good answer, ms */
  checkedAt: number | null = null;
  fault: CallFault | null = null;
  /** the school has more than is shown */
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

  /** Shows another part of the alerts, or limits it differently. */
  choose(view: InboxView, fields = this.fields): void {
    if (view === this.view && fields === this.fields) return;
    [this.view, this.fields] = [view, fields];
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
      const page = await readPages(this.view, filterOf(this.fields), this.#pages);
      if (asked !== this.#asked) return;
      this.rows = page.rows;
      this.counts = page.counts;
      this.checkedAt = Date.parse(page.checkedAt);
      this.hasOlder = page.cursor !== null;
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
    this.fields = noFields;
  }

  /** The concern behind an address: of an alert's id or of its own (a push carries the alert's). */
  async concernIdOf(id: string): Promise<string> {
    const here = find(this.rows ?? [], id);
    if (here) return here.concernId;
    let cursor: string | undefined;
    do {
      const page = await readInbox('all', {}, cursor);
      const found = find(page.rows, id);
      if (found) return found.concernId;
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
    return id;
  }

  /** It was opened here: its dot goes at once. The school has kept when. */
  noteOpened(concernId: string): void {
    const openedAt = new Date().toISOString();
    this.rows =
      this.rows?.map((row) =>
        row.concernId === concernId && row.openedAt === null ? { ...row, openedAt } : row,
      ) ?? null;
    this.#host.requestUpdate();
  }

  #loadSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.load(), SETTLE);
  }
}

function find(rows: readonly AlertRow[], id: string): AlertRow | undefined {
  return rows.find((row) => row.alertId === id) ?? rows.find((row) => row.concernId === id);
}

/** The first pages as one: its counts, time and cursor are the last answer's. */
async function readPages(view: InboxView, filter: InboxFilter, most: number): Promise<InboxPage> {
  let page = await readInbox(view, filter);
  const rows = [...page.rows];
  for (let read = 1; read < most && page.cursor !== null; read += 1) {
    page = await readInbox(view, filter, page.cursor);
    rows.push(...page.rows);
  }
  return { ...page, rows };
}
