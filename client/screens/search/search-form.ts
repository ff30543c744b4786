import { html, nothing, type TemplateResult } from 'lit';
import { dateField } from '../../components/date-field';
import { errorPart, describedBy, hintPart } from '../../components/field-parts';
import { icon } from '../../components/heed-icon';
import { levelField } from '../../components/level-field';
import { selectField } from '../../components/select-field';
import type { SearchChoices } from '../../data/search';
import { search as words } from '../../strings/search';
import { isEmpty, type SearchFields } from './search-fields';

export interface SearchForm {
  fields: SearchFields;
  categories: SearchChoices['categories'];
  busy: boolean;
  /** why the words were refused, or empty */
  error: string;
  changed: (fields: SearchFields) => void;
  search: () => void;
  clear: () => void;
}

/** One box for words, and below it what limits them. Nothing that was typed here before is offered again. */
export function searchForm(form: SearchForm): TemplateResult {
  const { fields, error } = form;
  return html`<form
    class="list-tabs stack"
    role="search"
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      form.search();
    }}
  >
    <div class=${error === '' ? 'field' : 'field invalid'}>
      <label class="label" for="search-words">${words.words}</label>
      ${hintPart('search-words', words.hint)} ${errorPart('search-words', error)}
      <input
        class="input"
        id="search-words"
        type="search"
        enterkeyhint="search"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength="200"
        .value=${fields.words}
        aria-invalid=${error === '' ? nothing : 'true'}
        aria-describedby=${describedBy('search-words', words.hint, error)}
        @input=${(event: Event) =>
          form.changed({ ...fields, words: (event.target as HTMLInputElement).value })}
      />
    </div>
    ${limits(form)}
    <span class="row">
      <button type="submit" class="button primary" aria-disabled=${form.busy}>
        ${icon('search')}${words.go}
      </button>
      ${isEmpty(fields)
        ? nothing
        : html`<button type="button" class="button quiet" @click=${form.clear}>${words.clear}</button>`}
    </span>
  </form>`;
}

function limits({ fields, categories, changed }: SearchForm): TemplateResult {
  return html`<details class="search-limits">
    <summary>${words.limits}</summary>
    <div class="stack">
      ${dateField({
        id: 'search-from',
        label: words.from,
        value: fields.from,
        chosen: (from) => changed({ ...fields, from }),
      })}
      ${dateField({
        id: 'search-to',
        label: words.to,
        value: fields.to,
        chosen: (to) => changed({ ...fields, to }),
      })}
      ${categories.length === 0
        ? nothing
        : selectField({
            id: 'search-category',
            label: words.category,
            value: fields.category,
            options: [
              { value: '', label: words.anyCategory },
              ...categories.map(({ id, name }) => ({ value: id, label: name })),
            ],
            chosen: (category) => changed({ ...fields, category }),
          })}
      ${levelField({
        id: 'search-level',
        value: fields.level,
        chosen: (level) => changed({ ...fields, level: level as SearchFields['level'] }),
      })}
    </div>
  </details>`;
}
