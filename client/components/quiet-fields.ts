import { html, nothing, type TemplateResult } from 'lit';
import type { QuietHours } from '../../protocol/quiet-hours';
import { quietHours as words } from '../strings/components';
import { describedBy, errorPart } from './field-parts';

/** What stands there when quiet hours are switched on. */
const USUAL: QuietHours = { from: '19:00', to: '07:00', weekends: true };

/** Quiet hours, off or from one time to another, with weekends. @param fields.quiet null: off */
export function quietFields(fields: {
  id: string;
  label: string;
  quiet: QuietHours | null;
  error: string;
  changed: (quiet: QuietHours | null) => void;
}): TemplateResult {
  const { id, label, quiet, error, changed } = fields;
  const time = (name: 'from' | 'to', value: string) =>
    html`<div class=${error === '' ? 'field' : 'field invalid'}>
      <label class="label" for="${id}-${name}">${words[name]}</label>
      <input
        class="input"
        id="${id}-${name}"
        type="time"
        autocomplete="off"
        .value=${value}
        aria-invalid=${error === '' ? nothing : 'true'}
        aria-describedby=${describedBy(id, '', error)}
        @change=${(event: Event) =>
          quiet && changed({ ...quiet, [name]: (event.target as HTMLInputElement).value })}
      />
    </div>`;
  return html`<fieldset class="quiet-fields">
    <legend class="visually-hidden">${label}</legend>
    ${tick(label, quiet !== null, (on) => changed(on ? USUAL : null))}
    ${quiet === null
      ? nothing
      : html`${errorPart(id, error)}
          <div class="field-pair">${time('from', quiet.from)} ${time('to', quiet.to)}</div>
          ${tick(words.weekends, quiet.weekends, (weekends) => changed({ ...quiet, weekends }))}`}
  </fieldset>`;
}

function tick(label: string, on: boolean, changed: (on: boolean) => void): TemplateResult {
  return html`<label class="check"
    ><input
      type="checkbox"
      autocomplete="off"
      .checked=${on}
      @change=${(event: Event) => changed((event.target as HTMLInputElement).checked)}
    /><span>${label}</span></label
  >`;
}
