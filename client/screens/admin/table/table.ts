import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../../components/heed-icon';
import { adminTable as words } from '../../../strings/admin/table';
import { matching, ordered, type Column, type Order } from './columns';
import { stepBetweenRows } from './row-keys';

export type { Column } from './columns';

export interface TableGiven<Row> {
  readonly columns: readonly Column<Row>[];
  /** What tells one row from another. */
  key(row: Row): string;
  /** Where a row leads; the first column is its link. */
  href?(row: Row): string;
  readonly words: {
    /** What the list is of, for those who do not see it. */
    readonly caption: string;
    /** What may be typed into the search, e.g. "Name or e-mail". */
    readonly search: string;
    /** Stands where the list has nothing in it at all. */
    readonly none: string;
  };
}

/** So many rows stand at once; more come when asked for, so that 2,000 pupils do not stall an old laptop. */
const AT_ONCE = 100;

/**
 * A list of the administration: searched, sorted by its headings, walked with the arrow keys; on phones its rows are
 * cards (ui.md, section 6). It keeps what was searched and how it is sorted; the rows are the page's.
 */
export class Table<Row> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #given: TableGiven<Row>;
  #search = '';
  #order: Order | null = null;
  #most = AT_ONCE;

  constructor(host: ReactiveControllerHost, given: TableGiven<Row>) {
    this.#host = host;
    this.#given = given;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#search = '';
    this.#most = AT_ONCE;
  }

  /**
   * @param rows what the page lists now, already filtered by whatever the page itself offers
   * @param filters what stands beside the search, e.g. a choice of states
   */
  render(rows: readonly Row[], filters: unknown = nothing): TemplateResult {
    const { columns } = this.#given;
    const found = ordered(matching(rows, columns, this.#search), columns, this.#order);
    return html`<div class="table-tools">${this.#renderSearch()}${filters}</div>
      ${found.length === 0 ? this.#renderNone() : this.#renderTable(found.slice(0, this.#most))}
      <p class="visually-hidden" role="status">
        ${this.#search.trim() === '' ? nothing : words.found(found.length)}
      </p>
      ${found.length > this.#most ? this.#renderMore(found.length) : nothing}`;
  }

  #set(change: () => void): void {
    change();
    this.#host.requestUpdate();
  }

  #renderSearch(): TemplateResult {
    const { search } = this.#given.words;
    return html`<label class="table-search">
      <span class="visually-hidden">${words.search(search)}</span>
      ${icon('search')}
      <input
        class="input"
        type="search"
        autocomplete="off"
        spellcheck="false"
        placeholder=${search}
        .value=${this.#search}
        @input=${(event: Event) =>
          this.#set(() => {
            this.#search = (event.target as HTMLInputElement).value;
            this.#most = AT_ONCE;
          })}
      />
    </label>`;
  }

  #renderNone(): TemplateResult {
    return html`<p class="card hint">
      ${this.#search.trim() === '' ? this.#given.words.none : words.nothingFound(this.#search.trim())}
    </p>`;
  }

  /** The roles are said outright: as cards on phones nothing of it is laid out as a table. */
  #renderTable(rows: readonly Row[]): TemplateResult {
    const { columns, key, words: own } = this.#given;
    return html`<table
      class="card flush table"
      role="table"
      aria-label=${own.caption}
      @keydown=${stepBetweenRows}
    >
      <thead>
        <tr role="row">
          ${columns.map((column) => this.#renderHeading(column))}
        </tr>
      </thead>
      <tbody>
        ${repeat(rows, key, (row) => this.#renderRow(row))}
      </tbody>
    </table>`;
  }

  #renderHeading({ key, title }: Column<Row>): TemplateResult {
    const sorted = this.#order?.key === key ? this.#order : null;
    const way = sorted ? (sorted.down ? 'descending' : 'ascending') : 'none';
    return html`<th role="columnheader" scope="col" class="col-${key}" aria-sort=${way}>
      <button type="button" class="sort" @click=${() => this.#sortBy(key)}>
        ${title}${sorted ? icon(sorted.down ? 'chevron-down' : 'chevron-up') : nothing}
      </button>
    </th>`;
  }

  /** Up, then down, then as it came. */
  #sortBy(key: string): void {
    const { key: now, down } = this.#order ?? {};
    this.#set(() => {
      if (now !== key) this.#order = { key, down: false };
      else this.#order = down ? null : { key, down: true };
    });
  }

  #renderRow(row: Row): TemplateResult {
    const { columns, href } = this.#given;
    return html`<tr role="row" class=${href ? 'leads' : ''}>
      ${columns.map((column, at) => {
        const content = column.cell(row);
        return html`<td role="cell" class="col-${column.key}" data-title=${at === 0 ? nothing : column.title}>
          ${at === 0 && href ? html`<a class="row-link" href=${href(row)}>${content}</a>` : content}
        </td>`;
      })}
    </tr>`;
  }

  #renderMore(all: number): TemplateResult {
    return html`<p class="table-more">
      <span class="hint">${words.shown(this.#most, all)}</span>
      <button type="button" class="button" @click=${() => this.#set(() => (this.#most += AT_ONCE))}>
        ${words.more}
      </button>
    </p>`;
  }
}
