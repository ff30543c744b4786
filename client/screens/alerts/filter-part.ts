import { html, nothing, type TemplateResult } from 'lit';
import { levelField } from '../../components/level-field';
import { selectField } from '../../components/select-field';
import { inbox as words } from '../../strings/inbox';
import { filterWords, isLimited, noFields, type InboxChoices, type InboxFields } from './inbox-filter';

export interface FilterPart {
  readonly fields: InboxFields;
  readonly choices: InboxChoices;
  /** the fields are shown */
  readonly open: boolean;
  readonly changed: (fields: InboxFields) => void;
}

/** What limits the list of alerts: the fields where they are open, and always in words what they say. */
export function filterPart({ fields, choices, open, changed }: FilterPart): TemplateResult | typeof nothing {
  if (!open && !isLimited(fields)) return nothing;
  return html`<div class="list-tabs inbox-filter" id="inbox-filter">
    ${open ? html`<div class="filter-fields">${inputs(fields, choices, changed)}</div>` : nothing}
    ${isLimited(fields)
      ? html`<p class="row apart">
          <span class="hint">${words.only(filterWords(fields, choices))}</span>
          <button type="button" class="button small quiet" @click=${() => changed(noFields)}>
            ${words.clearFilter}
          </button>
        </p>`
      : nothing}
  </div>`;
}

function inputs(fields: InboxFields, choices: InboxChoices, changed: FilterPart['changed']): TemplateResult {
  const options = (any: string, all: InboxChoices['years']) => [
    { value: '', label: any },
    ...all.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return html`${levelField({
    id: 'inbox-level',
    value: fields.level,
    chosen: (level) => changed({ ...fields, level: level as InboxFields['level'] }),
  })}
  ${selectField({
    id: 'inbox-category',
    label: words.category,
    value: fields.category,
    options: options(words.anyCategory, choices.categories),
    chosen: (category) => changed({ ...fields, category }),
  })}
  ${selectField({
    id: 'inbox-year',
    label: words.year,
    value: fields.year,
    options: options(words.anyYear, choices.years),
    chosen: (year) => changed({ ...fields, year }),
  })}`;
}
