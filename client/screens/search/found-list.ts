import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { announce } from '../../components/heed-live-region';
import { asCallFault, type CallFault } from '../../data/call-fault';
import { searchSchool, type FoundPage } from '../../data/search';
import { search as words } from '../../strings/search';
import { searchOf, type SearchFields } from './search-fields';

/** What was found; kept on this page alone, and only while it is shown. */
export class FoundList implements ReactiveController {
  /** null until something was searched for */
  rows: FoundPage['found'] | null = null;
  total = 0;
  pupils: FoundPage['pupils'] = [];
  pupilsTotal = 0;
  busy = false;
  fault: CallFault | null = null;
  readonly #host: ReactiveControllerHost;
  #fields: SearchFields | null = null;
  #cursor: string | null = null;
  #asked = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.drop();
  }

  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  /** Forgets what was found, and any answer that is still on its way. */
  drop(): void {
    this.#asked += 1;
    this.rows = null;
    this.total = 0;
    this.pupils = [];
    this.pupilsTotal = 0;
    this.busy = false;
    this.fault = null;
    this.#fields = null;
    this.#cursor = null;
    this.#host.requestUpdate();
  }

  /** Searches; the school notes it, so only a person's press does it. */
  async search(fields: SearchFields): Promise<void> {
    this.drop();
    this.#fields = fields;
    await this.#ask((page) => {
      this.rows = page.found;
      this.pupils = page.pupils;
      this.pupilsTotal = page.pupilsTotal;
      announce(saidOf(page));
    });
  }

  async again(): Promise<void> {
    if (this.#fields) await this.search(this.#fields);
  }

  async showMore(): Promise<void> {
    if (this.busy || this.#cursor === null) return;
    await this.#ask((page) => {
      this.rows = [...(this.rows ?? []), ...page.found];
    });
    if (this.fault) announce(words.moreFailed(this.fault.title));
  }

  async #ask(take: (page: FoundPage) => void): Promise<void> {
    if (!this.#fields) return;
    const asked = this.#asked;
    this.busy = true;
    this.fault = null;
    this.#host.requestUpdate();
    try {
      const page = await searchSchool(searchOf(this.#fields), this.#cursor ?? undefined);
      if (asked !== this.#asked) return;
      this.total = page.total;
      this.#cursor = page.cursor;
      take(page);
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.fault = asCallFault(thrown);
    }
    this.busy = false;
    this.#host.requestUpdate();
  }
}

function saidOf({ total, pupilsTotal }: FoundPage): string {
  if (pupilsTotal === 0) return total === 0 ? words.none : words.found(total);
  return `${words.pupils(pupilsTotal)}. ${total === 0 ? words.noRecords : words.found(total)}`;
}
