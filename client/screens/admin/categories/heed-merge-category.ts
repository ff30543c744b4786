import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AdministeredCategory } from '../../../../protocol/categories';
import { fire } from '../../../components/fire';
import { icon } from '../../../components/heed-icon';
import { categoriesPage } from '../../../strings/admin/categories';
import { withBelow, type CategoryLine } from './category-lines';

const words = categoriesPage.merge;

/** Chooses the category into which another one goes, and says first what moves. */
@customElement('heed-merge-category')
export class HeedMergeCategory extends LitElement {
  @property({ attribute: false }) category: AdministeredCategory | null = null;
  @property({ attribute: false }) lines: readonly CategoryLine[] = [];
  @state() private _into = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { category, lines } = this;
    if (!category) return nothing;
    const below = withBelow(lines, category.id);
    const choices = lines.flatMap(({ saved }) =>
      saved && !saved.disabled && !below.has(saved.id) ? [saved] : [],
    );
    const into = choices.find(({ id }) => id === this._into);
    return html`<details class="merge">
      <summary>${words.title}</summary>
      <p class="hint">${words.hint}</p>
      <div class="field">
        <label class="label" for="merge-into">${words.into}</label>
        <span class="select-box"
          ><select
            class="select"
            id="merge-into"
            @change=${(event: Event) => (this._into = (event.target as HTMLSelectElement).value)}
          >
            <option value="">${words.choose}</option>
            ${choices.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select
          >${icon('chevron-down')}</span
        >
      </div>
      <div aria-live="polite">${into ? this._renderPreview(category, into) : nothing}</div>
    </details>`;
  }

  private _renderPreview(from: AdministeredCategory, into: AdministeredCategory): TemplateResult {
    const { concerns, rules, groups } = from.uses;
    const children = this.lines.flatMap(({ saved }) => (saved?.parentId === from.id ? saved.name : []));
    return html`<p class="strong">${words.moves(from.name, into.name)}</p>
      <ul class="gains">
        <li>${words.concerns(concerns)}</li>
        <li>${words.rules(rules)}</li>
        <li>${words.below(children)}</li>
        <li>${words.rights(groups, into.name)}</li>
      </ul>
      <p>
        <button
          type="button"
          class="button small"
          @click=${() => fire(this, 'merge-chosen', { intoId: into.id })}
        >
          ${words.go}
        </button>
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-merge-category': HeedMergeCategory;
  }
  interface HTMLElementEventMap {
    'merge-chosen': CustomEvent<{ intoId: string }>;
  }
}
