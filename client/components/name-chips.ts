import { html, nothing, type TemplateResult } from 'lit';
import { locale } from '../../protocol/words/language';
import { avatar, initialsOf } from './avatar';
import { categorySquare } from './category-square';
import { icon } from './heed-icon';

/** Something that a list of names may hold. */
export interface ChipChoice {
  readonly id: string;
  /** Unlike every other choice's, so that typing it is choosing it. */
  readonly label: string;
  readonly colour?: string;
  readonly person?: boolean;
}

export interface NameChips {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly choices: readonly ChipChoice[];
  readonly chosen: readonly string[];
  readonly takeOut: (name: string) => string;
  readonly changed: (ids: string[]) => void;
}

/** Names as chips with a field for one more, which the browser completes from the choices. */
export function nameChips(field: NameChips): TemplateResult {
  const chosen = field.choices.filter(({ id }) => field.chosen.includes(id));
  const rest = field.choices.filter(({ id }) => !field.chosen.includes(id));
  return html`<div class="chips-line">
    <label class="chips-label" for=${field.id}>${field.label}</label>
    <div class="picker-box">
      ${chosen.map((choice) => chip(choice, field))}
      <input
        class="picker-input"
        id=${field.id}
        list="${field.id}-list"
        autocomplete="off"
        placeholder=${field.placeholder}
        @input=${(event: InputEvent) => {
          // A choice out of the list comes as a whole; letters come one by one, and may go on.
          if (event.inputType !== 'insertText' && !event.inputType.startsWith('delete')) take(event, field);
        }}
        @change=${(event: Event) => take(event, field)}
      />
      <datalist id="${field.id}-list">
        ${rest.map(({ label }) => html`<option value=${label}></option>`)}
      </datalist>
    </div>
  </div>`;
}

function chip({ id, label, colour, person }: ChipChoice, field: NameChips): TemplateResult {
  return html`<span class="tag"
    ><span class="tag-who"
      >${colour ? categorySquare(colour) : nothing}${person
        ? avatar(initialsOf(label), id, 32)
        : nothing}<strong>${label}</strong></span
    ><button
      type="button"
      class="tag-remove"
      aria-label=${field.takeOut(label)}
      @click=${() => field.changed(field.chosen.filter((one) => one !== id))}
    >
      ${icon('x')}
    </button></span
  >`;
}

function take(event: Event, { choices, chosen, changed }: NameChips): void {
  const input = event.target as HTMLInputElement;
  const typed = input.value.trim().toLocaleLowerCase(locale);
  const found = choices.find(({ label }) => label.toLocaleLowerCase(locale) === typed);
  if (!found) return;
  input.value = '';
  if (!chosen.includes(found.id)) changed([...chosen, found.id]);
}
