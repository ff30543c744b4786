import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { listDraftRows } from '../../../offline/vault/drafts';
import type { OwnParked } from '../../../protocol/parked';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { deviceKind } from '../../contexts/device-kind';
import { sessionContext, type SessionState } from '../../contexts/session';
import { unlockedContext } from '../../contexts/unlocked';
import { call } from '../../data/call';
import { showConfirm } from '../../dialogs/confirm/show-confirm';
import { go } from '../../router';
import { createDraft } from '../../sealing/drafts';
import { dayAndTime } from '../../strings/times';
import { ownUnfinished as words } from '../../strings/unfinished';
import type { Unlocked } from '../../unlock/unlocked';

/**
 * Records that this person began on some device and did not send: the way on, or away. One that still lies here as a
 * draft is simply that draft, and not shown twice. No content: others may look on.
 */
@customElement('heed-own-unfinished')
export class HeedOwnUnfinished extends LitElement {
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @consume({ context: unlockedContext, subscribe: true })
  @state()
  private _unlocked: Unlocked | null | undefined;
  @state() private _drafts: readonly OwnParked[] = [];
  @state() private _fault = '';
  @state() private _busy = false;
  private _readFor = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._readFor = '';
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const staffId = this._session?.session?.staffId ?? '';
    const now = staffId === '' ? '' : `${staffId} ${this._unlocked?.person.authorKeyId ?? ''}`;
    if (now === this._readFor) return;
    this._readFor = now;
    this._drafts = [];
    if (now !== '') void this._read();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this._drafts.length === 0) return nothing;
    return html`<div class="stack">
      ${this._fault === ''
        ? nothing
        : html`<heed-notice tone="danger" role="alert">${this._fault}</heed-notice>`}
      ${this._drafts.map((draft) => this._renderDraft(draft))}
    </div>`;
  }

  private _renderDraft(draft: OwnParked): TemplateResult {
    const when = dayAndTime(Date.parse(draft.beganAt), Date.now());
    return html`<heed-notice tone="warn" edged sign="pencil-line" .heading=${words.began(when, draft.device)}
      >${this._unlocked ? words.what : words.notHere(deviceKind())}
      <span slot="actions" class="row">
        ${this._unlocked
          ? html`<button
              type="button"
              class="button"
              ?disabled=${this._busy}
              @click=${() => void this._goOn(draft)}
            >
              ${words.goOn}
            </button>`
          : html`<a class="button" href="/enrol">${words.setUp(deviceKind())}</a>`}
        <button
          type="button"
          class="link"
          ?disabled=${this._busy}
          @click=${() => void this._throwAway(draft)}
        >
          ${words.throwAway}
        </button>
      </span></heed-notice
    >`;
  }

  /** Its words become a draft of this device, of the same beginning: sent twice, it is recognised as one. */
  private async _goOn({ id }: OwnParked): Promise<void> {
    const unlocked = this._unlocked;
    if (!unlocked) return;
    await this._try(async () => {
      const { lineageId, content } = await call('goOnWithParked', { params: { id } });
      const { draftId } = await createDraft(unlocked, content, lineageId);
      // Whoever has gone somewhere else meanwhile stays there: it is a draft of this device now.
      if (this.isConnected) await go(`/record/${draftId}`);
    });
  }

  private async _throwAway({ id }: OwnParked): Promise<void> {
    if (!(await showConfirm({ ...words.sure, danger: true }))) return;
    await this._try(async () => {
      await call('throwParkedAway', { params: { id } });
      this._drafts = this._drafts.filter((draft) => draft.id !== id);
      announce(words.thrownAway);
    });
  }

  private async _try(deed: () => Promise<void>): Promise<void> {
    this._busy = true;
    this._fault = '';
    try {
      await deed();
    } catch {
      this._fault = words.failed;
    } finally {
      this._busy = false;
    }
  }

  private async _read(): Promise<void> {
    const readFor = this._readFor;
    const authorKeyId = this._unlocked?.person.authorKeyId ?? null;
    try {
      const [{ drafts }, here] = await Promise.all([
        call('listOwnParked'),
        authorKeyId === null ? [] : listDraftRows(authorKeyId),
      ]);
      const lying = new Set(here.map(({ lineageId }) => lineageId));
      if (this._readFor === readFor) this._drafts = drafts.filter(({ lineageId }) => !lying.has(lineageId));
    } catch {
      // Home says what it knows; what lies with the school is there at the next visit.
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-own-unfinished': HeedOwnUnfinished;
  }
}
