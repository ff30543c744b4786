import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keypad as words } from '../strings/components';
import { errorPart } from './field-parts';
import { fire } from './fire';
import { icon } from './heed-icon';

const MANY = 8;
const LONGEST = 20;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/**
 * PIN by big keys or a real keyboard. The input is of type text, masked by style: a password field would make the
 * browser offer to save a colleague's PIN. Nothing keeps the digits after Unlock; they leave in one event.
 */
@customElement('heed-keypad')
export class HeedKeypad extends LitElement {
  @property({ attribute: 'field-id' }) fieldId = 'pin';
  /** For example "PIN for Jo". */
  @property() label = '';
  @property() error = '';
  /** The word on the big key. */
  @property() action = words.unlock;
  /** While the PIN is being tried, or after too many tries. */
  @property({ type: Boolean }) disabled = false;
  @state() private _pin = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override focus(): void {
    this.querySelector('input')?.focus();
  }

  /** Forgets what was typed. */
  clear(): void {
    this._pin = '';
  }

  protected override render(): TemplateResult {
    return html`<form class="keypad" @submit=${this._submit}>
      <div role="alert">${errorPart(this.fieldId, this.error)}</div>
      <div class="pin-line">
        <label for=${this.fieldId}>${this.label}</label>
        <div class="pin-box ${this._pin.length > MANY ? 'many' : ''}">
          ${Array.from(this._pin, () => html`<span class="pin-dot" aria-hidden="true"></span>`)}
          <input
            id=${this.fieldId}
            type="text"
            inputmode="none"
            autocomplete="off"
            maxlength=${LONGEST}
            .value=${this._pin}
            ?disabled=${this.disabled}
            @input=${this._onInput}
          />
        </div>
      </div>
      <span class="visually-hidden" role="status"
        >${this._pin === '' ? '' : words.typed(this._pin.length)}</span
      >
      <div class="keypad-keys" role="group" aria-label=${words.keys}>
        ${digits.map((digit) => this._renderDigit(digit))}
        <button type="button" class="key word" ?disabled=${this.disabled} @click=${this._delete}>
          ${icon('delete')}<span>${words.delete}</span>
        </button>
        ${this._renderDigit('0')}
        <button type="submit" class="key go" ?disabled=${this.disabled}>${this.action}</button>
      </div>
    </form>`;
  }

  private _renderDigit(digit: string): TemplateResult {
    return html`<button
      type="button"
      class="key"
      ?disabled=${this.disabled}
      @click=${() => this._take(this._pin + digit)}
    >
      ${digit}
    </button>`;
  }

  private readonly _onInput = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this._take(input.value);
    input.value = this._pin;
  };

  private _take(text: string): void {
    this._pin = text.replace(/\D/g, '').slice(0, LONGEST);
  }

  private readonly _delete = (): void => {
    this._pin = this._pin.slice(0, -1);
  };

  private readonly _submit = (event: Event): void => {
    event.preventDefault();
    if (this._pin === '' || this.disabled) return;
    const pin = this._pin;
    this.clear();
    fire(this, 'pin-entered', { pin });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-keypad': HeedKeypad;
  }
  interface HTMLElementEventMap {
    'pin-entered': CustomEvent<{ pin: string }>;
  }
}
