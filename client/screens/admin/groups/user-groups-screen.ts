import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { readGroups, UserGroup } from '../../../../protocol/groups';
import { icon } from '../../../components/heed-icon';
import { call } from '../../../data/call';
import { adminFrame } from '../../../strings/admin/frame';
import { userGroups as words } from '../../../strings/admin/groups';
import { AdminPage, type PageParts } from '../admin-page';
import { ChangeTray } from '../change-tray';
import { trayBar } from '../tray-bar';
import { groupForm, type GroupFacts } from './group-form';

interface Loaded extends ReplyOf<typeof readGroups> {
  /** Groups of which a change waits for a second person. */
  readonly waiting: ReadonlySet<string>;
}
/** The key of a group that is not saved yet. */
const NEW = 'new';

/** User groups: what each is, who may administer what. Rights per category stand in the matrix. */
@customElement('heed-user-groups-screen')
export class HeedUserGroupsScreen extends AdminPage<Loaded> {
  protected readonly right = 'groups';
  /** Id of the group whose form is open; {@link NEW}; or null. */
  @state() private _editing: string | null = null;
  @state() private _nameFault: string | null = null;
  private readonly _tray = new ChangeTray(this);

  protected async load(): Promise<Loaded> {
    const [groups, { pending }] = await Promise.all([call('readGroups'), call('listPendingChanges')]);
    const waiting = pending.flatMap(({ change }) => (change.kind === 'group.change' ? [change.groupId] : []));
    return { ...groups, waiting: new Set(waiting) };
  }

  protected page({ groups, waiting }: Loaded): PageParts {
    const added = this._tray.find(NEW);
    return {
      title: words.title,
      intro: words.intro,
      actions:
        this._editing === NEW || added
          ? undefined
          : html`<button type="button" class="button" @click=${() => this._edit(NEW)}>
              ${icon('plus')}${words.add}
            </button>`,
      content: html`<div class="stack">
        ${this._editing === NEW || added ? this._renderOne(null, false) : nothing}
        ${groups.length === 0 ? html`<p class="hint">${words.empty}</p>` : nothing}
        ${groups.map((group) => this._renderOne(group, waiting.has(group.id)))}
      </div>`,
      bar: trayBar(this._tray, () => void this.reload()),
    };
  }

  private _renderOne(group: UserGroup | null, waits: boolean): TemplateResult {
    const key = group?.id ?? NEW;
    const facts = this._factsOf(group);
    if (this._editing !== key) return this._renderCard(group, facts, waits);
    return groupForm(group ? words.editTitle(group.name) : words.newGroup, facts, this._nameFault, {
      done: (given) => this._done(group, given),
      cancel: () => this._edit(null),
      remove: group && group.people === 0 ? () => this._remove(group) : null,
    });
  }

  private _renderCard(group: UserGroup | null, facts: GroupFacts, waits: boolean): TemplateResult {
    const key = group?.id ?? NEW;
    const unsaved = this._tray.find(key);
    return html`<section class="card group-card ${unsaved ? 'unsaved' : ''}">
      <div class="grow">
        <h2>${facts.name}</h2>
        <p class="hint">
          ${group ? `${words.people(group.people)}. ` : ''}${group?.builtIn ? words.builtIn : describe(facts)}
        </p>
        ${waits ? html`<p class="waits-line">${icon('hourglass')}${words.waits}</p>` : nothing}
        ${unsaved
          ? html`<p class="strong">${unsaved.kind === 'group.remove' ? words.willGo : words.edited}</p>`
          : nothing}
      </div>
      ${unsaved
        ? html`<button type="button" class="button small" @click=${() => this._tray.put(key, null)}>
            ${words.undo}
          </button>`
        : nothing}
      ${group?.builtIn
        ? nothing
        : html`<button type="button" class="button small" @click=${() => this._edit(key)}>
            ${words.change}
          </button>`}
    </section>`;
  }

  private _factsOf(group: UserGroup | null): GroupFacts {
    const unsaved = this._tray.find(group?.id ?? NEW);
    if (unsaved?.kind === 'group.add' || unsaved?.kind === 'group.change') return unsaved;
    return group ?? { name: '', higherLevel: true, unrestricted: false, administration: [] };
  }

  private _edit(key: string | null): void {
    this._editing = key;
    this._nameFault = null;
  }

  private _done(group: UserGroup | null, facts: GroupFacts): void {
    if (facts.name === '') {
      this._nameFault = words.nameNeeded;
      return;
    }
    const given = { ...facts, administration: [...facts.administration] };
    if (!group) this._tray.put(NEW, { kind: 'group.add', ...given });
    else if (same(group, facts)) this._tray.put(group.id, null);
    else this._tray.put(group.id, { kind: 'group.change', groupId: group.id, ...given });
    this._edit(null);
  }

  private _remove(group: UserGroup): void {
    this._tray.put(group.id, { kind: 'group.remove', groupId: group.id });
    this._edit(null);
  }
}

function same(group: UserGroup, facts: GroupFacts): boolean {
  return (
    group.name === facts.name &&
    group.higherLevel === facts.higherLevel &&
    group.unrestricted === facts.unrestricted &&
    [...group.administration].sort().join() === [...facts.administration].sort().join()
  );
}

function describe({ higherLevel, unrestricted, administration }: GroupFacts): string {
  const parts = [
    higherLevel ? words.higherLevel : '',
    unrestricted ? words.unrestricted : '',
    administration.length > 0
      ? `${words.administration}: ${administration.map((right) => adminFrame.rights[right]).join(', ')}`
      : words.none,
  ];
  return `${parts.filter((part) => part !== '').join('. ')}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-user-groups-screen': HeedUserGroupsScreen;
  }
}
