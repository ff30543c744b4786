import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RecordProgress } from '../../../offline/outbox/records';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import '../../components/heed-status-ladder';
import { deviceKind } from '../../contexts/device-kind';
import { deliverNow } from '../../sealing/keep-delivering';
import { dashboard } from '../../strings/dashboard';
import { mine as words } from '../../strings/mine';
import { status, whyRefused } from '../../strings/status';
import { clockTime, dayAndTime } from '../../strings/times';
import { ladderOf, needsItsAuthor } from './ladder-of';
import { latenessOf } from './lateness';
import { saveCopy } from './save-copy';

/** One record in a list: how far it has come, its reference, when; never content or names. */
@customElement('heed-record-line')
export class HeedRecordLine extends LitElement {
  @property({ attribute: false }) record: RecordProgress | null = null;
  /** Device clock, ms. */
  @property({ type: Number }) now = 0;
  /** In a short list: the line alone, leading to the full list. */
  @property({ type: Boolean }) short = false;
  /** Of an addition: the reference of its record, under which it stands there; null: it has none yet. */
  @property() under: string | null = null;
  @state() private _trying = false;
  /** said of one record only: a list moves under its elements */
  @state() private _saved: { envelopeId: string; text: string } | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { record } = this;
    if (!record) return nothing;
    const ladder = html`<heed-status-ladder
      size="line"
      .device=${deviceKind()}
      .steps=${ladderOf(record, this.under)}
      .meta=${this._meta(record)}
    ></heed-status-ladder>`;
    if (this.short) {
      return html`<a class="list-row pointed" href="/mine">${ladder}${icon('chevron-right')}</a>
        ${this._renderLate(record)}`;
    }
    return html`<div class="list-row record-line">${ladder}</div>
      ${this._renderLate(record)} ${record.state === 'received' ? nothing : this._renderHelp(record)}`;
  }

  /** "Ref 9T3D, today, 12:20"; while unsent "Written today, 12:20." and when it is tried again, or what refused it. */
  private _meta(record: RecordProgress): string {
    const when = dayAndTime(record.sentAt, this.now);
    if (record.reference !== null) return dashboard.reference(this.under ?? record.reference, when);
    const planned = record.state === 'waiting' && record.nextTryAt > this.now;
    const written = words.written(when);
    const why = needsItsAuthor(record);
    if (why !== null) return `${written}. ${whyRefused[why]}`;
    return planned ? `${written}. ${words.tryingAt(clockTime(record.nextTryAt))}` : written;
  }

  private _renderLate(record: RecordProgress): TemplateResult | typeof nothing {
    const late = record.state === 'received' ? 'fresh' : latenessOf(record.sentAt, this.now);
    if (late === 'fresh') return nothing;
    return html`<p class="late-line ${late}">
      ${icon(late === 'red' ? 'triangle-alert' : 'clock')}<span>${lateWords(late, record.state)}</span>
    </p>`;
  }

  private _renderHelp(record: RecordProgress): TemplateResult {
    return html`<div class="record-help">
        ${record.code === 'unknown-device'
          ? html`<a class="button small" href="/log-in">${words.logIn}</a>`
          : html`<button type="button" class="button small" ?disabled=${this._trying} @click=${this._tryNow}>
              ${icon('refresh-cw')}${this._trying ? words.trying : words.tryNow}
            </button>`}
        ${needsItsAuthor(record) !== null
          ? html`<button type="button" class="button small" @click=${() => void this._save(record)}>
              ${icon('download')}${words.save}
            </button>`
          : nothing}
      </div>
      ${needsItsAuthor(record) !== null
        ? html`<p class="hint record-why" role="status">
            ${this._saved?.envelopeId === record.envelopeId ? this._saved.text : words.saveWhy}
          </p>`
        : nothing}`;
  }

  private async _tryNow(): Promise<void> {
    this._trying = true;
    try {
      await deliverNow();
    } finally {
      this._trying = false;
    }
  }

  private async _save(record: RecordProgress): Promise<void> {
    const file = await saveCopy(record.envelopeId, record.sentAt).catch(() => null);
    const text = file === null ? words.notSaved : words.saved(file);
    this._saved = { envelopeId: record.envelopeId, text };
  }
}

/** Wi-Fi helps only what waits for it. */
function lateWords(late: 'amber' | 'red', state: RecordProgress['state']): string {
  if (state === 'held') return late === 'red' ? words.stillHereLong : words.stillHere;
  return late === 'red' ? status.veryLongWait : status.longWait;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-record-line': HeedRecordLine;
  }
}
