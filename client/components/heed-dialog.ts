import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dialog as words } from '../strings/components';
import { fire } from './fire';
import { icon } from './heed-icon';
import { leafStyles } from './leaf-styles';

/**
 * A modal over the native `<dialog>`: a card in the middle, on a phone a sheet from below. Its content is slotted,
 * so labels, inputs and password managers meet it in the page's own tree. Focus goes to the slotted
 * `[autofocus]` and returns to where it was. The owner sets `open`; Escape and × only ask, by `dialog-closed`.
 */
@customElement('heed-dialog')
export class HeedDialog extends LitElement {
  static override styles = [
    leafStyles,
    css`
      dialog {
        width: min(480px, calc(100vw - 32px));
        max-height: calc(100dvh - 32px);
        padding: 22px 28px 28px;
        border: var(--hair-width) solid var(--tint-edge);
        border-radius: 20px;
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow-high);
        overflow: auto;
      }

      dialog::backdrop {
        background: var(--scrim);
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        margin-bottom: 14px;
      }

      h2 {
        margin: 0;
        font-size: 1.5rem;
        line-height: 1.25;
        font-weight: 680;
        letter-spacing: -0.01em;
      }

      button {
        display: grid;
        flex: none;
        place-items: center;
        width: 48px;
        height: 48px;
        margin-right: -12px;
        border: 0;
        border-radius: 12px;
        background: none;
        color: var(--ink);
        cursor: pointer;
      }

      @media (max-width: 640px) {
        dialog {
          width: 100vw;
          max-width: 100vw;
          margin: auto 0 0;
          padding: 14px 16px calc(20px + env(safe-area-inset-bottom));
          border-radius: 20px 20px 0 0;
        }

        h2 {
          font-size: 1.375rem;
        }
      }

      @media (prefers-reduced-motion: no-preference) and (max-width: 640px) {
        dialog[open] {
          animation: rise 180ms ease-out;
        }

        @keyframes rise {
          from {
            transform: translateY(40px);
          }
        }
      }
    `,
  ];

  @property({ type: Boolean, reflect: true }) open = false;
  @property() heading = '';
  private _openedFrom: HTMLElement | null = null;

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @cancel=${this._onCancel}>
      <div class="head">
        <h2 id="heading">${this.heading}</h2>
        <button type="button" aria-label=${words.close} @click=${this._askToClose}>${icon('x')}</button>
      </div>
      <slot></slot>
    </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (!changed.has('open') || !dialog || dialog.open === this.open) return;
    if (this.open) this._show(dialog);
    else this._hide(dialog);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._openedFrom?.focus();
    this._openedFrom = null;
  }

  private _show(dialog: HTMLDialogElement): void {
    this._openedFrom = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    dialog.showModal();
    // The engine looks for autofocus inside this shadow root only, and the content is slotted.
    // A frame later, when slotted elements have drawn their inputs.
    requestAnimationFrame(() => this.querySelector<HTMLElement>('[autofocus], heed-code-input')?.focus());
  }

  private _hide(dialog: HTMLDialogElement): void {
    dialog.close();
    this._openedFrom?.focus();
    this._openedFrom = null;
  }

  private readonly _onCancel = (event: Event): void => {
    event.preventDefault();
    this._askToClose();
  };

  private readonly _askToClose = (): void => {
    this.open = false;
    fire(this, 'dialog-closed');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-dialog': HeedDialog;
  }
  interface HTMLElementEventMap {
    'dialog-closed': CustomEvent<undefined>;
  }
}
