import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Change } from '../../../../protocol/changes/change';
import type { readClassRestrictions } from '../../../../protocol/class-restrictions';
import type { ReplyOf } from '../../../../protocol/endpoint';
import '../../../components/heed-empty';
import { icon } from '../../../components/heed-icon';
import '../../../components/heed-notice';
import '../../../components/heed-segmented';
import '../../../components/heed-two-lists';
import { call } from '../../../data/call';
import { restrictions as words } from '../../../strings/admin/class-restrictions';
import { twoLists } from '../../../strings/admin/two-lists';
import { AdminPage, type PageParts } from '../admin-page';
import { ChangeTray } from '../change-tray';
import { peopleOptions } from '../pick-options';
import { trayBar } from '../tray-bar';
import { changeOfList, listOf, savedAllows, type Allows, type Target, type Type } from './lists';

/** Here the list stands beside the classes; on narrower screens below them (chooser.css). */
const BESIDE = '(min-width: 800px)';

interface Loaded extends ReplyOf<typeof readClassRestrictions> {
  readonly pending: readonly Change[];
}

/** Who may see the pupils of which class and year group: the classes on the left, one list on the right. */
@customElement('heed-class-restrictions-screen')
export class HeedClassRestrictionsScreen extends AdminPage<Loaded> {
  protected readonly right = 'groups';
  @state() private _chosen: { type: Type; id: string } | null = null;
  private readonly _tray = new ChangeTray(this);
  /** Lists that "Everyone" put aside, by their target, so that going back brings them back. */
  private readonly _aside = new Map<string, Allows>();

  protected async load(): Promise<Loaded> {
    const [shown, { pending }] = await Promise.all([
      call('readClassRestrictions'),
      call('listPendingChanges'),
    ]);
    return { ...shown, pending: pending.map(({ change }) => change) };
  }

  protected page(loaded: Loaded): PageParts {
    const chosen = this._chosenOf(loaded);
    return {
      title: words.title,
      intro: words.intro,
      content: chosen
        ? html`${this._renderWarnings(loaded)}
            <div class="chooser">
              ${this._renderChooser(loaded, chosen.target.id)} ${this._renderTarget(loaded, chosen)}
            </div>`
        : html`<heed-empty sign="school" .text=${words.emptySchool}></heed-empty>`,
      bar: trayBar(this._tray, () => void this.reload()),
    };
  }

  private _chosenOf(loaded: Loaded): { type: Type; target: Target } | null {
    const find = (type: Type, id?: string) => {
      const target = loaded[type].targets.find((one) => id === undefined || one.id === id);
      return target ? { type, target } : null;
    };
    const chosen = this._chosen && find(this._chosen.type, this._chosen.id);
    return chosen ?? find('class') ?? find('year');
  }

  private _isOn(loaded: Loaded, type: Type): boolean {
    const unsaved = this._tray.find(`switch ${type}`);
    return unsaved?.kind === 'restriction.switch' ? unsaved.on : loaded[type].on;
  }

  private _renderWarnings(loaded: Loaded): TemplateResult[] {
    const on = (['class', 'year'] as const).filter((type) => loaded[type].on && this._isOn(loaded, type));
    const targets = on.flatMap((type) => loaded[type].targets);
    const facts = targets.map((target) => ({ target, list: listOf(target, this._tray.find(target.id)) }));
    const closed = facts.filter(
      ({ list }) => list.allows !== null && list.allows !== 'everyone' && list.count === 0,
    );
    const fresh = facts.filter(({ list }) => list.allows === null);
    const warn = (found: typeof facts, say: (names: string) => string) =>
      found.length === 0
        ? []
        : [
            html`<heed-notice tone="danger"
              >${say(found.map(({ target }) => target.name).join(', '))}</heed-notice
            >`,
          ];
    return [...warn(fresh, words.fresh), ...warn(closed, words.closed)];
  }

  private _renderChooser(loaded: Loaded, chosen: string): TemplateResult {
    return html`<nav class="card flush class-grid" aria-label=${words.choose}>
      ${this._renderSwitch(loaded, 'class')} ${this._renderSwitch(loaded, 'year')}
      ${loaded.year.targets.map((year) => {
        const classes = loaded.class.targets.filter(({ yearGroupId }) => yearGroupId === year.id);
        return html`<div class="class-row">
          ${this._renderCell(loaded, 'year', year, chosen)}
          <div class="class-cells">
            ${classes.map((target) => this._renderCell(loaded, 'class', target, chosen))}
          </div>
        </div>`;
      })}
    </nav>`;
  }

  private _renderSwitch(loaded: Loaded, type: Type): TemplateResult {
    return html`<label class="switch-line"
      ><span>${words.types[type]}</span
      ><input
        type="checkbox"
        role="switch"
        class="switch"
        aria-checked=${this._isOn(loaded, type) ? 'true' : 'false'}
        .checked=${this._isOn(loaded, type)}
        @change=${(event: Event) => {
          const { checked } = event.target as HTMLInputElement;
          const change: Change = { kind: 'restriction.switch', type, on: checked };
          this._tray.put(`switch ${type}`, checked === loaded[type].on ? null : change);
        }}
    /></label>`;
  }

