import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { asCallFault, unreachable } from '../../data/call-fault';
import { FetchToSave } from '../../files/fetch-to-save';

/**
 * A button that fetches a spreadsheet and hands it to the browser to be saved. A link with `download` would not do: browsers
 * send it as a navigation, which no answer of the API is for.
 */
@customElement('heed-save-sheet')
export class HeedSaveSheet extends LitElement {
  @property() label = '';
  /** how the file is called */
  @property() file = '';
  /** the call, whose reply is the answer as it comes (data/call.ts) */
  @property({ attribute: false }) read: (signal: AbortSignal) => Promise<unknown> = () =>
    Promise.reject(new Error('nothing'));
  @state() private _busy = false;
  @state() private _fault = '';
  private readonly _fetching = new FetchToSave(this);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        class="button"
        ?disabled=${this._busy}
        @click=${() => void this._save()}
      >
        ${icon('download')}${this.label}
      </button>
      ${this._fault === ''
        ? nothing
        : html`<heed-notice tone="danger" role="alert">${this._fault}</heed-notice>`}`;
  }

  private async _save(): Promise<void> {
    [this._busy, this._fault] = [true, ''];
    try {
      await this._fetching.save(async (signal) => {
        const answer = (await this.read(signal)) as Response;
        const file = await answer.blob().catch(() => Promise.reject(unreachable()));
        return { name: this.file, file };
      });
    } catch (thrown) {
      this._fault = asCallFault(thrown).title;
    }
    this._busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-save-sheet': HeedSaveSheet;
  }
}
