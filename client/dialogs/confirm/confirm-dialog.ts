import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../components/heed-dialog';
import { focusIn } from '../host';
import type { ConfirmWords } from './confirm-words';

/** One question; the answer that loses nothing has the focus. */
@customElement('heed-confirm-dialog')
export class HeedConfirmDialog extends LitElement {
  @property({ attribute: false }) words: ConfirmWords = { heading: '', text: '', yes: '', no: '' };
  @property({ attribute: false }) answer: (yes: boolean) => void = () => undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    focusIn(this, '.keeps');
  }

  protected override render(): TemplateResult {
    const { heading, text, yes, no, danger } = this.words;
    return html`<heed-dialog open .heading=${heading} @dialog-closed=${() => this.answer(false)}>
      <div class="stack roomy">
        <p>${text}</p>
        <div class="button-pair">
          <button type="button" class="button keeps" @click=${() => this.answer(false)}>${no}</button>
          <button
            type="button"
            class="button ${danger ? 'danger' : 'primary'}"
            @click=${() => this.answer(true)}
          >
            ${yes}
          </button>
        </div>
      </div>
    </heed-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-confirm-dialog': HeedConfirmDialog;
  }
}
