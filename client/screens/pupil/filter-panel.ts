import { html, nothing, type TemplateResult } from 'lit';
import type { ChronologyPage } from '../../../protocol/chronology';
import { dateField } from '../../components/date-field';
import { icon } from '../../components/heed-icon';
import { levelField } from '../../components/level-field';
import { selectField } from '../../components/select-field';
import { chronology as words } from '../../strings/chronology';
import { everything, type ChronologySearch } from './chronology-list';
import { choicesOf, type KindChoice } from './entry-words';

export interface FilterPanel {
  readonly page: ChronologyPage;
  readonly search: ChronologySearch;
  readonly filtered: boolean;
  /** Shown where it does not stand beside the chronology. */
  readonly open: boolean;
  readonly find: (search: ChronologySearch) => void;
}

/** What of the chronology is shown. */
export function filterPanel(panel: FilterPanel): TemplateResult {
  const { page, search, find } = panel;
  const choices = choicesOf(page.kinds);
  const change = (part: Partial<ChronologySearch>) => find({ ...search, ...part });
  return html`<section
    id="chronology-filter"
    class="pupil-filter no-print ${panel.open ? 'open' : ''}"
    aria-label=${words.filter}
  >
    <div class="filter-fields">
      <fieldset>
        <legend class="label">${words.show}</legend>
        ${choices.map((choice) => kindTick(choice, choices, search, change))}
      </fieldset>
      ${selectField({
        id: 'chronology-category',
        label: words.category,
        value: search.category,
        options: withAll(words.anyCategory, page.categories),
        chosen: (category) => change({ category }),
      })}
      ${selectField({
        id: 'chronology-person',
        label: words.person,
        value: search.person,
        options: withAll(words.anybody, page.people),
        chosen: (person) => change({ person }),
      })}
      ${levelField({
        id: 'chronology-level',
        value: search.level,
        chosen: (level) => change({ level }),
      })}
      ${page.marked === 0 && search.significant === ''
        ? nothing
        : html`<label class="kind-tick"
            ><input
              type="checkbox"
              .checked=${search.significant === 'yes'}
              @change=${(event: Event) =>
                change({ significant: (event.target as HTMLInputElement).checked ? 'yes' : '' })}
            />${icon('tag')}<span>${words.significantOnly}</span
            ><span class="meta">${String(page.marked)}</span></label
          >`}
      ${dateField({
        id: 'chronology-from',
        label: words.from,
        value: search.from,
        chosen: (from) => change({ from }),
      })}
      ${dateField({ id: 'chronology-to', label: words.to, value: search.to, chosen: (to) => change({ to }) })}
      ${panel.filtered
        ? html`<button type="button" class="button small" @click=${() => find(everything)}>
            ${words.clear}
          </button>`
        : nothing}
    </div>
  </section>`;
}

function withAll(label: string, named: readonly { id: string; name: string }[]) {
  return [{ value: '', label }, ...named.map(({ id, name }) => ({ value: id, label: name }))];
}

function kindTick(
  choice: KindChoice,
  choices: readonly KindChoice[],
  search: ChronologySearch,
  change: (part: Partial<ChronologySearch>) => void,
): TemplateResult {
  const shown = search.kind === '' ? null : search.kind.split(',');
  const isShown = (one: KindChoice) => shown === null || one.kinds.some((kind) => shown.includes(kind));
  const toggle = (event: Event) => {
    const ticked = (event.target as HTMLInputElement).checked;
    const wanted = choices.filter((one) => (one === choice ? ticked : isShown(one)));
    // Without any there would be nothing to show: then all of them are wanted again.
    const all = wanted.length === choices.length || wanted.length === 0;
    change({ kind: all ? '' : wanted.flatMap(({ kinds }) => kinds).join(',') });
  };
  return html`<label class="kind-tick"
    ><input type="checkbox" .checked=${isShown(choice)} @change=${toggle} />${icon(choice.sign)}<span
      >${choice.label}</span
    ><span class="meta">${String(choice.count)}</span></label
  >`;
}
