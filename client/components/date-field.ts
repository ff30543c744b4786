import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, errorPart, hintPart } from './field-parts';

/** A day, or a time; `value` is yyyy-mm-dd or hh:mm, or empty. */
export interface DateField {
  readonly id: string;
  readonly type?: 'date' | 'time';
  readonly label: string;
  readonly value: string;
  readonly chosen: (value: string) => void;
  readonly hint?: string;
  readonly error?: string;
}

/** Draws a {@link DateField}: a template and not an element, since it keeps nothing. */
export function dateField(field: DateField): TemplateResult {
  const { id, hint = '', error = '' } = field;
  return html`<div class=${error === '' ? 'field' : 'field invalid'}>
    <label class="label" for=${id}>${field.label}</label>
    ${hintPart(id, hint)} ${errorPart(id, error)}
    <input
      class="input"
      id=${id}
      type=${field.type ?? 'date'}
      autocomplete="off"
      .value=${field.value}
      aria-invalid=${error === '' ? nothing : 'true'}
      aria-describedby=${describedBy(id, hint, error)}
      @change=${(event: Event) => field.chosen((event.target as HTMLInputElement).value)}
    />
  </div>`;
}
