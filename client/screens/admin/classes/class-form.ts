import { html, nothing, type TemplateResult } from 'lit';
import { selectField } from '../../../components/select-field';
import { textField } from '../../../components/text-field';
import { classes as words } from '../../../strings/admin/classes';

/** What a form says of one class. */
export interface ClassFacts {
  readonly name: string;
  readonly teacherId: string | null;
  readonly yearGroupId: string;
}

export interface ClassFormGiven {
  readonly title: string;
  readonly facts: ClassFacts;
  readonly years: readonly { readonly id: string; readonly name: string; readonly closed: boolean }[];
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  /** A new class stands where it was added. */
  readonly isNew: boolean;
  readonly fault: string;
  readonly keep: (part: Partial<ClassFacts>) => void;
  readonly done: () => void;
  readonly cancel: () => void;
}

/** One class: name, teacher and year group. */
export function classForm(given: ClassFormGiven): TemplateResult {
  const { facts, keep } = given;
  return html`<form
    class="class-form stack"
    novalidate
    aria-label=${given.title}
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      given.done();
    }}
  >
    <div class="field-grid">
      ${textField({
        id: 'class-name',
        label: words.name,
        value: facts.name,
        error: given.fault,
        typed: (name) => keep({ name }),
      })}
      ${selectField({
        id: 'class-teacher',
        label: words.teacher,
        value: facts.teacherId ?? '',
        options: [
          { value: '', label: words.noTeacher },
          ...given.staff.map(({ id, name }) => ({ value: id, label: name })),
        ],
        chosen: (value) => keep({ teacherId: value === '' ? null : value }),
      })}
      ${given.isNew ? nothing : yearField(given)}
    </div>
    ${formButtons(given.cancel)}
  </form>`;
}

function yearField({ facts, years, keep }: ClassFormGiven): TemplateResult {
  return selectField({
    id: 'class-year',
    label: words.year,
    value: facts.yearGroupId,
    options: years
      .filter(({ id, closed }) => !closed || id === facts.yearGroupId)
      .map(({ id, name }) => ({ value: id, label: name })),
    chosen: (yearGroupId) => keep({ yearGroupId }),
  });
}

/** A year group has nothing but its name. */
export function yearForm(given: {
  readonly title: string;
  readonly name: string;
  readonly fault: string;
  readonly typed: (name: string) => void;
  readonly done: () => void;
  readonly cancel: () => void;
}): TemplateResult {
  return html`<form
    class="class-form stack"
    novalidate
    aria-label=${given.title}
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      given.done();
    }}
  >
    ${textField({
      id: 'year-name',
      label: words.name,
      value: given.name,
      error: given.fault,
      typed: given.typed,
    })}
    ${formButtons(given.cancel)}
  </form>`;
}

function formButtons(cancel: () => void): TemplateResult {
  return html`<div class="row">
    <button type="button" class="button" @click=${cancel}>${words.cancel}</button>
    <button type="submit" class="button primary">${words.done}</button>
  </div>`;
}
