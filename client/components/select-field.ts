import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, errorPart, hintPart } from './field-parts';
import { icon } from './heed-icon';

/** One of several, in a list that opens. */
export interface SelectField {
  readonly id: string;
  readonly label: string;
  /** The label is read out only; for filters that say in themselves what they are. */
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: (value: string) => void;
  readonly hint?: string;
  readonly error?: string;
}

/** Draws a {@link SelectField}: a template and not an element, since it keeps nothing. */
export function selectField(field: SelectField): TemplateResult {
  const { id, hint = '', error = '' } = field;
  return html`<div class=${error === '' ? 'field' : 'field invalid'}>
    <label class=${field.labelHidden ? 'visually-hidden' : 'label'} for=${id}>${field.label}</label>
    ${hintPart(id, hint)} ${errorPart(id, error)}
    <span class="select-box"
      ><select
        class="select"
        id=${id}
        aria-invalid=${error === '' ? nothing : 'true'}
        aria-describedby=${describedBy(id, hint, error)}
        @change=${(event: Event) => field.chosen((event.target as HTMLSelectElement).value)}
      >
        ${field.options.map(
          ({ value, label }) =>
            html`<option value=${value} ?selected=${value === field.value} .selected=${value === field.value}>
              ${label}
            </option>`,
        )}</select
      >${icon('chevron-down')}</span
    >
  </div>`;
}
