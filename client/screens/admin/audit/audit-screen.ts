import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { AuditEntry, listAudit } from '../../../../protocol/audit';
import type { ReplyOf } from '../../../../protocol/endpoint';
import { announce } from '../../../components/heed-live-region';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { audit as words, moreOf, saidOf, thingOf } from '../../../strings/admin/audit';
import { dayAndTime } from '../../../strings/times';
import { AdminPage, type PageParts } from '../admin-page';
import '../heed-save-sheet';
import { auditFilter, everything, queryOf, type AuditSearch } from './audit-filter';
import './chain-card';

type Loaded = ReplyOf<typeof listAudit>;

/** The audit: searched, page by page, exported, and checked for being whole. */
@customElement('heed-audit-screen')
export class HeedAuditScreen extends AdminPage<Loaded> {
  protected readonly right = 'audit';
  @state() private _search: AuditSearch = everything;
  @state() private _older: readonly Loaded[] = [];
  @state() private _busy = false;

  protected async load(): Promise<Loaded> {
    const found = await call('listAudit', { query: queryOf(this._search) });
    this._older = [];
    return found;
  }

  protected page(first: Loaded): PageParts {
    const pages = [first, ...this._older];
    const entries = pages.flatMap((page) => page.entries);
    const last = pages.at(-1) ?? first;
    return {
      title: words.title,
      intro: words.intro,
      actions: html`<heed-save-sheet
        file="audit.csv"
        .label=${words.export}
        .read=${(signal: AbortSignal) => call('exportAudit', { query: queryOf(this._search), signal })}
      ></heed-save-sheet>`,
      content: html`<div class="stack">
        <heed-chain-card .head=${first.head}></heed-chain-card>
        ${auditFilter(this._search, first.people, { search: (search) => void this._find(search) })}
        ${entries.length === 0 ? html`<p class="card hint">${words.none}</p>` : table(entries)}
        <p class="hint">${words.arrivals}</p>
        ${last.cursor === null ? nothing : this._renderMore(last.cursor)}
      </div>`,
    };
  }

  private _renderMore(cursor: string): TemplateResult {
    return html`<p class="table-more">
      <button
        type="button"
        class="button"
        ?disabled=${this._busy}
        @click=${() => void this._showOlder(cursor)}
      >
        ${words.older}
      </button>
    </p>`;
  }

  private async _find(search: AuditSearch): Promise<void> {
    this._search = search;
    await this.reload();
  }

  private async _showOlder(cursor: string): Promise<void> {
    this._busy = true;
    try {
      const page = await call('listAudit', { query: { ...queryOf(this._search), cursor } });
      this._older = [...this._older, page];
    } catch (thrown) {
      announce(asCallFault(thrown).title);
    }
    this._busy = false;
  }
}

function table(entries: readonly AuditEntry[]): TemplateResult {
  const titles = [words.when, words.who, words.what, words.about];
  return html`<table class="card flush table" role="table" aria-label=${words.table}>
    <thead>
      <tr role="row">
        ${titles.map((title) => html`<th role="columnheader" scope="col" class="plain">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${entries.map((entry) => row(entry))}
    </tbody>
  </table>`;
}

function row(entry: AuditEntry): TemplateResult {
  const more = moreOf(entry.facts);
  return html`<tr role="row">
    <td role="cell" class="nowrap">${dayAndTime(Date.parse(entry.at), Date.now())}</td>
    <td role="cell" data-title=${words.who}>${entry.who ?? words.server}</td>
    <td role="cell" data-title=${words.what}>
      <span class="two-lines"
        >${saidOf(entry.what)}${more === '' ? nothing : html`<small>${more}</small>`}</span
      >
    </td>
    <td role="cell" data-title=${words.about}>${thingOf(entry.object)}</td>
  </tr>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-audit-screen': HeedAuditScreen;
  }
}
