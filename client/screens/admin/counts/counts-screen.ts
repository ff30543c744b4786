import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Session } from '../../../../protocol/accounts';
import type { countConcerns, CountTable } from '../../../../protocol/counts';
import type { ReplyOf } from '../../../../protocol/endpoint';
import { dateField } from '../../../components/date-field';
import { call } from '../../../data/call';
import { counts as words } from '../../../strings/admin/counts';
import type { AdminGate } from '../admin-gate';
import { AdminPage, type PageParts } from '../admin-page';
import '../heed-save-sheet';

type Loaded = ReplyOf<typeof countConcerns>;

/** How many concerns there are, for leads: in numbers that name nobody. */
@customElement('heed-counts-screen')
export class HeedCountsScreen extends AdminPage<Loaded> {
  protected readonly right = null;
  protected override readonly place = '/search';
  /** yyyy-mm-dd; empty: from the beginning, to today */
  @state() private _from = '';
  @state() private _to = '';

  protected override gate(session: Session): AdminGate {
    return session.lead ? super.gate(session) : 'hidden';
  }

  protected load(): Promise<Loaded> {
    return call('countConcerns', { query: this._query() });
  }

  protected page({ all, tables }: Loaded): PageParts {
    return {
      title: words.title,
      intro: words.intro,
      back: { href: '/search', title: words.back },
      actions: html`<heed-save-sheet
        file="counts.csv"
        .label=${words.export}
        .read=${(signal: AbortSignal) => call('exportCounts', { query: this._query(), signal })}
      ></heed-save-sheet>`,
      content: html`<div class="stack">
        ${this._renderFilter()}
        ${all === 0
          ? html`<p class="card hint" role="status">${words.none}</p>`
          : html`<p role="status"><strong>${words.all(all)}</strong></p>
              ${tables.map((table) => renderTable(table))}`}
        <p class="hint">${words.howCounted}</p>
      </div>`,
    };
  }

  private _renderFilter(): TemplateResult {
    return html`<form
      class="card audit-filter"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.reload();
      }}
    >
      ${dateField({
        id: 'counts-from',
        label: words.from,
        value: this._from,
        chosen: (day) => (this._from = day),
      })}
      ${dateField({ id: 'counts-to', label: words.to, value: this._to, chosen: (day) => (this._to = day) })}
      <button type="submit" class="button primary">${words.show}</button>
    </form>`;
  }

  private _query(): { from?: string; to?: string } {
    return {
      ...(this._from === '' ? {} : { from: this._from }),
      ...(this._to === '' ? {} : { to: this._to }),
    };
  }
}

function renderTable({ of, rows }: CountTable): TemplateResult {
  return html`<section class="stack">
    <h2>${words.tables[of]}</h2>
    ${rows === null ? html`<p class="card hint">${words.tooFew}</p>` : renderRows(of, rows)}
  </section>`;
}

function renderRows(of: CountTable['of'], rows: NonNullable<CountTable['rows']>): TemplateResult {
  return html`<table class="card flush table" role="table" aria-label=${words.tables[of]}>
    <thead>
      <tr role="row">
        <th role="columnheader" scope="col" class="plain">${words.columns[of]}</th>
        <th role="columnheader" scope="col" class="plain number">${words.concerns}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => renderRow(of, row))}
    </tbody>
  </table>`;
}

function renderRow(of: CountTable['of'], { name, count }: { name: string | null; count: number | 'few' }) {
  return html`<tr role="row">
    <td role="cell">${words.rowName(of, name)}</td>
    <td role="cell" class="number" data-title=${words.concerns}>${words.count(count)}</td>
  </tr>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-counts-screen': HeedCountsScreen;
  }
}
