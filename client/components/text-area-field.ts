import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, errorPart, hintPart } from './field-parts';

/** Several lines of text with their label, hint and error, in a field that grows with them. */
export interface TextAreaField {
  id: string;
  label: string;
  value: string;
  typed: (value: string) => void;
  /** the most characters */
  most: number;
  rows?: number;
  hint?: string;
  error?: string;
}

/** Draws a {@link TextAreaField}: a template and not an element, since it keeps nothing. The browser keeps nothing either. */
export function textAreaField(field: TextAreaField): TemplateResult {
  const { id, hint = '', error = '', rows = 3 } = field;
  return html`<div class=${error === '' ? '' : 'invalid'}>
    <label class="label" for=${id}>${field.label}</label>
    ${hintPart(id, hint)} ${errorPart(id, error)}
    <textarea
      class="textarea grows"
      id=${id}
      rows=${rows}
      maxlength=${field.most}
      autocomplete="off"
      aria-invalid=${error === '' ? nothing : 'true'}
      aria-describedby=${describedBy(id, hint, error)}
      .value=${field.value}
      @input=${(event: Event) => field.typed((event.target as HTMLTextAreaElement).value)}
    ></textarea>
  </div>`;
}
