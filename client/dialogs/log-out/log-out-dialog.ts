import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../components/heed-dialog';
import { shell } from '../../strings/shell';
import { everywhere as words } from '../../strings/sites';
import { focusIn } from '../host';

/** Where somebody of several schools logs out; null: nowhere. */
export type LogOutChoice = 'here' | 'everywhere' | null;

/** Log out here, or everywhere; the answer that ends the least has the focus. */
@customElement('heed-log-out-dialog')
export class HeedLogOutDialog extends LitElement {
  @property() school = '';
  @property({ attribute: false }) answer: (choice: LogOutChoice) => void = () => undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    focusIn(this, '.keeps');
  }

  protected override render(): TemplateResult {
    return html`<heed-dialog open .heading=${words.which} @dialog-closed=${() => this.answer(null)}>
      <div class="stack roomy">
        <p>${words.whichText(this.school)}</p>
        <div class="stack">
          <button type="button" class="button primary main wide keeps" @click=${() => this.answer('here')}>
            ${words.here}
          </button>
          <button type="button" class="button main wide" @click=${() => this.answer('everywhere')}>
            ${words.button}
          </button>
          <button type="button" class="button main wide" @click=${() => this.answer(null)}>
            ${shell.stay}
          </button>
        </div>
      </div>
    </heed-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-log-out-dialog': HeedLogOutDialog;
  }
}
