import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { logIn as words } from '../strings/log-in';
import { describedBy, errorPart, hintPart } from './field-parts';
import { fire } from './fire';

/** A password, with Show: a plain input in the page's own tree, so that password managers meet it. */
@customElement('heed-password-field')
export class HeedPasswordField extends LitElement {
  @property({ attribute: 'field-id' }) fieldId = 'password';
  @property() label = words.password;
  @property() hint = '';
  @property() error = '';
  @property() value = '';
  @property() autocomplete: 'current-password' | 'new-password' = 'current-password';
  @state() private _shown = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override focus(): void {
    this.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult {
    return html`<div class=${this.error === '' ? 'field' : 'field invalid'}>
      <label class="label" for=${this.fieldId}>${this.label}</label>
      ${hintPart(this.fieldId, this.hint)} ${errorPart(this.fieldId, this.error)}
      <div class="password-box">
        <input
          class="input"
          id=${this.fieldId}
          name=${this.fieldId}
          type=${this._shown ? 'text' : 'password'}
          autocomplete=${this.autocomplete}
          autocapitalize="off"
          spellcheck="false"
          .value=${this.value}
          aria-invalid=${this.error === '' ? nothing : 'true'}
          aria-describedby=${describedBy(this.fieldId, this.hint, this.error)}
          @input=${(event: Event) => this._typed((event.target as HTMLInputElement).value)}
        />
        <button
          type="button"
          class="button quiet"
          aria-pressed=${this._shown}
          aria-controls=${this.fieldId}
          @click=${() => (this._shown = !this._shown)}
        >
          ${this._shown ? words.hide : words.show}<span class="visually-hidden"> ${words.thePassword}</span>
        </button>
      </div>
    </div>`;
  }

  private _typed(value: string): void {
    this.value = value;
    fire(this, 'password-changed', { value });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-password-field': HeedPasswordField;
  }
  interface HTMLElementEventMap {
    'password-changed': CustomEvent<{ value: string }>;
  }
}
