import { html, type TemplateResult } from 'lit';
import type { ActionChoices } from '../../../protocol/concern-actions';
import { describedBy, errorPart, hintPart } from '../../components/field-parts';
import '../../components/heed-notice';
import { decide as words } from '../../strings/concern-actions';
import type { KeptDecision } from './kept-decision';

type Categories = ActionChoices['categories'];

interface CategoryField {
  readonly id: string;
  readonly categories: Categories;
  /** ids */
  readonly ticked: readonly string[];
  readonly error: string;
  readonly changed: (ticked: readonly string[]) => void;
}

/** Categories as a tree of boxes to tick, in the school's order. */
export function categoryField({ id, categories, ticked, error, changed }: CategoryField): TemplateResult {
  if (categories.length === 0) return html`<heed-notice tone="warn">${words.noneToTick}</heed-notice>`;
  const turn = (one: string) => () => {
    changed(ticked.includes(one) ? ticked.filter((other) => other !== one) : [...ticked, one]);
  };
  return html`<fieldset
    class="sort-list ${error === '' ? '' : 'invalid'}"
    aria-describedby=${describedBy(id, words.categoriesHint, error)}
  >
    <legend class="label">${words.categories}</legend>
    ${hintPart(id, words.categoriesHint)} ${errorPart(id, error)}
    ${categories.map(
      (one, at) =>
        html`<label class="check depth-${depthOf(one, categories)}"
          ><input
            id=${at === 0 ? id : `${id}-${String(at)}`}
            type="checkbox"
            autocomplete="off"
            .checked=${ticked.includes(one.id)}
            @change=${turn(one.id)}
          /><span>${one.name}</span></label
        >`,
    )}
  </fieldset>`;
}

/** What is ticked: what was begun, or else what the concern has. */
export function tickedOf({ categories }: KeptDecision, choices: ActionChoices): readonly string[] {
  return categories ?? had(choices.categories);
}

/** What is wrong with what is ticked. */
export function missingCategories(
  begun: KeptDecision | null,
  choices: ActionChoices | null,
): { categories?: string } {
  const ticked = begun && choices ? tickedOf(begun, choices) : [];
  if (!choices || ticked.length === 0) return { categories: words.noCategory };
  const before = had(choices.categories);
  const same = before.length === ticked.length && before.every((id) => ticked.includes(id));
  return same ? { categories: words.sameCategories } : {};
}

const had = (categories: Categories): string[] =>
  categories.filter(({ chosen }) => chosen).map(({ id }) => id);

/** How far below the top it stands, of those that are shown; at most 2. */
function depthOf({ within }: Categories[number], all: Categories): number {
  const parent = all.find(({ id }) => id === within);
  return parent ? Math.min(2, 1 + depthOf(parent, all)) : 0;
}
