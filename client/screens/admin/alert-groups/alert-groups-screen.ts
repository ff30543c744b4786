import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { readAlertGroups } from '../../../../protocol/alert-groups';
import type { ReplyOf } from '../../../../protocol/endpoint';
import { locale } from '../../../../protocol/words/language';
import { errorPart } from '../../../components/field-parts';
import '../../../components/heed-notice';
import '../../../components/heed-two-lists';
import { textField } from '../../../components/text-field';
import { call } from '../../../data/call';
import { alertGroups as words } from '../../../strings/admin/alert-groups';
import { twoLists } from '../../../strings/admin/two-lists';
import { AdminPage, type PageParts } from '../admin-page';
import { ChangeTray } from '../change-tray';
import { peopleOptions } from '../pick-options';
import { trayBar } from '../tray-bar';
import { groupLines, keysOf, type GroupLine } from './group-lines';

type Loaded = ReplyOf<typeof readAlertGroups>;

/** Alert groups: the groups on the left, the members of one on the right. */
@customElement('heed-alert-groups-screen')
export class HeedAlertGroupsScreen extends AdminPage<Loaded> {
  protected readonly right = 'alerts';
  @state() private _chosen: string | null = null;
  @state() private _addFault = '';
  private readonly _tray = new ChangeTray(this);
  private _added = 0;

  protected load(): Promise<Loaded> {
    return call('readAlertGroups');
  }

  protected page(loaded: Loaded): PageParts {
    const lines = groupLines(loaded.groups, this._tray);
    const chosen = lines.find(({ key }) => key === this._chosen) ?? lines[0];
    return {
      title: words.title,
      intro: words.intro,
      content: html`${warning(lines)}
        <div class="chooser">
          <div class="stack">${this._renderList(lines, chosen)} ${this._renderAdd(lines)}</div>
          ${chosen ? this._renderGroup(loaded, chosen, lines) : nothing}
        </div>`,
      bar: trayBar(this._tray, () => void this.reload()),
    };
  }

  private _renderList(lines: readonly GroupLine[], chosen: GroupLine | undefined): TemplateResult {
    if (lines.length === 0) return html`<p class="card hint">${words.empty}</p>`;
    return html`<nav class="card flush" aria-label=${words.choose}>
      ${lines.map(
        (line) =>
          html`<button
            type="button"
            class="choose-row ${line.unsaved ? 'unsaved' : ''}"
            aria-current=${line === chosen ? 'true' : nothing}
            @click=${() => (this._chosen = line.key)}
          >
            <strong class=${line.goes ? 'struck' : ''}>${line.name}</strong>
            <small class=${line.present === 0 ? 'bad' : ''}>${factsOf(line)}</small>
          </button>`,
      )}
    </nav>`;
  }

  private _renderAdd(lines: readonly GroupLine[]): TemplateResult {
    return html`<form
      class="card inline-form"
      novalidate
      @submit=${(event: SubmitEvent) => this._add(event, lines)}
    >
      <div class="field ${this._addFault ? 'invalid' : ''}">
        <label class="label" for="group-add">${words.add}</label>
        ${errorPart('group-add', this._addFault)}
        <input
          class="input"
          id="group-add"
          name="name"
          maxlength="80"
          autocomplete="off"
          aria-invalid=${this._addFault ? 'true' : nothing}
          aria-describedby=${this._addFault ? 'group-add-error' : nothing}
        />
      </div>
      <button type="submit" class="button small">${words.addButton}</button>
    </form>`;
  }

  private _renderGroup(loaded: Loaded, line: GroupLine, lines: readonly GroupLine[]): TemplateResult {
    return html`<section class="chosen-part stack" aria-label=${line.name}>
      <h2 class="visually-hidden">${line.name}</h2>
      <div class="card">
        ${textField({
          id: `group-name-${line.key}`,
          label: words.name,
          value: line.name,
          error: nameFault(line, lines),
          typed: (name) => this._rename(line, name),
        })}
        ${line.saved ? this._renderSaved(line, line.saved.rules) : nothing}
      </div>
      <heed-two-lists
        .listed=${words.members(line.name)}
        .others=${words.others}
        .empty=${words.noMembers}
        .options=${peopleOptions(loaded.staff, line.saved?.members)}
        .chosen=${line.members}
        .saved=${(line.saved?.members ?? []).map(({ id }) => id)}
        @picked=${(event: CustomEvent<{ ids: readonly string[] }>) => this._members(line, event.detail.ids)}
      ></heed-two-lists>
    </section>`;
  }

