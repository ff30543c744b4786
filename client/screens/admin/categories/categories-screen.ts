import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AdministeredCategory, readCategories } from '../../../../protocol/categories';
import type { ReplyOf } from '../../../../protocol/endpoint';
import { categorySquare } from '../../../components/category-square';
import '../../../components/heed-empty';
import { icon } from '../../../components/heed-icon';
import { call } from '../../../data/call';
import { categoriesPage as words } from '../../../strings/admin/categories';
import { AdminPage, type PageParts } from '../admin-page';
import { ChangeTray } from '../change-tray';
import { trayBar } from '../tray-bar';
import { categoryForm, markNames } from './category-form';
import {
  categoryLines,
  changeOfCategory,
  fateKey,
  neighbourOf,
  ORDER,
  swapped,
  type CategoryFacts,
  type CategoryLine,
} from './category-lines';

type Loaded = ReplyOf<typeof readCategories>;

const fresh: CategoryFacts = {
  name: '',
  parentId: null,
  colour: '#467EE6',
  guidance: null,
  restricted: false,
  urgent: false,
  bodyMap: false,
  onRecordScreen: true,
};

/** The tree of categories: order by buttons, one form at a time, merging with a preview. */
@customElement('heed-categories-screen')
export class HeedCategoriesScreen extends AdminPage<Loaded> {
  protected readonly right = 'categories';
  @state() private _editing: string | null = null;
  @state() private _nameFault = '';
  private readonly _tray = new ChangeTray(this);
  private _added = 0;

  protected load(): Promise<Loaded> {
    return call('readCategories');
  }

  protected page({ categories }: Loaded): PageParts {
    const lines = categoryLines(categories, this._tray);
    const adding = this._editing !== null && !lines.some(({ key }) => key === this._editing);
    return {
      title: words.title,
      intro: words.intro,
      actions: html`<button type="button" class="button primary" @click=${() => this._add()}>
        ${icon('plus')}${words.add}
      </button>`,
      content: html`${adding ? html`<div class="card">${this._renderForm(null, lines)}</div>` : nothing}
      ${lines.length === 0 && !adding
        ? html`<div class="card"><heed-empty sign="tag" .text=${words.empty}></heed-empty></div>`
        : html`<ul class="card flush category-tree">
            ${repeat(
              lines,
              ({ key }) => key,
              (line) =>
                line.key === this._editing
                  ? html`<li>${this._renderForm(line, lines)}</li>`
                  : this._renderLine(line, lines),
            )}
          </ul>`}`,
      bar: trayBar(this._tray, () => void this.reload()),
    };
  }

  private _renderLine(line: CategoryLine, lines: readonly CategoryLine[]): TemplateResult {
    const { facts, saved, depth, unsaved, key } = line;
    return html`<li
      class="category-line depth-${Math.min(depth, 3)} ${unsaved ? 'unsaved' : ''} ${saved?.disabled
        ? 'is-off'
        : ''}"
    >
      <div class="grow">
        <p class="category-name">${categorySquare(facts.colour)}<span>${facts.name}</span></p>
        <p class="meta">${factsOf(line, lines)}</p>
      </div>
      <div class="rule-deeds">
        ${this._renderMove(line, lines, -1)} ${this._renderMove(line, lines, 1)}
        ${unsaved
          ? html`<button
              type="button"
              class="button small"
              aria-label=${words.undoOne(facts.name)}
              @click=${() => this._undo(key)}
            >
              ${words.undo}
            </button>`
          : nothing}
        <button
          type="button"
          class="button small"
          aria-label=${words.changeOne(facts.name)}
          @click=${() => this._edit(key)}
        >
          ${words.change}
        </button>
      </div>
    </li>`;
  }

  private _renderMove(line: CategoryLine, lines: readonly CategoryLine[], step: -1 | 1): TemplateResult {
    const other = neighbourOf(lines, line, step);
    const { name } = line.facts;
    return html`<button
      type="button"
      class="button quiet icon-only small"
      aria-label=${step < 0 ? words.up(name) : words.down(name)}
      ?disabled=${other === null}
      @click=${() => {
        if (other === null) return;
        this._tray.put(ORDER, { kind: 'category.order', order: swapped(lines, line.key, other) });
      }}
    >
      ${icon(step < 0 ? 'chevron-up' : 'chevron-down')}
    </button>`;
  }

  private _renderForm(line: CategoryLine | null, lines: readonly CategoryLine[]): TemplateResult {
    const saved = line?.saved ?? null;
    return categoryForm(
      line,
      line?.facts ?? fresh,
      { lines, fault: this._nameFault },
      {
        done: (facts) => this._done(saved, facts),
        cancel: () => this._edit(null),
        turn: (on) => {
          if (!saved) return;
          const kind = on ? 'category.enable' : 'category.disable';
          this._tray.put(fateKey(saved.id), { kind, categoryId: saved.id });
          this._edit(null);
        },
        merge: (intoId) => {
          if (!saved) return;
          this._tray.put(fateKey(saved.id), { kind: 'category.merge', categoryId: saved.id, intoId });
          this._edit(null);
        },
      },
    );
  }

  private _add(): void {
    this._edit(`new ${String((this._added += 1))}`);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#category-name')?.focus());
  }

  private _edit(key: string | null): void {
    this._editing = key;
    this._nameFault = '';
  }

  private _undo(key: string): void {
    this._tray.put(fateKey(key), null);
    this._tray.put(key, null);
  }

  private _done(saved: AdministeredCategory | null, facts: CategoryFacts): void {
    if (facts.name === '') {
      this._nameFault = words.needed;
      return;
    }
    this._tray.put(saved?.id ?? this._editing ?? '', changeOfCategory(saved, facts));
    this._edit(null);
  }
}

/** "Urgent, restricted. 14 concerns." and what is not saved of it. */
function factsOf({ facts, saved, unsaved, fate }: CategoryLine, lines: readonly CategoryLine[]): string {
  const marks = markNames.filter((mark) => facts[mark]).map((mark) => words.marks[mark]);
  const parts = [
    saved?.disabled ? words.off : '',
    ...marks,
    saved ? words.concerns(saved.uses.concerns) : '',
  ];
  const said = parts.filter(Boolean).join(' · ');
  if (!unsaved) return said;
  if (fate?.kind === 'category.disable') return words.willSwitchOff;
  if (fate?.kind === 'category.enable') return words.willSwitchOn;
  if (fate?.kind === 'category.merge')
    return words.willMerge(lines.find(({ key }) => key === fate.intoId)?.facts.name ?? '');
  return `${said} · ${words.notSaved}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-categories-screen': HeedCategoriesScreen;
  }
}
