import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { PendingChange } from '../../../../protocol/changes/endpoints';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { ListedCategory, readGroups, UserGroup } from '../../../../protocol/groups';
import { categorySquare } from '../../../components/category-square';
import '../../../components/heed-empty';
import { icon } from '../../../components/heed-icon';
import { call } from '../../../data/call';
import { permissions as words } from '../../../strings/admin/permissions';
import { AdminPage, type PageParts } from '../admin-page';
import { ChangeTray } from '../change-tray';
import { trayBar } from '../tray-bar';
import { cellOf, changeOfCell, ownRows, rightNames, type Matrix, type RightName } from './matrix';

interface Loaded extends ReplyOf<typeof readGroups> {
  readonly pending: readonly PendingChange[];
}

/** The category × group matrix. On a desktop all groups side by side, on narrower screens one group at a time. */
@customElement('heed-permissions-screen')
export class HeedPermissionsScreen extends AdminPage<Loaded> {
  protected readonly right = 'groups';
  @state() private _group: string | null = null;
  @state() private _folded: ReadonlySet<string> = new Set();
  private readonly _tray = new ChangeTray(this);

  protected async load(): Promise<Loaded> {
    const [groups, { pending }] = await Promise.all([call('readGroups'), call('listPendingChanges')]);
    // The chair's group has no right but its alerts, for ever: nothing to tick.
    return { ...groups, groups: groups.groups.filter(({ builtIn }) => !builtIn), pending };
  }

  protected page(loaded: Loaded): PageParts {
    return {
      title: words.title,
      intro: words.intro,
      content: html`${legend()} ${this._renderPicker(loaded)} ${this._renderTable(loaded)}`,
      bar: trayBar(this._tray, () => void this.reload()),
    };
  }

  private _renderPicker({ groups }: Loaded): TemplateResult {
    return html`<div class="matrix-group">
      <label class="label" for="matrix-group">${words.group}</label>
      <span class="select-box"
        ><select class="select" id="matrix-group" @change=${this._onGroup}>
          ${groups.map(
            (group) =>
              html`<option value=${group.id} ?selected=${group.id === this._groupOf(groups)}>
                ${group.name}
              </option>`,
          )}</select
        >${icon('chevron-down')}</span
      >
    </div>`;
  }

  private _renderTable(loaded: Loaded): TemplateResult {
    const { groups, categories } = loaded;
    if (categories.length === 0) return html`<heed-empty .heading=${words.empty}></heed-empty>`;
    const matrix = this._matrixOf(loaded);
    const shown = categories.filter((category) => this._isShown(categories, category));
    return html`<div class="matrix-frame card" tabindex="0" role="region" aria-label=${words.title}>
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col" rowspan="2" class="corner">${words.category}</th>
            ${groups.map((group) => this._renderGroupHead(group, groups))}
          </tr>
          <tr>
            ${groups.map((group) =>
              rightNames.map(
                (right) =>
                  html`<th scope="col" class="right ${this._edge(group, groups, right)}">
                    <span>${words.rights[right]}</span>
                  </th>`,
              ),
            )}
          </tr>
        </thead>
        <tbody>
          ${this._renderRow(matrix, groups, null)}
          ${shown.map((category) => this._renderRow(matrix, groups, category))}
        </tbody>
      </table>
    </div>`;
  }

  private _renderGroupHead(group: UserGroup, groups: readonly UserGroup[]): TemplateResult {
    const chosen = group.id === this._groupOf(groups);
    return html`<th scope="colgroup" colspan="3" class="group first ${chosen ? 'chosen' : ''}">
      ${group.name}<small>${group.higherLevel ? words.higherLevel : words.afterLogIn}</small>
    </th>`;
  }

  private _renderRow(
    matrix: Matrix,
    groups: readonly UserGroup[],
    category: ListedCategory | null,
  ): TemplateResult {
    const id = category?.id ?? '*';
    const name = category?.name ?? words.all;
    const own = category ? ownRows(matrix, groups, id) : [];
    return html`<tr>
      <th scope="row" class="depth-${category ? depthOf(matrix.categories, category) : 0}">
        <span class="category-name"
          >${this._renderFold(matrix.categories, category)}
          ${category ? categorySquare(category.colour) : nothing}<span>${name}</span> ${own.length > 0
            ? html`<button
                type="button"
                class="link small"
                aria-label=${words.asAboveLabel(name)}
                @click=${() => this._asAbove(own, id)}
              >
                ${words.asAbove}
              </button>`
            : nothing}</span
        >
      </th>
      ${groups.map((group) =>
        rightNames.map((right) => this._renderCell(matrix, group, { id, name, right, groups })),
      )}
    </tr>`;
  }

