import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { kinds as words } from '../strings/components';
import { errorPart } from './field-parts';
import { fire } from './fire';
import { icon } from './heed-icon';

/** A category marked "On record screen", with those sub-categories that this person may add to. */
export interface CategoryTile {
  id: string;
  name: string;
  /** The school's own help for it, shown once it is ticked. */
  guidance?: string;
  children?: readonly CategoryTile[];
}

/** What kind of concern: tiles over checkboxes; ticking one shows its guidance and its sub-categories in place. */
@customElement('heed-category-tiles')
export class HeedCategoryTiles extends LitElement {
  @property({ attribute: 'field-id' }) fieldId = 'kinds';
  @property() label = words.label;
  @property() hint = words.hint;
  @property() error = '';
  @property({ attribute: false }) categories: readonly CategoryTile[] = [];
  /** Ids of ticked categories, sub-categories included. */
  @property({ attribute: false }) chosen: readonly string[] = [];
  /** "I'm not sure" is ticked: then nothing else is. */
  @property({ type: Boolean }) unsure = false;
  /** The school has a category of its own for "I'm not sure": then ours is not shown beside it. */
  @property({ type: Boolean }) ownUnsure = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<fieldset id=${this.fieldId}>
      <legend class="question with-hint">${this.label}<span class="hint">${this.hint}</span></legend>
      ${errorPart(this.fieldId, this.error)}
      <div class="tiles">
        ${this.categories.map((tile) => this._renderTile(tile))}
        ${this.ownUnsure ? nothing : this._renderCheckbox(words.notSure, this.unsure, this._toggleUnsure)}
      </div>
      ${this.categories
        .filter((tile) => this.chosen.includes(tile.id))
        .map((tile) => this._renderInside(tile))}
    </fieldset>`;
  }

  private _renderTile(tile: CategoryTile): TemplateResult {
    return this._renderCheckbox(tile.name, this.chosen.includes(tile.id), () => this._toggle(tile));
  }

  private _renderCheckbox(name: string, ticked: boolean, change: () => void): TemplateResult {
    return html`<label class="tile"
      ><input type="checkbox" autocomplete="off" .checked=${ticked} @change=${change} /><span class="tick"
        >${icon('check')}</span
      ><span>${name}</span></label
    >`;
  }

  private _renderInside(tile: CategoryTile): TemplateResult | typeof nothing {
    const children = tile.children ?? [];
    const guidance = [tile, ...children.filter((child) => this.chosen.includes(child.id))]
      .map((one) => one.guidance ?? '')
      .filter((text) => text !== '');
    if (children.length === 0 && guidance.length === 0) return nothing;
    return html`<fieldset class="sub-kinds">
      <legend>${children.length > 0 ? words.which(tile.name) : tile.name}</legend>
      ${guidance.map((text) => html`<p class="hint">${text}</p>`)}
      ${children.length > 0
        ? html`<div class="chips">${children.map((child) => this._renderChip(child))}</div>`
        : nothing}
    </fieldset>`;
  }

  private _renderChip(child: CategoryTile): TemplateResult {
    return html`<label class="chip choice-chip"
      ><input
        type="checkbox"
        autocomplete="off"
        .checked=${this.chosen.includes(child.id)}
        @change=${() => this._toggle(child)}
      /><span>${child.name}</span></label
    >`;
  }

  /** Unticking a parent unticks its sub-categories: what is no longer seen is not sent. */
  private _toggle(tile: CategoryTile): void {
    const without = new Set([tile.id, ...(tile.children ?? []).map((child) => child.id)]);
    const rest = this.chosen.filter((id) => !without.has(id));
    this._set(this.chosen.includes(tile.id) ? rest : [...this.chosen, tile.id], false);
  }

  private readonly _toggleUnsure = (): void => {
    this._set([], !this.unsure);
  };

  private _set(chosen: readonly string[], unsure: boolean): void {
    this.chosen = chosen;
    this.unsure = unsure;
    fire(this, 'categories-changed', { chosen, unsure });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-category-tiles': HeedCategoryTiles;
  }
  interface HTMLElementEventMap {
    'categories-changed': CustomEvent<{ chosen: readonly string[]; unsure: boolean }>;
  }
}
