import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../../components/heed-icon';
import { textField } from '../../../components/text-field';
import { categoriesPage as words } from '../../../strings/admin/categories';
import { withBelow, type CategoryFacts, type CategoryLine } from './category-lines';
import './heed-merge-category';

export const markNames = ['onRecordScreen', 'bodyMap', 'urgent', 'restricted'] as const;
const ids = { name: 'category-name', parent: 'category-parent', colour: 'category-colour' } as const;
const GUIDANCE = 'category-guidance';

export interface CategoryFormEvents {
  readonly done: (facts: CategoryFacts) => void;
  readonly cancel: () => void;
  readonly turn: (on: boolean) => void;
  readonly merge: (intoId: string) => void;
}

/** Everything that can be said of one category. @param line null for a new one */
export function categoryForm(
  line: CategoryLine | null,
  facts: CategoryFacts,
  { lines, fault }: { lines: readonly CategoryLine[]; fault: string },
  on: CategoryFormEvents,
): TemplateResult {
  const saved = line?.saved ?? null;
  return html`<form
    class="category-form stack"
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      on.done(read(event.target as HTMLFormElement));
    }}
  >
    <h2>${saved ? words.editTitle(saved.name) : words.newTitle}</h2>
    <div class="category-head">
      ${textField({
        id: ids.name,
        label: words.name,
        value: facts.name,
        error: fault,
        typed: () => undefined,
      })}
      ${parentField(facts, lines, saved?.id ?? null)} ${colourField(facts.colour)}
    </div>
    <div class="field">
      <label class="label" for=${GUIDANCE}>${words.guidance}</label>
      <p class="hint" id="${GUIDANCE}-hint">${words.guidanceHint}</p>
      <textarea
        class="textarea"
        id=${GUIDANCE}
        name=${GUIDANCE}
        maxlength="2000"
        autocomplete="off"
        aria-describedby="${GUIDANCE}-hint"
        .value=${facts.guidance ?? ''}
      ></textarea>
    </div>
    <div class="check-grid wide">
      ${markNames.map(
        (mark) =>
          html`<label class="check"
            ><input type="checkbox" name=${mark} .checked=${facts[mark]} /><span
              >${words.marks[mark]}<small class="hint">${words.whys[mark]}</small></span
            ></label
          >`,
      )}
    </div>
    <div class="row apart">
      ${saved
        ? html`<button type="button" class="button small quiet" @click=${() => on.turn(saved.disabled)}>
            ${saved.disabled ? words.switchOn : words.switchOff}
          </button>`
        : html`<span></span>`}
      <span class="row"
        ><button type="button" class="button" @click=${on.cancel}>${words.cancel}</button>
        <button type="submit" class="button primary">${words.done}</button></span
      >
    </div>
    ${saved
      ? html`<heed-merge-category
          .category=${saved}
          .lines=${lines}
          @merge-chosen=${(event: CustomEvent<{ intoId: string }>) => on.merge(event.detail.intoId)}
        ></heed-merge-category>`
      : nothing}
  </form>`;
}

function parentField(
  facts: CategoryFacts,
  lines: readonly CategoryLine[],
  own: string | null,
): TemplateResult {
  const below = own === null ? new Set<string>() : withBelow(lines, own);
  const choices = lines.flatMap(({ saved, depth }) =>
    saved && !below.has(saved.id) && (!saved.disabled || saved.id === facts.parentId)
      ? [{ id: saved.id, name: `${'\u2003'.repeat(depth)}${saved.name}` }]
      : [],
  );
  return html`<div class="field">
    <label class="label" for=${ids.parent}>${words.below}</label>
    <span class="select-box"
      ><select class="select" id=${ids.parent} name=${ids.parent}>
        <option value="" ?selected=${facts.parentId === null}>${words.top}</option>
        ${choices.map(
          ({ id, name }) => html`<option value=${id} ?selected=${id === facts.parentId}>${name}</option>`,
        )}</select
      >${icon('chevron-down')}</span
    >
  </div>`;
}

function colourField(colour: string): TemplateResult {
  return html`<div class="field">
    <label class="label" for=${ids.colour}>${words.colour}</label>
    <input
      class="colour-input"
      type="color"
      id=${ids.colour}
      name=${ids.colour}
      .value=${colour.toLowerCase()}
    />
  </div>`;
}

function read(form: HTMLFormElement): CategoryFacts {
  const data = new FormData(form);
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    name: text(ids.name),
    parentId: text(ids.parent) || null,
    colour: text(ids.colour).toUpperCase(),
    guidance: text(GUIDANCE) || null,
    restricted: data.has('restricted'),
    urgent: data.has('urgent'),
    bodyMap: data.has('bodyMap'),
    onRecordScreen: data.has('onRecordScreen'),
  };
}
