import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../../components/heed-icon';
import { textField } from '../../../components/text-field';
import { staffMember as words } from '../../../strings/admin/staff';
import type { StaffFacts } from './staff-facts';
import type { StaffLists } from './standing';

type Text = Exclude<keyof StaffFacts, 'groupId' | 'classes'>;

export interface StaffFormGiven {
  readonly facts: StaffFacts;
  readonly lists: Pick<StaffLists, 'groups' | 'classes'>;
  /** Whether this field may be found empty by now; on a new page nobody has had the time to type it. */
  readonly checked: (id: string) => boolean;
  readonly changed: (facts: StaffFacts) => void;
}

/** Everything that a school says of one person, in two cards. It keeps nothing: every key press is handed on. */
export function staffForm(given: StaffFormGiven): TemplateResult {
  return html`<section class="card stack">
      <h2>${words.who}</h2>
      <div class="field-grid">
        ${text(given, 'firstName', { needed: true })} ${text(given, 'lastName', { needed: true })}
        ${text(given, 'jobTitle')} ${text(given, 'title', { hint: words.fields.titleHint })}
        ${text(given, 'knownAs', { hint: words.fields.knownAsHint })}
        ${text(given, 'phone', { hint: words.fields.phoneHint })}
      </div>
      ${text(given, 'email', { hint: words.fields.emailHint })}
    </section>
    <section class="card stack">
      <h2>${words.rights}</h2>
      ${groupField(given)} ${classesField(given)}
    </section>`;
}

function text(
  { facts, checked, changed }: StaffFormGiven,
  key: Text,
  { hint = '', needed = false }: { hint?: string; needed?: boolean } = {},
): TemplateResult {
  const error = needed && checked(`staff-${key}`) && facts[key].trim() === '' ? words.needed : '';
  return textField({
    id: `staff-${key}`,
    label: words.fields[key],
    value: facts[key],
    hint,
    error,
    ...(key === 'email' ? { type: 'email' as const } : {}),
    typed: (value) => changed({ ...facts, [key]: value }),
  });
}

function groupField({ facts, lists, changed }: StaffFormGiven): TemplateResult {
  const current = lists.groups.find(({ id }) => id === facts.groupId);
  if (current?.builtIn) {
    return html`<p>${words.fields.group}: <strong>${current.name}</strong></p>
      <p class="hint">${words.keptByHeed}</p>`;
  }
  return html`<div class="field">
    <label class="label" for="staff-group">${words.fields.group}</label>
    <p class="hint" id="staff-group-hint">${words.fields.groupHint}</p>
    <span class="select-box"
      ><select
        class="select"
        id="staff-group"
        aria-describedby="staff-group-hint"
        @change=${(event: Event) => changed({ ...facts, groupId: (event.target as HTMLSelectElement).value })}
      >
        ${lists.groups
          .filter(({ builtIn }) => !builtIn)
          .map(
            ({ id, name }) => html`<option value=${id} .selected=${id === facts.groupId}>${name}</option>`,
          )}</select
      >${icon('chevron-down')}</span
    >
  </div>`;
}

function classesField({ facts, lists, changed }: StaffFormGiven): TemplateResult {
  const toggle = (id: string, on: boolean) =>
    changed({ ...facts, classes: [...facts.classes.filter((one) => one !== id), ...(on ? [id] : [])] });
  return html`<fieldset class="field">
    <legend class="label">${words.fields.classes}</legend>
    ${lists.classes.length === 0 ? html`<p class="hint">${words.noClasses}</p>` : nothing}
    <div class="check-grid">
      ${lists.classes.map(
        ({ id, name }) =>
          html`<label class="check"
            ><input
              type="checkbox"
              .checked=${facts.classes.includes(id)}
              @change=${(event: Event) => toggle(id, (event.target as HTMLInputElement).checked)}
            /><span>${name}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}
