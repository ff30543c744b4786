import { html, type TemplateResult } from 'lit';
import { auditKinds, type AuditKind } from '../../../../protocol/audit';
import { icon } from '../../../components/heed-icon';
import { audit as words } from '../../../strings/admin/audit';

/** What the audit is searched for; an empty string: not limited. */
export interface AuditSearch {
  readonly who: string;
  readonly kind: AuditKind | '';
  /** yyyy-mm-dd */
  readonly from: string;
  readonly to: string;
  readonly reference: string;
}

export const everything: AuditSearch = { who: '', kind: '', from: '', to: '', reference: '' };

/** The search as the query of a call: only what is limited. */
export function queryOf(
  search: AuditSearch,
): Partial<Record<keyof AuditSearch, string>> & { kind?: AuditKind } {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ''));
}

/** Who, what kind, from, to, which record. */
export function auditFilter(
  search: AuditSearch,
  people: readonly { id: string; name: string }[],
  on: { search: (search: AuditSearch) => void },
): TemplateResult {
  return html`<form
    class="card audit-filter"
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      on.search(read(event.target as HTMLFormElement));
    }}
  >
    ${choice('who', words.who, search.who, [
      { value: '', label: words.anybody },
      ...people.map(({ id, name }) => ({ value: id, label: name })),
    ])}
    ${choice('kind', words.kind, search.kind, [
      { value: '', label: words.anyKind },
      ...auditKinds.map((kind) => ({ value: kind, label: words.kinds[kind] })),
    ])}
    ${field('from', words.from, 'date', search.from)} ${field('to', words.to, 'date', search.to)}
    ${field('reference', words.reference, 'text', search.reference, words.referenceHint)}
    <span class="row filter-buttons"
      ><button type="submit" class="button primary">${words.search}</button>
      <button type="button" class="button" @click=${() => on.search(everything)}>${words.clear}</button></span
    >
  </form>`;
}

function choice(
  name: string,
  label: string,
  chosen: string,
  options: readonly { value: string; label: string }[],
): TemplateResult {
  return html`<div class="field">
    <label class="label" for="audit-${name}">${label}</label>
    <span class="select-box"
      ><select class="select" id="audit-${name}" name=${name}>
        ${options.map(
          ({ value, label: text }) =>
            html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
        )}</select
      >${icon('chevron-down')}</span
    >
  </div>`;
}

function field(
  name: string,
  label: string,
  type: 'date' | 'text',
  value: string,
  placeholder = '',
): TemplateResult {
  return html`<div class="field">
    <label class="label" for="audit-${name}">${label}</label>
    <input
      class="input"
      id="audit-${name}"
      name=${name}
      type=${type}
      autocomplete="off"
      spellcheck="false"
      placeholder=${placeholder}
      maxlength=${type === 'text' ? 8 : 10}
      .value=${value}
    />
  </div>`;
}

function read(form: HTMLFormElement): AuditSearch {
  const data = new FormData(form);
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    who: text('who'),
    kind: auditKinds.find((kind) => kind === text('kind')) ?? '',
    from: text('from'),
    to: text('to'),
    reference: text('reference'),
  };
}
