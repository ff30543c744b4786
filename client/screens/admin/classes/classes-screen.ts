import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { AdministeredClass, readClasses } from '../../../../protocol/classes';
import type { ReplyOf } from '../../../../protocol/endpoint';
import { icon } from '../../../components/heed-icon';
import { call } from '../../../data/call';
import { classes as words } from '../../../strings/admin/classes';
import { AdminPage, type PageParts } from '../admin-page';
import { ChangeTray } from '../change-tray';
import { trayBar } from '../tray-bar';
import { classForm, yearForm, type ClassFacts } from './class-form';
import { stepped } from './order';

type Loaded = ReplyOf<typeof readClasses>;
type Year = Loaded['years'][number];
type Kind = 'class' | 'year-group';
/** What is being typed: of which thing, and so far. */
interface Editing {
  /** Id of a class or year group; `new`, or `new in <year>` */
  readonly key: string;
  readonly facts: ClassFacts;
  readonly fault: string;
}
const NEW_YEAR = 'new';
const newIn = (yearId: string) => `new in ${yearId}`;

/** Year groups with their classes: names, teachers, order, closing; and the way to the move at the end of a year. */
@customElement('heed-classes-screen')
export class HeedClassesScreen extends AdminPage<Loaded> {
  protected readonly right = 'pupils';
  @state() private _editing: Editing | null = null;
  private readonly _tray = new ChangeTray(this);

  protected load(): Promise<Loaded> {
    return call('readClasses');
  }

  protected page(loaded: Loaded): PageParts {
    const years = this._inOrder('year-group', loaded.years);
    return {
      title: words.title,
      intro: words.intro,
      actions: html`<a class="button" href="/admin/classes/year-end"
          >${icon('users-round')}${words.yearEnd}</a
        >
        <button type="button" class="button" @click=${() => this._edit(NEW_YEAR)}>
          ${icon('plus')}${words.addYear}
        </button>`,
      content: html`<div class="stack">
        ${years.length === 0 ? html`<p class="card hint">${words.empty}</p>` : nothing}
        ${years.map((year) => this._renderYear(loaded, years, year))} ${this._renderNewYear()}
      </div>`,
      bar: trayBar(this._tray, () => void this.reload()),
    };
  }

  private _renderYear(loaded: Loaded, years: readonly Year[], year: Year): TemplateResult {
    const own = this._inOrder('class', loaded.classes).filter(({ yearGroupId }) => yearGroupId === year.id);
    const added = this._tray.find(newIn(year.id));
    return html`<section class="card flush year-card" aria-label=${year.name}>
      <div class="card-head">
        ${this._editing?.key === year.id
          ? this._renderYearForm(year.id, year.name)
          : html`<h2 class="grow">${this._nameOf('year-group', year)}</h2>
              ${this._renderTools('year-group', year, years)}`}
      </div>
      <ul class="lines">
        ${own.length === 0 && !added ? html`<li class="hint">${words.noClasses}</li>` : nothing}
        ${own.map((one) => html`<li>${this._renderClass(loaded, own, one)}</li>`)}
        ${added?.kind === 'class.add'
          ? html`<li>
              <span class="grow"><strong>${added.name}</strong> ${words.edited}</span>${this._undo(
                newIn(year.id),
              )}
            </li>`
          : nothing}
        ${this._editing?.key === newIn(year.id)
          ? html`<li>${this._renderClassForm(loaded, null, year.id)}</li>`
          : nothing}
      </ul>
      ${year.closed || added || this._editing?.key === newIn(year.id)
        ? nothing
        : html`<p class="card-line">
            <button
              type="button"
              class="button quiet small"
              aria-label=${words.addClassTo(year.name)}
              @click=${() => this._edit(newIn(year.id), { yearGroupId: year.id })}
            >
              ${icon('plus')}${words.addClass}
            </button>
          </p>`}
    </section>`;
  }

  private _renderClass(
    loaded: Loaded,
    beside: readonly AdministeredClass[],
    one: AdministeredClass,
  ): TemplateResult {
    if (this._editing?.key === one.id) return this._renderClassForm(loaded, one, one.yearGroupId);
    const unsaved = this._tray.find(`facts ${one.id}`) ?? this._tray.find(`move ${one.id}`);
    const teacher = one.teacher?.left ? words.left(one.teacher.name) : (one.teacher?.name ?? null);
    return html`<span class="grow"
        ><strong>${this._nameOf('class', one)}</strong>
        <span class="hint">${words.facts(one.pupils, teacher)}</span>
        ${unsaved ? html`<strong>${words.edited}</strong>` : nothing}</span
      >
      ${this._renderTools('class', one, beside)}`;
  }

  /** Change, close or open, up and down. */
  private _renderTools(
    kind: Kind,
    one: { id: string; name: string; closed: boolean },
    beside: readonly { id: string }[],
  ): TemplateResult {
    const closed = this._tray.find(`closed ${one.id}`);
    const at = beside.findIndex(({ id }) => id === one.id);
    return html`${one.closed && !closed ? html`<span class="hint">${words.closed}</span>` : nothing}
      <span class="buttons">
        ${this._stepButton(kind, one, -1, at === 0, beside)}
        ${this._stepButton(kind, one, 1, at === beside.length - 1, beside)}
        <button
          type="button"
          class="button small"
          aria-label=${words.changeLabel(one.name)}
          @click=${() => this._edit(one.id, one)}
        >
          ${words.change}
        </button>
        ${closed
          ? this._undo(`closed ${one.id}`)
          : html`<button
              type="button"
              class="button quiet small"
              aria-label=${(one.closed ? words.openLabel : words.closeLabel)(one.name)}
              @click=${() => this._close(kind, one)}
            >
              ${one.closed ? words.open : words.close}
            </button>`}
      </span>`;
  }

