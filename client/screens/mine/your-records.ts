import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { onOutboxChange } from '../../../offline/outbox/changes';
import { listOwnRecords, type RecordProgress } from '../../../offline/outbox/records';
import { fire } from '../../components/fire';
import { clockContext } from '../../contexts/clock';
import { unlockedContext } from '../../contexts/unlocked';
import { dashboard } from '../../strings/dashboard';
import { mine as words } from '../../strings/mine';
import type { Unlocked } from '../../unlock/unlocked';
import { listAdditions, type OpenAddition } from '../../sealing/additions';
import { actionLine, placeOfAction } from './action-line';
import { additionPart, begunLine } from './addition-part';
import './heed-record-line';
import { replyPart, type ShownReplies } from './reply-part';

/**
 * The unlocked person's own records on this device, the newest first, each with how far it has come. It moves with
 * the outbox and with the clock. For the dashboard and for /mine.
 */
@customElement('heed-your-records')
export class HeedYourRecords extends LitElement {
  /** How many to show; 0: all. A short list leads to the full one. */
  @property({ type: Number }) limit = 0;
  /** To be shown under the records that they are about; null: not here. */
  @property({ attribute: false }) replies: ShownReplies | null = null;
  @consume({ context: unlockedContext, subscribe: true })
  @state()
  private _unlocked: Unlocked | null | undefined;
  @consume({ context: clockContext, subscribe: true })
  @state()
  private _now: number | undefined;
  /** null: not read yet */
  @state() private _records: readonly RecordProgress[] | null = null;
  /** begun to be added to them, and not sent */
  @state() private _begun: readonly OpenAddition[] = [];
  @state() private _failed = false;
  private _readFor: Unlocked | null | undefined = null;
  private _stop: () => void = () => undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this._stop = onOutboxChange(() => void this._read());
    if (this._unlocked) void this._read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._stop();
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (this._unlocked?.person.authorKeyId === this._readFor?.person.authorKeyId) return;
    this._readFor = this._unlocked;
    [this._records, this._begun] = [null, []];
    void this._read();
  }

  protected override render(): TemplateResult {
    return html`<section class="card">
      <h2 class=${this.limit === 0 ? 'visually-hidden' : ''}>${dashboard.yourRecords}</h2>
      ${this._renderBody()}
    </section>`;
  }

  private _renderBody(): TemplateResult | typeof nothing {
    if (!this._unlocked) {
      return html`<p class="hint">${words.locked}</p>
        <a class="button small" href="/lock">${words.unlock}</a>`;
    }
    if (this._failed) {
      return html`<p class="hint">${words.failed}</p>
        <button type="button" class="button small" @click=${() => void this._read()}>
          ${words.tryAgain}
        </button>`;
    }
    if (this._records === null)
      return html`<span class="skeleton"></span><span class="skeleton short"></span>`;
    const here = new Set(this._records.map(({ envelopeId }) => envelopeId));
    // An addition whose record was let go stands by itself.
    const records = this._records.filter(({ addsTo }) => addsTo === null || !here.has(addsTo));
    if (records.length === 0) return html`<p class="hint">${dashboard.noRecords}</p>`;
    return this._renderList(records);
  }

  private _renderList(records: readonly RecordProgress[]): TemplateResult {
    const shown = this.limit === 0 ? records : this._inShort(records);
    return html`<ul class="rows">
        ${shown.map(
          (record) =>
            html`<li>
              ${actionLine(record)}
              <heed-record-line
                .record=${record}
                .now=${this._now ?? Date.now()}
                .short=${this.limit > 0}
                .under=${placeOfAction(record)}
              ></heed-record-line>
              ${this._renderReplies(record)} ${this._renderAdditions(record)}
            </li>`,
        )}
      </ul>
      ${shown.length < records.length
        ? html`<p class="all-records"><a class="link-line" href="/mine">${words.all}</a></p>`
        : nothing}`;
  }

  /** The newest, and those to which something was begun to be added: it is not sent by itself. */
  private _inShort(records: readonly RecordProgress[]): RecordProgress[] {
    return records.filter((record, at) => at < this.limit || this._begunFor(record).length > 0);
  }

  private _begunFor({ envelopeId }: RecordProgress): OpenAddition[] {
    return this._begun.filter(({ recordId }) => recordId === envelopeId);
  }

  private _renderAdditions(record: RecordProgress): unknown {
    const now = this._now ?? Date.now();
    const begun = this._begunFor(record);
    if (this.limit > 0) return begunLine(begun, now);
    if (record.addsTo !== null || record.acted !== null) return nothing;
    const sent = this._records?.filter(({ addsTo }) => addsTo === record.envelopeId) ?? [];
    return additionPart(record, { sent: [...sent].reverse(), begun }, now);
  }

  private _renderReplies({ envelopeId }: RecordProgress): unknown {
    const { replies } = this;
    const own = replies?.all.filter((one) => one.envelopeId === envelopeId) ?? [];
    return own.map((one) => replies && replyPart(one, replies, this._now ?? Date.now()));
  }

  private async _read(): Promise<void> {
    const unlocked = this._unlocked;
    if (!unlocked) return;
    try {
      const records = await listOwnRecords(unlocked.unlockKey);
      // How far records have come is said all the same.
      const begun = await listAdditions(unlocked).catch(() => []);
      // Locked or switched meanwhile: these are not the next person's.
      if (this._unlocked?.person.authorKeyId !== unlocked.person.authorKeyId) return;
      [this._records, this._begun] = [records, begun];
      fire(this, 'records-read', new Set(records.map(({ envelopeId }) => envelopeId)));
      this._failed = false;
    } catch {
      this._failed = true;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-your-records': HeedYourRecords;
  }
  interface HTMLElementEventMap {
    /** ids of the records that are shown */
    'records-read': CustomEvent<ReadonlySet<string>>;
  }
}
