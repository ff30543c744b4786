import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { onOutboxChange } from '../../../offline/outbox/changes';
import { listOwnRecords, type RecordProgress } from '../../../offline/outbox/records';
import type { Concern } from '../../../protocol/concerns';
import { clockContext } from '../../contexts/clock';
import { unlockedContext } from '../../contexts/unlocked';
import { wordsHere } from '../../dialogs/add-action/words-here';
import { action as words } from '../../strings/concern-actions';
import type { Unlocked } from '../../unlock/unlocked';
import { placeOfAction } from '../mine/action-line';
import '../mine/heed-record-line';

/**
 * Actions of the unlocked person that went by the outbox and are not among what the concern shows: how far each has
 * come, and its words for as long as the concern may be read here since.
 */
@customElement('heed-waiting-actions')
export class HeedWaitingActions extends LitElement {
  @property({ attribute: false }) concern: Concern | null = null;
  @consume({ context: unlockedContext, subscribe: true })
  @state()
  private _unlocked: Unlocked | null | undefined;
  @consume({ context: clockContext, subscribe: true })
  @state()
  private _now: number | undefined;
  @state() private _waiting: readonly RecordProgress[] = [];
  private _stop: () => void = () => undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this._stop = onOutboxChange(() => void this._read());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('concern') || (changed as Map<string, unknown>).has('_unlocked')) void this._read();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { concern } = this;
    const shown = this._waiting.filter((one) => concern !== null && isMissing(one, concern));
    if (shown.length === 0) return nothing;
    return html`<div class="waiting-actions">${shown.map((one) => this._renderOne(one))}</div>`;
  }

  private _renderOne(record: RecordProgress): TemplateResult {
    const text = wordsHere(record.envelopeId);
    return html`<div class="waiting-action">
      <p class="hint">${words.waitsFor}</p>
      ${text === null ? nothing : html`<p class="text">${text}</p>`}
      <heed-record-line
        .record=${record}
        .now=${this._now ?? Date.now()}
        .under=${placeOfAction(record)}
      ></heed-record-line>
    </div>`;
  }

  private async _read(): Promise<void> {
    const unlocked = this._unlocked;
    const records = unlocked ? await listOwnRecords(unlocked.unlockKey).catch(() => []) : [];
    // Locked meanwhile, or somebody else.
    if (this._unlocked === unlocked) this._waiting = records.filter(({ acted }) => acted !== null).reverse();
  }
}

/** Not yet where it belongs; one that was checked has become a record of its own, and is settled when that is closed. */
function isMissing({ acted, steps }: RecordProgress, { id, history }: Concern): boolean {
  if (acted?.concernId !== id || history.some((one) => one.id === acted.actionId)) return false;
  return !steps.some(({ step }) => step === 'closed');
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-waiting-actions': HeedWaitingActions;
  }
}