  private _stepButton(
    kind: Kind,
    one: { id: string; name: string },
    by: -1 | 1,
    last: boolean,
    beside: readonly { id: string }[],
  ): TemplateResult {
    const step = () => {
      const order = stepped(this._orderOf(kind), one.id, by, new Set(beside.map(({ id }) => id)));
      this._tray.put(
        `order ${kind}`,
        kind === 'class' ? { kind: 'class.order', order } : { kind: 'year-group.order', order },
      );
    };
    return html`<button
      type="button"
      class="button quiet small square"
      ?disabled=${last}
      aria-label=${(by < 0 ? words.up : words.down)(one.name)}
      @click=${step}
    >
      ${icon(by < 0 ? 'chevron-up' : 'chevron-down')}
    </button>`;
  }

  private _undo(key: string): TemplateResult {
    return html`<button type="button" class="button small" @click=${() => this._tray.put(key, null)}>
      ${words.undo}
    </button>`;
  }

  private _close(kind: Kind, { id, closed }: { id: string; closed: boolean }): void {
    const change =
      kind === 'class'
        ? ({ kind: closed ? 'class.enable' : 'class.disable', classId: id } as const)
        : ({ kind: closed ? 'year-group.enable' : 'year-group.disable', yearGroupId: id } as const);
    this._tray.put(`closed ${id}`, change);
  }

  private _renderNewYear(): TemplateResult | typeof nothing {
    const added = this._tray.find(NEW_YEAR);
    if (this._editing?.key === NEW_YEAR)
      return html`<section class="card">${this._renderYearForm(NEW_YEAR, words.newYear)}</section>`;
    if (added?.kind !== 'year-group.add') return nothing;
    return html`<section class="card group-card unsaved">
      <h2 class="grow">${added.name}</h2>
      ${this._undo(NEW_YEAR)}
    </section>`;
  }

  private _renderYearForm(key: string, title: string): TemplateResult {
    const editing = this._editing;
    return yearForm({
      title,
      name: editing?.facts.name ?? '',
      fault: editing?.fault ?? '',
      typed: (name) => this._keep({ name }),
      done: () =>
        this._done((facts) =>
          this._tray.put(
            key,
            key === NEW_YEAR
              ? { kind: 'year-group.add', name: facts.name }
              : { kind: 'year-group.rename', yearGroupId: key, name: facts.name },
          ),
        ),
      cancel: () => (this._editing = null),
    });
  }

  private _renderClassForm(loaded: Loaded, one: AdministeredClass | null, yearId: string): TemplateResult {
    const editing = this._editing;
    return classForm({
      title: one?.name ?? words.newClass,
      facts: editing?.facts ?? { name: '', teacherId: null, yearGroupId: yearId },
      years: loaded.years,
      staff: loaded.staff,
      isNew: one === null,
      fault: editing?.fault ?? '',
      keep: (part) => this._keep(part),
      done: () => this._done((facts) => this._putClass(one, yearId, facts)),
      cancel: () => (this._editing = null),
    });
  }

  private _putClass(one: AdministeredClass | null, yearId: string, facts: ClassFacts): void {
    const { name, teacherId, yearGroupId } = facts;
    if (!one) {
      this._tray.put(newIn(yearId), { kind: 'class.add', name, teacherId, yearGroupId: yearId });
      return;
    }
    const same = name === one.name && teacherId === (one.teacher?.id ?? null);
    this._tray.put(
      `facts ${one.id}`,
      same ? null : { kind: 'class.change', classId: one.id, name, teacherId },
    );
    const stays = yearGroupId === one.yearGroupId;
    this._tray.put(`move ${one.id}`, stays ? null : { kind: 'class.move', classId: one.id, yearGroupId });
  }

  private _edit(key: string, of: Partial<AdministeredClass> = {}): void {
    const unsaved = this._tray.find(`facts ${key}`);
    const facts = {
      name: unsaved?.kind === 'class.change' ? unsaved.name : (of.name ?? ''),
      teacherId: unsaved?.kind === 'class.change' ? unsaved.teacherId : (of.teacher?.id ?? null),
      yearGroupId: of.yearGroupId ?? '',
    };
    this._editing = { key, facts, fault: '' };
  }

  private _keep(part: Partial<ClassFacts>): void {
    if (this._editing) this._editing = { ...this._editing, facts: { ...this._editing.facts, ...part } };
  }

  private _done(put: (facts: ClassFacts) => void): void {
    if (!this._editing) return;
    const facts = { ...this._editing.facts, name: this._editing.facts.name.trim() };
    if (facts.name === '') {
      this._editing = { ...this._editing, fault: words.nameNeeded };
      return;
    }
    put(facts);
    this._editing = null;
  }

  private _nameOf(kind: Kind, { id, name }: { id: string; name: string }): string {
    const unsaved = this._tray.find(kind === 'class' ? `facts ${id}` : id);
    return unsaved && 'name' in unsaved ? unsaved.name : name;
  }

  private _orders: Record<Kind, readonly string[]> = { class: [], 'year-group': [] };

  private _orderOf(kind: Kind): readonly string[] {
    const unsaved = this._tray.find(`order ${kind}`);
    return unsaved && 'order' in unsaved ? unsaved.order : this._orders[kind];
  }

  private _inOrder<One extends { id: string }>(kind: Kind, rows: readonly One[]): One[] {
    this._orders[kind] = rows.map(({ id }) => id);
    const order = this._orderOf(kind);
    return [...rows].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-classes-screen': HeedClassesScreen;
  }
}
