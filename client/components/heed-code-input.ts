import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { code as words } from '../strings/components';
import { describedBy, errorPart, hintPart } from './field-parts';
import { fire } from './fire';

const LENGTH = 6;

/** The digits of whatever was typed or pasted: "123 456" and "123-456" are codes too. At most six. */
export function codeDigits(text: string): string {
  return text.replace(/\D/g, '').slice(0, LENGTH);
}

/** Six digits: one real input under six drawn boxes, so that paste and one-time-code autofill work. */
@customElement('heed-code-input')
export class HeedCodeInput extends LitElement {
  @property({ attribute: 'field-id' }) fieldId = 'code';
  @property() label = words.label;
  @property({ type: Boolean, attribute: 'label-hidden' }) labelHidden = false;
  @property() hint = '';
  @property() error = '';
  @property() value = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override focus(): void {
    this._input?.focus();
  }

  protected override render(): TemplateResult {
    return html`<div class=${this.error === '' ? '' : 'invalid'}>
      <label class=${this.labelHidden ? 'visually-hidden' : 'label'} for=${this.fieldId}>${this.label}</label>
      ${hintPart(this.fieldId, this.hint)} ${errorPart(this.fieldId, this.error)}
      <div class="code-field">
        ${Array.from({ length: LENGTH }, (_, place) => this._renderBox(place))}
        <input
          id=${this.fieldId}
          type="text"
          inputmode="numeric"
          autocomplete="one-time-code"
          pattern="[0-9]*"
          maxlength=${LENGTH}
          autocapitalize="off"
          spellcheck="false"
          .value=${this.value}
          aria-invalid=${this.error !== ''}
          aria-describedby=${describedBy(this.fieldId, this.hint, this.error)}
          @input=${this._onInput}
          @paste=${this._onPaste}
          @select=${this._caretToEnd}
          @focus=${this._caretToEnd}
        />
      </div>
    </div>`;
  }

  private get _input(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  private _renderBox(place: number): TemplateResult {
    const next = place === Math.min(this.value.length, LENGTH - 1);
    return html`<span class="code-box ${next ? 'next' : ''}" aria-hidden="true"
      >${this.value[place] ?? ''}</span
    >`;
  }

  private readonly _onInput = (event: Event): void => {
    this._take((event.target as HTMLInputElement).value);
  };

  /** `maxlength` would cut "123 456" to five digits before anyone could strip the space. */
  private readonly _onPaste = (event: ClipboardEvent): void => {
    const pasted = codeDigits(event.clipboardData?.getData('text') ?? '');
    if (pasted === '') return;
    event.preventDefault();
    this._take(pasted.length === LENGTH ? pasted : this.value + pasted);
  };

  private _take(text: string): void {
    this.value = codeDigits(text);
    if (this._input) this._input.value = this.value;
    fire(this, 'code-changed', { code: this.value });
    if (this.value.length === LENGTH) fire(this, 'code-complete', { code: this.value });
  }

  /** The drawn boxes fill from the left only, so the unseen caret stays behind the last digit. */
  private readonly _caretToEnd = (): void => {
    const input = this._input;
    if (input && input.selectionStart === input.selectionEnd) {
      input.setSelectionRange(input.value.length, input.value.length);
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-code-input': HeedCodeInput;
  }
  interface HTMLElementEventMap {
    'code-changed': CustomEvent<{ code: string }>;
    'code-complete': CustomEvent<{ code: string }>;
  }
}