  private _renderFold(
    categories: readonly ListedCategory[],
    category: ListedCategory | null,
  ): TemplateResult | typeof nothing {
    if (!category || !categories.some(({ parentId }) => parentId === category.id)) return nothing;
    const open = !this._folded.has(category.id);
    return html`<button
      type="button"
      class="fold"
      aria-expanded=${open}
      aria-label=${words.fold(category.name)}
      @click=${() => this._fold(category.id)}
    >
      ${icon(open ? 'chevron-down' : 'chevron-right')}
    </button>`;
  }

  private _renderCell(
    matrix: Matrix,
    group: UserGroup,
    place: { id: string; name: string; right: RightName; groups: readonly UserGroup[] },
  ): TemplateResult {
    const { id, name, right, groups } = place;
    const cell = cellOf(matrix, group.id, id, right);
    const edge = this._edge(group, groups, right);
    if (cell.waits) {
      return html`<td class="waits ${edge}" title=${words.waits}>
        ${icon('hourglass')}<span class="visually-hidden"
          >${words.cellWaits(group.name, words.rights[right], name)}</span
        >
      </td>`;
    }
    return html`<td class="${cell.unsaved ? 'unsaved' : ''} ${edge}">
      <label class="matrix-tick ${cell.own ? '' : 'inherited'}"
        ><input
          type="checkbox"
          .checked=${cell.on}
          ?disabled=${group.builtIn}
          aria-label=${words.cell(group.name, words.rights[right], name)}
          @change=${(event: Event) =>
            this._onTick(matrix, { groupId: group.id, categoryId: id, right }, event)}
      /></label>
    </td>`;
  }

  private _edge(group: UserGroup, groups: readonly UserGroup[], right: RightName): string {
    const chosen = group.id === this._groupOf(groups) ? 'chosen' : '';
    return right === 'viewPupils' ? `first ${chosen}` : chosen;
  }

  private _groupOf(groups: readonly UserGroup[]): string | null {
    return this._group ?? groups[0]?.id ?? null;
  }

  private _matrixOf({ categories, permissions, pending }: Loaded): Matrix {
    return {
      categories,
      permissions,
      unsaved: (groupId, categoryId) => this._tray.find(keyOf(groupId, categoryId)),
      pending: pending.map(({ change }) => change),
    };
  }

  private _isShown(categories: readonly ListedCategory[], category: ListedCategory): boolean {
    const parent = categories.find(({ id }) => id === category.parentId);
    if (!parent) return true;
    return !this._folded.has(parent.id) && this._isShown(categories, parent);
  }

  private _fold(id: string): void {
    const folded = new Set(this._folded);
    if (!folded.delete(id)) folded.add(id);
    this._folded = folded;
  }

  private readonly _onGroup = (event: Event): void => {
    this._group = (event.target as HTMLSelectElement).value;
  };

  private _onTick(
    matrix: Matrix,
    place: { groupId: string; categoryId: string; right: RightName },
    event: Event,
  ): void {
    const on = (event.target as HTMLInputElement).checked;
    this._tray.put(keyOf(place.groupId, place.categoryId), changeOfCell(matrix, { ...place, on }));
  }

  private _asAbove(groups: readonly UserGroup[], categoryId: string): void {
    for (const { id } of groups) {
      this._tray.put(keyOf(id, categoryId), {
        kind: 'permissions.set',
        groupId: id,
        categoryId,
        rights: null,
      });
    }
  }
}

function keyOf(groupId: string, categoryId: string): string {
  return `${groupId} ${categoryId}`;
}

function depthOf(categories: readonly ListedCategory[], category: ListedCategory): number {
  const parent = categories.find(({ id }) => id === category.parentId);
  return parent ? 1 + depthOf(categories, parent) : 0;
}

function legend(): TemplateResult {
  return html`<ul class="matrix-legend">
    <li><span class="box" aria-hidden="true"></span>${words.setHere}</li>
    <li><span class="box inherited" aria-hidden="true"></span>${words.inherited}</li>
    <li><span class="unsaved swatch" aria-hidden="true"></span>${words.notSaved}</li>
    <li><span class="waits" aria-hidden="true">${icon('hourglass')}</span>${words.waits}</li>
  </ul>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-permissions-screen': HeedPermissionsScreen;
  }
}
