import { html, nothing, type TemplateResult } from 'lit';
import { numberBounds, type NumberSetting } from '../../../../protocol/settings';
import { describedBy, errorPart, hintPart } from '../../../components/field-parts';
import { settings as words } from '../../../strings/admin/settings';

/** One number with its unit and its bounds. @param error what is wrong with it, or empty */
export function numberField(
  name: NumberSetting,
  value: string,
  error: string,
  typed: (value: string) => void,
): TemplateResult {
  const { least, most, usual } = numberBounds[name];
  const { label, unit } = words.numbers[name];
  const hint = words.bounds(least, most, usual);
  return html`<div class=${error === '' ? 'field' : 'field invalid'}>
    <label class="label" for=${name}>${label}</label>
    ${hintPart(name, hint)} ${errorPart(name, error)}
    <span class="row"
      ><input
        class="input number"
        id=${name}
        type="number"
        inputmode="numeric"
        autocomplete="off"
        min=${least}
        max=${most}
        .value=${value}
        aria-invalid=${error === '' ? nothing : 'true'}
        aria-describedby=${describedBy(name, hint, error)}
        @input=${(event: Event) => typed((event.target as HTMLInputElement).value)}
      />
      ${unit}</span
    >
  </div>`;
}

/** A few sentences of the school's own. */
export function wordingField(field: {
  id: string;
  label: string;
  hint: string;
  value: string;
  error: string;
  typed: (value: string) => void;
}): TemplateResult {
  const { id, label, hint, value, error, typed } = field;
  return html`<div class=${error === '' ? 'field' : 'field invalid'}>
    <label class="label" for=${id}>${label}</label>
    ${hintPart(id, hint)} ${errorPart(id, error)}
    <textarea
      class="textarea"
      id=${id}
      rows="2"
      autocomplete="off"
      .value=${value}
      aria-invalid=${error === '' ? nothing : 'true'}
      aria-describedby=${describedBy(id, hint, error)}
      @input=${(event: Event) => typed((event.target as HTMLTextAreaElement).value)}
    ></textarea>
  </div>`;
}

/** A time of the day or a day, labelled. */
export function momentField(
  id: string,
  label: string,
  type: 'time' | 'date',
  value: string,
  changed: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label class="label" for=${id}>${label}</label>
    <input
      class="input"
      id=${id}
      type=${type}
      autocomplete="off"
      .value=${value}
      @change=${(event: Event) => changed((event.target as HTMLInputElement).value)}
    />
  </div>`;
}
