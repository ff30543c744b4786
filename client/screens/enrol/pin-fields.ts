import { html, type TemplateResult } from 'lit';
import { describedBy, errorPart, hintPart } from '../../components/field-parts';
import type { FieldError } from '../../components/heed-error-summary';
import { choosePin } from '../../strings/lock';
import { PIN_AGAIN_FIELD, PIN_FIELD, type TypedPin } from './pin-faults';

/**
 * A PIN, twice. Text masked by style, as on the keypad: a password field would make the browser offer to keep it.
 * @param changed gets digits only
 */
export function pinFields(
  typed: TypedPin,
  errors: readonly FieldError[],
  changed: (typed: TypedPin) => void,
): TemplateResult {
  const errorOf = (id: string) => errors.find(({ field }) => field === id)?.text ?? '';
  return html`<div class="field">
      <label class="label" for=${PIN_FIELD}>${choosePin.pin}</label>
      ${hintPart(PIN_FIELD, choosePin.hint)} ${errorPart(PIN_FIELD, errorOf(PIN_FIELD))}
      ${pinInput(PIN_FIELD, typed.pin, choosePin.hint, errorOf(PIN_FIELD), (pin) =>
        changed({ ...typed, pin }),
      )}
    </div>
    <div class="field">
      <label class="label" for=${PIN_AGAIN_FIELD}>${choosePin.again}</label>
      ${errorPart(PIN_AGAIN_FIELD, errorOf(PIN_AGAIN_FIELD))}
      ${pinInput(PIN_AGAIN_FIELD, typed.again, '', errorOf(PIN_AGAIN_FIELD), (again) =>
        changed({ ...typed, again }),
      )}
    </div>`;
}

/** One PIN, by the same rules. @param changed gets digits only */
export function pinInput(
  id: string,
  value: string,
  hint: string,
  error: string,
  changed: (digits: string) => void,
): TemplateResult {
  const onInput = (event: Event) => {
    const input = event.target as HTMLInputElement;
    input.value = input.value.replace(/\D/g, '');
    changed(input.value);
  };
  return html`<input
    id=${id}
    class="input pin-input"
    type="text"
    inputmode="numeric"
    autocomplete="off"
    maxlength="20"
    .value=${value}
    aria-invalid=${error === '' ? 'false' : 'true'}
    aria-describedby=${describedBy(id, hint, error)}
    @input=${onInput}
  />`;
}