  private _renderCell(loaded: Loaded, type: Type, target: Target, chosen: string): TemplateResult {
    const list = listOf(target, this._tray.find(target.id));
    const waits = isWaiting(loaded, target);
    const state = this._stateOf(loaded, type, target);
    return html`<button
      type="button"
      class="class-cell ${type} ${list.unsaved ? 'unsaved' : ''}"
      aria-current=${target.id === chosen ? 'true' : nothing}
      @click=${() => this._choose(type, target.id)}
    >
      <strong>${target.name}</strong>
      <small class=${state === words.nobody ? 'bad' : ''}
        >${state}${waits
          ? html`${icon('hourglass')}<span class="visually-hidden">${words.waits}</span>`
          : nothing}</small
      >
    </button>`;
  }

  private _choose(type: Type, id: string): void {
    this._chosen = { type, id };
    if (matchMedia(BESIDE).matches) return;
    void this.updateComplete.then(() => this.querySelector('.chosen-part')?.scrollIntoView());
  }

  private _stateOf(loaded: Loaded, type: Type, target: Target): string {
    const { allows, count } = listOf(target, this._tray.find(target.id));
    if (allows === 'everyone') return words.everyone;
    if (allows !== null) return count === 0 ? words.nobody : words.onList(count);
    // Switching on opens what has no list (protocol/changes/restrictions.ts).
    if (!this._isOn(loaded, type)) return type === 'class' ? words.noList : '';
    return loaded[type].on ? words.nobody : words.everyone;
  }

  private _renderTarget(loaded: Loaded, { type, target }: { type: Type; target: Target }): TemplateResult {
    const { allows } = listOf(target, this._tray.find(target.id));
    const open = allows === 'everyone';
    const facts = [words.pupils(target.pupils), target.teacher].filter(Boolean).join(', ');
    return html`<section class="chosen-part stack" aria-label=${words.who(target.name)}>
      <div class="chosen-head">
        <h2 class="grow">${target.name} <span class="hint">${facts}</span></h2>
        <heed-segmented
          field-id="who-${target.id}"
          .label=${words.who(target.name)}
          label-hidden
          .options=${[
            { value: 'everyone', label: words.everyone },
            { value: 'these', label: words.onlyThese },
          ]}
          .value=${open ? 'everyone' : 'these'}
          @segment-chosen=${(event: CustomEvent<{ value: string }>) =>
            this._setOpen(type, target, event.detail.value === 'everyone')}
        ></heed-segmented>
      </div>
      ${isWaiting(loaded, target)
        ? html`<heed-notice tone="info" sign="hourglass">${words.pending}</heed-notice>`
        : nothing}
      ${this._isOn(loaded, type) ? nothing : html`<p class="hint">${words.off[type]}</p>`}
      ${open
        ? html`<p class="card">${words.everyoneText(target.name)}</p>`
        : this._renderList(loaded, type, target, allows)}
      <p class="hint">${words.connected}</p>
    </section>`;
  }

  private _renderList(loaded: Loaded, type: Type, target: Target, allows: Allows | null): TemplateResult {
    const list = allows === null || allows === 'everyone' ? { groups: [], staff: [] } : allows;
    const saved = savedAllows(target);
    const groups = loaded.groups.map(({ id, name, people, unrestricted }) => {
      const facts = [twoLists.group, twoLists.people(people), unrestricted ? words.unrestricted : ''];
      return { id, name, note: facts.filter(Boolean).join(', '), group: true };
    });
    const isGroup = new Set(groups.map(({ id }) => id));
    return html`<heed-two-lists
      .listed=${words.maySee(target.name)}
      .others=${words.others}
      .empty=${words.empty}
      .options=${[...groups, ...peopleOptions(loaded.staff, target.list?.staff)]}
      .chosen=${[...list.groups, ...list.staff]}
      .saved=${saved === null || saved === 'everyone' ? [] : [...saved.groups, ...saved.staff]}
      @picked=${({ detail: { ids } }: CustomEvent<{ ids: readonly string[] }>) =>
        this._put(type, target, {
          groups: ids.filter((id) => isGroup.has(id)),
          staff: ids.filter((id) => !isGroup.has(id)),
        })}
    ></heed-two-lists>`;
  }

  private _setOpen(type: Type, target: Target, open: boolean): void {
    const { allows } = listOf(target, this._tray.find(target.id));
    if (open && allows !== null && allows !== 'everyone') this._aside.set(target.id, allows);
    this._put(type, target, open ? 'everyone' : (this._aside.get(target.id) ?? { groups: [], staff: [] }));
  }

  private _put(type: Type, target: Target, allows: Allows): void {
    this._tray.put(target.id, changeOfList(type, target, allows));
  }
}

function isWaiting({ pending }: Loaded, { id }: Target): boolean {
  return pending.some((change) => change.kind === 'restriction.set' && change.targetId === id);
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-class-restrictions-screen': HeedClassRestrictionsScreen;
  }
}
