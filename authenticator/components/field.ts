import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon';

/** A field of light DOM with its label, hint and error. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly value: string;
  readonly kind?: 'text' | 'pin' | 'passphrase';
  readonly changed: (value: string) => void;
}

/** Draws it. A PIN is masked by style: a password field would make the browser offer to save it. */
export function field({
  id,
  label,
  hint = '',
  error = '',
  value,
  kind = 'text',
  changed,
}: Field): TemplateResult {
  const parts = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<div class="field ${error === '' ? '' : 'invalid'}">
    <label class="label" for=${id}>${label}</label>
    ${hint === '' ? nothing : html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${errorLine(`${id}-error`, error)}
    <input
      class="input ${kind === 'text' ? '' : 'masked'}"
      id=${id}
      type="text"
      inputmode=${kind === 'pin' ? 'numeric' : 'text'}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      .value=${value}
      aria-invalid=${error !== ''}
      aria-describedby=${parts === '' ? nothing : parts}
      @input=${(event: Event) => changed((event.target as HTMLInputElement).value)}
    />
  </div>`;
}

/** What is wrong, beside what it is about; spoken when it appears. */
export function errorLine(id: string, error: string): TemplateResult {
  const line = html`<p class="error" id=${id}>${icon('circle-alert')}<span>${error}</span></p>`;
  return html`<div role="alert">${error === '' ? nothing : line}</div>`;
}