  private _renderSaved({ key, fallback, goes }: GroupLine, rules: number): TemplateResult {
    const keys = keysOf(key);
    return html`<label class="check"
        ><input
          type="checkbox"
          .checked=${fallback}
          @change=${(event: Event) => {
            const on = (event.target as HTMLInputElement).checked;
            this._tray.put(
              keys.fallback,
              this._tray.find(keys.fallback)
                ? null
                : { kind: 'alert-group.fallback', groupId: key, fallback: on },
            );
          }}
        /><span>${words.fallback}<small class="hint">${words.fallbackWhy}</small></span></label
      >
      <div class="row apart">
        <span class="hint">${rules > 0 ? words.rules(rules) : nothing}</span>
        ${rules === 0
          ? html`<button
              type="button"
              class="button small quiet"
              @click=${() =>
                this._tray.put(keys.remove, goes ? null : { kind: 'alert-group.remove', groupId: key })}
            >
              ${goes ? words.undo : words.remove}
            </button>`
          : nothing}
      </div>`;
  }

  private _add(event: SubmitEvent, lines: readonly GroupLine[]): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form).get('name');
    const name = typeof given === 'string' ? given.trim() : '';
    this._addFault =
      name === '' ? words.needed : lines.some((line) => same(line.name, name)) ? words.taken(name) : '';
    if (this._addFault) return;
    const key = `new ${String((this._added += 1))}`;
    this._tray.put(key, { kind: 'alert-group.add', name, members: [] });
    this._chosen = key;
    form.reset();
  }

  private _rename({ key, saved, members }: GroupLine, typed: string): void {
    const name = typed.trim();
    if (!saved) {
      if (name !== '') this._tray.put(key, { kind: 'alert-group.add', name, members: [...members] });
    } else {
      const unchanged = name === saved.name || name === '';
      this._tray.put(keysOf(key).name, unchanged ? null : { kind: 'alert-group.rename', groupId: key, name });
    }
  }

  private _members({ key, saved, name }: GroupLine, ids: readonly string[]): void {
    const members = [...ids];
    if (!saved) {
      this._tray.put(key, { kind: 'alert-group.add', name, members });
      return;
    }
    const before = saved.members.map(({ id }) => id);
    const unchanged = [...before].sort().join() === [...members].sort().join();
    this._tray.put(
      keysOf(key).members,
      unchanged ? null : { kind: 'alert-group.members', groupId: key, members },
    );
  }
}

function same(a: string, b: string): boolean {
  return a.toLocaleLowerCase(locale) === b.toLocaleLowerCase(locale);
}

function nameFault(line: GroupLine, lines: readonly GroupLine[]): string {
  const taken = lines.some((other) => other.key !== line.key && same(other.name, line.name));
  return taken ? words.taken(line.name) : '';
}

function factsOf({ present, fallback, unsaved, goes }: GroupLine): string {
  if (goes) return words.willGo;
  return [
    present === 0 ? words.nobody : twoLists.people(present),
    fallback ? words.fallbackMark : '',
    unsaved ? words.notSaved : '',
  ]
    .filter((part) => part !== '')
    .join('. ');
}

function warning(lines: readonly GroupLine[]): TemplateResult | typeof nothing {
  const without = lines.filter(({ present, goes }) => present === 0 && !goes).map(({ name }) => name);
  if (without.length === 0) return nothing;
  return html`<heed-notice tone="danger">${words.without(without.join(', '))}</heed-notice>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-alert-groups-screen': HeedAlertGroupsScreen;
  }
}
