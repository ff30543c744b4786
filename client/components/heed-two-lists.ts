import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { locale } from '../../protocol/words/language';
import { twoLists as words } from '../strings/admin/two-lists';
import { avatar, initialsOf } from './avatar';
import { fire } from './fire';
import { icon } from './heed-icon';
import { announce } from './heed-live-region';

/** A person or a group that may stand in the list. */
export interface PickOption {
  readonly id: string;
  readonly name: string;
  /** What tells two of one name apart: job title, or how many a group is. */
  readonly note: string;
  readonly group: boolean;
}

type Side = 'in' | 'out';

/** Who is in a list and who is not, side by side, each with a filter; one press moves a row over. */
@customElement('heed-two-lists')
export class HeedTwoLists extends LitElement {
  /** Heading of the left list. */
  @property() listed = '';
  /** Heading of the right list. */
  @property() others = '';
  /** Stands in the left list while nobody is in it. */
  @property() empty = '';
  @property({ attribute: false }) options: readonly PickOption[] = [];
  @property({ attribute: false }) chosen: readonly string[] = [];
  /** Ids that are saved in the list; others in it are marked as not saved. */
  @property({ attribute: false }) saved: readonly string[] = [];
  @state() private _filters: Readonly<Record<Side, string>> = { in: '', out: '' };

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const chosen = new Set(this.chosen);
    return html`<div class="two-lists">
      ${this._renderSide(
        'in',
        this.listed,
        this.options.filter(({ id }) => chosen.has(id)),
      )}
      ${this._renderSide(
        'out',
        this.others,
        this.options.filter(({ id }) => !chosen.has(id)),
      )}
    </div>`;
  }

  private _renderSide(side: Side, title: string, all: readonly PickOption[]): TemplateResult {
    const typed = this._filters[side].trim().toLocaleLowerCase(locale);
    const shown = all.filter(({ name, note }) => `${name} ${note}`.toLocaleLowerCase(locale).includes(typed));
    const count = typed === '' ? String(all.length) : words.someOf(shown.length, all.length);
    const none = all.length === 0 && side === 'in' ? this.empty : words.noneFound;
    return html`<section class="card flush pick-list" data-side=${side}>
      <div class="card-head">
        <h3>${title}</h3>
        <span class="label-pill">${count}</span>
      </div>
      <div class="pick-filter">
        ${icon('search')}<input
          class="input"
          type="search"
          autocomplete="off"
          placeholder=${words.filter}
          aria-label=${words.filterIn(title)}
          .value=${this._filters[side]}
          @input=${(event: Event) => this._filter(side, (event.target as HTMLInputElement).value)}
        />
      </div>
      ${shown.length === 0
        ? html`<p class="card-line hint">${none}</p>`
        : html`<ul class="pick-rows">
            ${repeat(
              shown,
              ({ id }) => id,
              (option) => this._renderRow(side, option),
            )}
          </ul>`}
    </section>`;
  }

  private _renderRow(side: Side, option: PickOption): TemplateResult {
    const { id, name, group } = option;
    const fresh = side === 'in' && !this.saved.includes(id);
    const note = fresh ? words.fresh : option.note;
    return html`<li class="pick-row ${group ? 'of-group' : ''}">
      ${avatar(initialsOf(name), id, 32)}
      <span class="grow">${name}${note === '' ? nothing : html`<small class="meta">${note}</small>`}</span>
      <button
        type="button"
        class="button quiet icon-only"
        aria-label=${side === 'in' ? words.remove(name) : words.add(name)}
        @click=${() => this._move(side, option)}
      >
        ${icon(side === 'in' ? 'x' : 'plus')}
      </button>
    </li>`;
  }

  private _filter(side: Side, typed: string): void {
    this._filters = { ...this._filters, [side]: typed };
  }

  private _move(side: Side, { id, name }: PickOption): void {
    const place = this._buttons(side).findIndex((button) => button === document.activeElement);
    const ids = side === 'in' ? this.chosen.filter((one) => one !== id) : [...this.chosen, id];
    fire(this, 'picked', { ids });
    announce(side === 'in' ? words.removed(name) : words.added(name));
    void this._keepPlace(side, place);
  }

  /** The row goes with its button: the focus stays in its list, on the row that follows. */
  private async _keepPlace(side: Side, place: number): Promise<void> {
    await new Promise(requestAnimationFrame);
    await this.updateComplete;
    const left = this._buttons(side);
    const next = left[Math.min(Math.max(place, 0), left.length - 1)];
    (next ?? this.querySelector<HTMLElement>(`[data-side=${side}] input`))?.focus();
  }

  private _buttons(side: Side): HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>(`[data-side=${side}] .pick-row button`)];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-two-lists': HeedTwoLists;
  }
  interface HTMLElementEventMap {
    picked: CustomEvent<{ ids: readonly string[] }>;
  }
}
