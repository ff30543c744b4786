import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import { setUp as words } from '../../strings/set-up';

/** Copies a text. Where the browser has no clipboard (plain http in a school's network) it says to copy by hand. */
@customElement('heed-copy-button')
export class HeedCopyButton extends LitElement {
  @property({ attribute: false }) text = '';
  @property() label = words.copy;
  @state() private _result: '' | 'copied' | 'by-hand' = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const said = { '': this.label, copied: words.copied, 'by-hand': words.copyByHand }[this._result];
    return html`<button type="button" class="button small" @click=${() => void this._copy()}>
      ${icon(this._result === 'copied' ? 'check' : 'copy')}${said}
    </button>`;
  }

  private async _copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this._result = 'copied';
    } catch {
      this._result = 'by-hand';
    }
    announce(this._result === 'copied' ? words.copied : words.copyByHand);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-copy-button': HeedCopyButton;
  }
}
