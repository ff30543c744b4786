import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../components/heed-dialog';
import { textField } from '../../components/text-field';
import { asCallFault } from '../../data/call-fault';
import { keys as keyWords } from '../../strings/account';
import { focusIn } from '../host';
import type { FreshCodeWords } from './fresh-code-words';

/** A code of another of the person's devices, or one recovery code: a plain field takes both. */
@customElement('heed-fresh-code-dialog')
export class HeedFreshCodeDialog extends LitElement {
  @property({ attribute: false }) words: FreshCodeWords | null = null;
  @property({ attribute: false }) answer: (done: boolean) => void = () => undefined;
  @state() private _code = '';
  @state() private _error = '';
  @state() private _busy = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    focusIn(this, '#fresh-code');
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.words) return nothing;
    const { heading, text, label, yes, danger, recoveryToo } = this.words;
    return html`<heed-dialog open .heading=${heading} @dialog-closed=${() => this.answer(false)}>
      <form class="stack roomy" novalidate @submit=${this._submit}>
        <p>${text}</p>
        ${textField({
          id: 'fresh-code',
          label,
          hint: recoveryToo ? keyWords.orRecovery : '',
          autocomplete: 'one-time-code',
          value: this._code,
          error: this._error,
          typed: (value) => (this._code = value),
        })}
        <div class="button-pair">
          <button type="button" class="button" @click=${() => this.answer(false)}>${keyWords.cancel}</button>
          <button type="submit" class="button ${danger ? 'danger' : 'primary'}" ?disabled=${this._busy}>
            ${yes}
          </button>
        </div>
      </form>
    </heed-dialog>`;
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this._busy || !this.words) return;
    if (this._code.trim() === '') {
      this._error = keyWords.errors.code;
      return;
    }
    this._busy = true;
    try {
      await this.words.send(this._code);
      this.answer(true);
    } catch (thrown) {
      this._error = asCallFault(thrown).title;
      this._code = '';
      focusIn(this, '#fresh-code');
    } finally {
      this._busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-fresh-code-dialog': HeedFreshCodeDialog;
  }
}
