import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, errorPart, hintPart } from './field-parts';

/** One line of text with its label, hint and error. */
export interface TextField {
  id: string;
  label: string;
  value: string;
  typed: (value: string) => void;
  hint?: string;
  error?: string;
  type?: 'text' | 'email';
  /** `off` wherever the browser must not keep what is typed (ui.md, section 1) */
  autocomplete?: 'off' | 'username' | 'username webauthn' | 'one-time-code' | 'honorific-prefix' | 'nickname';
  placeholder?: string;
}

/** Draws a {@link TextField}: a template and not an element, since it keeps nothing. */
export function textField(field: TextField): TemplateResult {
  const { id, hint = '', error = '', type = 'text' } = field;
  return html`<div class=${error === '' ? 'field' : 'field invalid'}>
    <label class="label" for=${id}>${field.label}</label>
    ${hintPart(id, hint)} ${errorPart(id, error)}
    <input
      class="input"
      id=${id}
      name=${id}
      type=${type}
      inputmode=${type === 'email' ? 'email' : nothing}
      autocomplete=${field.autocomplete ?? 'off'}
      autocapitalize=${type === 'email' ? 'off' : nothing}
      spellcheck="false"
      placeholder=${field.placeholder ?? nothing}
      .value=${field.value}
      aria-invalid=${error === '' ? nothing : 'true'}
      aria-describedby=${describedBy(id, hint, error)}
      @input=${(event: Event) => field.typed((event.target as HTMLInputElement).value)}
    />
  </div>`;
}
