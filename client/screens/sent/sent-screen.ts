import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { icon } from '../../components/heed-icon';
import { deviceKind } from '../../contexts/device-kind';
import { watchOutbox, type OutboxView } from '../../contexts/outbox';
import { currentUnlocked } from '../../contexts/unlocked';
import { go, type RouteParams } from '../../router';
import { deliverNow } from '../../sealing/keep-delivering';
import { lockHere } from '../../shell/leave';
import { sent as words } from '../../strings/record';
import { mine } from '../../strings/mine';
import { clockTime } from '../../strings/times';
import { sendsWhenClosed } from '../../sw-bridge';
import { readKeptBoard } from '../../unlock/board';
import { onOutboxChange } from '../../../offline/outbox/changes';
import { readFilesSent, readRecordProgress, type RecordProgress } from '../../../offline/outbox/records';
import { readDevice } from '../../../offline/vault/device';
import type { DeviceBoard } from '../../../protocol/devices';
import { forgetJustSent, justSent } from '../record/just-sent';
import { countDown } from './self-lock';
import { findNow, standing, type SentView } from './sent-parts';
import { sentSteps } from './sent-steps';

/**
 * Proof that a record is safe: what has really happened to it, live, and who to find in person until somebody was
 * alerted. A shared device locks itself from here.
 */
@customElement('heed-sent-screen')
export class HeedSentScreen extends LitElement {
  @property({ attribute: false }) params: RouteParams = {};
  /** undefined: not looked yet; null: this device knows nothing of it */
  @state() private _record: RecordProgress | null | undefined;
  @state() private _files = { here: 0, all: 0 };
  @state() private _board: DeviceBoard | null = null;
  @state() private _outbox: OutboxView | null = null;
  @state() private _locksIn: number | null = null;
  private _stops: (() => void)[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this._stops = [watchOutbox((outbox) => (this._outbox = outbox)), onOutboxChange(() => void this._look())];
    void this._countDownWhereShared();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this._stops) stop();
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('params')) void this._look();
  }

  protected override render(): TemplateResult {
    return html`<main class="sent" id="main">
      ${this._record === undefined ? nothing : this._renderRecord(this._view())}
    </main>`;
  }

  private _renderRecord(view: SentView): TemplateResult {
    const lead = view.duty.find(({ role }) => role === 'lead')?.name ?? '';
    return html`${this._isUrgent() ? findNow(view) : standing(view)}
      <p class="thanks">${this._board?.wording?.afterSending ?? words.thanks(lead)}</p>
      <div class="sent-foot">${this._renderFoot()}</div>`;
  }

  private _renderFoot(): TemplateResult {
    return html`<div class="button-pair">
        <a class="button main" href=${this._isLocked() ? '/record?unlocked=no' : '/record?new'}
          >${icon('plus')}${words.another}</a
        >
        <button type="button" class="button main primary" @click=${() => void this._lock()}>
          ${this._isLocked() ? nothing : icon('lock')}${this._isLocked() ? words.done : words.lockNow}
        </button>
      </div>
      ${this._locksIn === null
        ? nothing
        : html`<p class="self-lock">
            ${this._isLocked() ? words.closesIn(this._locksIn) : words.locksIn(this._locksIn)}
          </p>`}`;
  }

  private _view(): SentView {
    const at = this._outbox?.tryingAgainAt ?? null;
    return {
      steps: this._record ? sentSteps(this._record, this._noted()?.told ?? '') : [],
      device: deviceKind(),
      duty: this._board?.duty ?? [],
      reference: this._record?.reference ?? '',
      tryingAt: at === null ? '' : mine.tryingAt(clockTime(at)),
      delivering: this._outbox?.delivering ?? false,
      sendsWhenClosed: sendsWhenClosed(),
      tryNow: () => void deliverNow(),
      files: this._files,
    };
  }

  /** "Find … now" leads until somebody was alerted. */
  private _isUrgent(): boolean {
    const told = this._record?.steps.some(({ step }) => step === 'alerted') ?? false;
    return (this._noted()?.findSomeone ?? false) && !told;
  }

  private _noted() {
    return justSent(this.params['id'] ?? '');
  }

  /** Sent without unlocking: there is nothing to lock, and the next person must not stand before this. */
  private _isLocked(): boolean {
    return currentUnlocked() === null;
  }

  private async _look(): Promise<void> {
    const id = this.params['id'] ?? '';
    this._board ??= await readKeptBoard();
    const record = await readRecordProgress(id);
    if (record) this._files = await readFilesSent(record.lineageId);
    this._record = record;
  }

  private async _countDownWhereShared(): Promise<void> {
    const device = await readDevice();
    if (!device || !this.isConnected || !(device.shared || this._isLocked())) return;
    this._stops.push(
      countDown((left) => {
        this._locksIn = left;
        if (left === 0) void this._lock();
      }),
    );
  }

  private async _lock(): Promise<void> {
    forgetJustSent();
    if (!this._isLocked()) await lockHere();
    await go('/lock', { replace: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-sent-screen': HeedSentScreen;
  }
}
