import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { listDraftRows } from '../../../offline/vault/drafts';
import { onOutboxChange } from '../../../offline/outbox/changes';
import '../../components/heed-notice';
import { deviceKind } from '../../contexts/device-kind';
import { unlockedContext } from '../../contexts/unlocked';
import { record } from '../../strings/record';
import { draft as words, draftKept } from '../../strings/draft';
import { clockTime, dayAndTime } from '../../strings/times';
import type { Unlocked } from '../../unlock/unlocked';

interface DraftKept {
  draftId: string;
  updatedAt: number;
}

/** The unlocked person's drafts that were not sent yet, each with its way back. No content: others may look on. */
@customElement('heed-draft-strip')
export class HeedDraftStrip extends LitElement {
  @consume({ context: unlockedContext, subscribe: true })
  @state()
  private _unlocked: Unlocked | null | undefined;
  @state() private _drafts: readonly DraftKept[] = [];
  private _readFor: string | null = null;
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

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const authorKeyId = this._unlocked?.person.authorKeyId ?? null;
    if (authorKeyId === this._readFor) return;
    this._readFor = authorKeyId;
    this._drafts = [];
    void this._read();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this._drafts.length === 0) return nothing;
    return html`<div class="stack">
      ${repeat(
        this._drafts,
        (draft) => draft.draftId,
        (draft) =>
          html`<heed-notice
            tone="warn"
            edged
            sign="pencil-line"
            .heading=${draftKept(deviceKind(), when(draft))}
            >${words.pressSend}
            <a slot="actions" class="button" href="/record/${draft.draftId}">${record.resume}</a></heed-notice
          >`,
      )}
    </div>`;
  }

  private async _read(): Promise<void> {
    const authorKeyId = this._readFor;
    if (authorKeyId === null) return;
    try {
      const rows = await listDraftRows(authorKeyId);
      if (this._readFor === authorKeyId) this._drafts = rows;
    } catch {
      // The vault cannot be read now; the record screen says so when it matters.
    }
  }
}

function when({ updatedAt }: DraftKept): string {
  const today = new Date(updatedAt).toDateString() === new Date().toDateString();
  return today ? clockTime(updatedAt) : dayAndTime(updatedAt, Date.now());
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-draft-strip': HeedDraftStrip;
  }
}
