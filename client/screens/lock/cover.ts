import { LitElement, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { fire } from '../../components/fire';
import { icon } from '../../components/heed-icon';
import { cover as words } from '../../strings/lock';

/**
 * Covers everything at once, open dialogs too: a modal dialog in the top layer, so that nothing below it can be
 * seen, read out or reached. A tap or a key takes it away; its owner decides whether it has become a lock by then.
 */
@customElement('heed-cover')
export class HeedCover extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<dialog class="cover-dialog" aria-label=${words.covered} @cancel=${this._lift}>
      <button type="button" class="cover" @click=${this._lift}>
        <span class="round-icon plain cover-sign">${icon('eye-off')}</span>
        <strong>${words.covered}</strong><span>${words.uncover}</span
        ><span class="hint">${words.thenPin}</span>
      </button>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
  }

  private _lift(event: Event): void {
    event.preventDefault();
    fire(this, 'cover-lifted');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-cover': HeedCover;
  }
  interface HTMLElementEventMap {
    /** the person wants to come back */
    'cover-lifted': CustomEvent<undefined>;
  }
}
