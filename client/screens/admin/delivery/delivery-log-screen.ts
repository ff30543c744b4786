import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Delivered, listDelivered } from '../../../../protocol/delivery-log';
import type { ReplyOf } from '../../../../protocol/endpoint';
import { icon } from '../../../components/heed-icon';
import { announce } from '../../../components/heed-live-region';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { delivery as words } from '../../../strings/admin/delivery';
import { concern as inbox } from '../../../strings/inbox';
import { dayAndTime } from '../../../strings/times';
import { AdminPage, type PageParts } from '../admin-page';

type Loaded = ReplyOf<typeof listDelivered>;

/** What arrived and what became of it, by device and reference; no content. */
@customElement('heed-delivery-log-screen')
export class HeedDeliveryLogScreen extends AdminPage<Loaded> {
  protected readonly right = 'devices';
  @state() private _device = '';
  @state() private _reference = '';
  @state() private _older: readonly Loaded[] = [];
  @state() private _busy = false;

  protected async load(): Promise<Loaded> {
    const found = await call('listDelivered', { query: this._query() });
    this._older = [];
    return found;
  }

  protected page(first: Loaded): PageParts {
    const pages = [first, ...this._older];
    const envelopes = pages.flatMap((page) => page.envelopes);
    const cursor = pages.at(-1)?.cursor ?? null;
    const searched = this._device !== '' || this._reference !== '';
    return {
      title: words.title,
      intro: words.intro,
      content: html`<div class="stack">
        ${this._renderSearch(first.devices)}
        ${envelopes.length === 0
          ? html`<p class="card hint">${searched ? words.none : words.nothing}</p>`
          : table(envelopes)}
        ${cursor === null
          ? nothing
          : html`<p class="table-more">
              <button
                type="button"
                class="button"
                ?disabled=${this._busy}
                @click=${() => void this._showOlder(cursor)}
              >
                ${words.older}
              </button>
            </p>`}
      </div>`,
    };
  }

  private _renderSearch(devices: Loaded['devices']): TemplateResult {
    return html`<form
      class="card audit-filter"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const data = new FormData(event.target as HTMLFormElement);
        const text = (name: string) => {
          const value = data.get(name);
          return typeof value === 'string' ? value.trim() : '';
        };
        this._find(text('device'), text('reference'));
      }}
    >
      <div class="field">
        <label class="label" for="delivery-device">${words.device}</label>
        <span class="select-box"
          ><select class="select" id="delivery-device" name="device">
            <option value="" .selected=${this._device === ''}>${words.anyDevice}</option>
            ${devices.map(
              ({ id, name }) => html`<option value=${id} .selected=${this._device === id}>${name}</option>`,
            )}</select
          >${icon('chevron-down')}</span
        >
      </div>
      <div class="field">
        <label class="label" for="delivery-reference">${words.reference}</label>
        <input
          class="input"
          id="delivery-reference"
          name="reference"
          autocomplete="off"
          spellcheck="false"
          maxlength="8"
          placeholder=${words.referenceHint}
          .value=${this._reference}
        />
      </div>
      <span class="row filter-buttons"
        ><button type="submit" class="button primary">${words.search}</button>
        <button type="button" class="button" @click=${() => this._find('', '')}>${words.clear}</button></span
      >
    </form>`;
  }

  private _query(): { device?: string; reference?: string } {
    return {
      ...(this._device === '' ? {} : { device: this._device }),
      ...(this._reference === '' ? {} : { reference: this._reference }),
    };
  }

  private _find(device: string, reference: string): void {
    [this._device, this._reference] = [device, reference];
    void this.reload();
  }

  private async _showOlder(cursor: string): Promise<void> {
    this._busy = true;
    try {
      this._older = [...this._older, await call('listDelivered', { query: { ...this._query(), cursor } })];
    } catch (thrown) {
      announce(asCallFault(thrown).title);
    }
    this._busy = false;
  }
}

function table(envelopes: readonly Delivered[]): TemplateResult {
  const titles = [words.received, words.record, words.device, words.state];
  return html`<table class="card flush table" role="table" aria-label=${words.caption}>
    <thead>
      <tr role="row">
        ${titles.map((title) => html`<th role="columnheader" scope="col" class="plain">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${envelopes.map((one) => row(one))}
    </tbody>
  </table>`;
}

function row(one: Delivered): TemplateResult {
  const more = [
    one.reason === null ? '' : inbox.quarantine[one.reason],
    one.alerted === 0 ? '' : words.alerted(one.alerted),
    one.away === 0 ? '' : words.away(one.away),
    one.waits === null
      ? ''
      : words.waits[one.waits.for](one.waits.people, dayAndTime(Date.parse(one.waits.until), Date.now())),
    one.conflict ? words.conflict : '',
  ].filter((part) => part !== '');
  return html`<tr role="row">
    <td role="cell" class="nowrap">${dayAndTime(Date.parse(one.receivedAt), Date.now())}</td>
    <td role="cell" data-title=${words.record}>
      <span class="two-lines"><strong>${one.reference}</strong><small>${words.kinds[one.kind]}</small></span>
    </td>
    <td role="cell" data-title=${words.device}>${one.device ?? words.unknownDevice}</td>
    <td role="cell" data-title=${words.state}>
      <span class="two-lines"
        >${words.states[one.state]}${more.length === 0
          ? nothing
          : html`<small>${more.join(', ')}</small>`}</span
      >
    </td>
  </tr>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-delivery-log-screen': HeedDeliveryLogScreen;
  }
}
