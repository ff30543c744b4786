import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChronologyPage, PupilPage } from '../../../protocol/chronology';
import { call } from '../../data/call';
import { asCallFault, type CallFault } from '../../data/call-fault';

/** What is looked for; an empty string: not limited. */
export interface ChronologySearch {
  /** Kinds to show, separated by commas. */
  readonly kind: string;
  readonly category: string;
  readonly person: string;
  readonly level: string;
  /** 'yes': only what is marked */
  readonly significant: 'yes' | '';
  /** yyyy-mm-dd */
  readonly from: string;
  readonly to: string;
}
export const everything: ChronologySearch = {
  kind: '',
  category: '',
  person: '',
  level: '',
  significant: '',
  from: '',
  to: '',
};

/** The page of one pupil: its head, and as much of the chronology as was asked for. */
export class ChronologyList implements ReactiveController {
  head: PupilPage | null = null;
  /** null: not answered yet for this search */
  page: ChronologyPage | null = null;
  search: ChronologySearch = everything;
  order: 'newest' | 'oldest' = 'newest';
  fault: CallFault | null = null;
  /** more is on its way */
  busy = false;
  readonly #host: ReactiveControllerHost;
  #id = '';
  #asked = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.drop();
  }

  get isFiltered(): boolean {
    return Object.values(this.search).some((value) => value !== '');
  }

  /** What is looked for, as the school is asked for it. */
  get query(): { [limit: string]: string; order: 'newest' | 'oldest' } {
    const limited = Object.entries(this.search).filter(([, value]) => value !== '');
    return { ...Object.fromEntries(limited), order: this.order };
  }

  /** Opens a pupil's page; both its readings are kept in the audit. */
  async open(id: string): Promise<void> {
    this.#id = id;
    this.search = everything;
    [this.head, this.page] = [null, null];
    await this.#ask(async () => {
      const head = await call('readPupilPage', { params: { id } });
      return { head, page: await this.#read() };
    });
  }

  /** Opens it again, after it could not be read. */
  reload(): Promise<void> {
    return this.open(this.#id);
  }

  /** What stands on the page has changed: reads it anew, and keeps what is looked for. */
  async again(): Promise<void> {
    await this.#ask(async () => {
      const head = await call('readPupilPage', { params: { id: this.#id } });
      return { head, page: await this.#read() };
    });
  }

  /** Looks for something else; what is shown stays until the answer is here. */
  async find(search: ChronologySearch, order = this.order): Promise<void> {
    [this.search, this.order] = [search, order];
    await this.#ask(async () => ({ page: await this.#read() }));
  }

  async more(): Promise<void> {
    const { page } = this;
    if (!page?.cursor || this.busy) return;
    await this.#ask(async () => {
      const next = await this.#read(page.cursor);
      return { page: { ...next, entries: [...page.entries, ...next.entries] } };
    });
  }

  /** Everything that fits, for paper. @returns whether it is all here */
  async all(): Promise<boolean> {
    while (this.page?.cursor && !this.fault) await this.more();
    return this.page?.cursor === null && this.fault === null;
  }

  /** The elevation has ended: nothing stays, and no answer from before may bring it back. */
  drop(): void {
    this.#asked += 1;
    [this.head, this.page, this.fault, this.busy] = [null, null, null, false];
    this.#host.requestUpdate();
  }

  #read(cursor: string | null = null): Promise<ChronologyPage> {
    const query = { ...this.query, ...(cursor === null ? {} : { cursor }) };
    return call('readChronology', { params: { id: this.#id }, query });
  }

  async #ask(asking: () => Promise<{ head?: PupilPage; page: ChronologyPage }>): Promise<void> {
    const asked = (this.#asked += 1);
    [this.busy, this.fault] = [true, null];
    this.#host.requestUpdate();
    try {
      const { head = this.head, page } = await asking();
      if (asked === this.#asked) [this.head, this.page] = [head, page];
    } catch (thrown) {
      if (asked === this.#asked) this.fault = asCallFault(thrown);
    }
    if (asked !== this.#asked) return;
    this.busy = false;
    this.#host.requestUpdate();
  }
}
