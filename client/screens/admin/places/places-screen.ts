import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { Named } from '../../../../protocol/fields';
import type { listPlaces } from '../../../../protocol/places';
import { locale } from '../../../../protocol/words/language';
import { errorPart } from '../../../components/field-parts';
import { call } from '../../../data/call';
import { places as words } from '../../../strings/admin/places';
import { AdminPage, type PageParts } from '../admin-page';
import { ChangeTray } from '../change-tray';
import { trayBar } from '../tray-bar';
import { changesOf, linesOf, type Line, type ListKind } from './list-kind';

/** Places and agencies: two short lists, each with a field for one more. */
@customElement('heed-places-screen')
export class HeedPlacesScreen extends AdminPage<ReplyOf<typeof listPlaces>> {
  protected readonly right = 'settings';
  /** Key of the line whose name is being changed. */
  @state() private _renaming: string | null = null;
  /** What is wrong with a name, and in which form: a list's, or the line that is renamed. */
  @state() private _nameFault: { at: string; text: string } | null = null;
  private readonly _tray = new ChangeTray(this);
  private _added = 0;

  protected load(): Promise<ReplyOf<typeof listPlaces>> {
    return call('listPlaces');
  }

  protected page({ places, agencies }: ReplyOf<typeof listPlaces>): PageParts {
    return {
      title: words.title,
      intro: words.intro,
      content: html`<div class="admin-columns">
        ${this._renderList('place', places)} ${this._renderList('agency', agencies)}
      </div>`,
      bar: trayBar(this._tray, () => void this.reload()),
    };
  }

  private _renderList(kind: ListKind, saved: readonly Named[]): TemplateResult {
    const lines = linesOf(kind, saved, this._tray);
    const { title, hint, empty } = words[kind];
    return html`<section class="card flush" aria-labelledby="${kind}-title">
      <div class="card-head">
        <div class="grow">
          <h2 id="${kind}-title">${title}</h2>
          <p class="hint">${hint}</p>
        </div>
      </div>
      ${lines.length === 0
        ? html`<p class="card-line hint">${empty}</p>`
        : html`<ul class="lines">
            ${repeat(
              lines,
              ({ key }) => key,
              (line) => this._renderLine(kind, line, lines),
            )}
          </ul>`}
      ${this._renderAdd(kind, lines)}
    </section>`;
  }

  private _renderLine(kind: ListKind, line: Line, lines: readonly Line[]): TemplateResult {
    const { saved, name, unsaved } = line;
    if (saved && this._renaming === line.key) return this._renderRename(kind, saved, name, lines);
    const said = {
      added: words.added,
      renamed: words.was(saved?.name ?? ''),
      removed: words.willGo,
    };
    return html`<li class="middle ${unsaved ? 'unsaved' : ''}">
      <div class="grow">
        <p class=${unsaved === 'removed' ? 'struck' : ''}>${name}</p>
        ${unsaved ? html`<p class="meta">${said[unsaved]}</p>` : nothing}
      </div>
      <div class="buttons">
        ${unsaved
          ? html`<button
              type="button"
              class="button small"
              aria-label=${words.undoOne(name)}
              @click=${() => this._tray.put(line.key, null)}
            >
              ${words.undo}
            </button>`
          : this._renderDeeds(kind, line)}
      </div>
    </li>`;
  }

  private _renderDeeds(kind: ListKind, { key, name }: Line): TemplateResult {
    return html`<button
        type="button"
        class="button small quiet"
        aria-label=${words.renameOne(name)}
        @click=${() => this._rename(key)}
      >
        ${words.rename}
      </button>
      <button
        type="button"
        class="button small quiet"
        aria-label=${words.removeOne(name)}
        @click=${() => this._tray.put(key, changesOf[kind].remove(key))}
      >
        ${words.remove}
      </button>`;
  }

  private _renderRename(kind: ListKind, saved: Named, name: string, lines: readonly Line[]): TemplateResult {
    const others = lines.filter(({ key }) => key !== saved.id);
    return html`<li>
      <form
        class="inline-form"
        novalidate
        @submit=${(event: SubmitEvent) =>
          this._take(event, saved.id, others, (given) => {
            this._tray.put(saved.id, given === saved.name ? null : changesOf[kind].rename(saved.id, given));
            this._rename(null);
          })}
      >
        ${this._renderField(saved.id, words.newName(saved.name), name)}
        <span class="row"
          ><button type="submit" class="button small primary">${words.done}</button>
          <button type="button" class="button small" @click=${() => this._rename(null)}>
            ${words.cancel}
          </button></span
        >
      </form>
    </li>`;
  }

  private _renderAdd(kind: ListKind, lines: readonly Line[]): TemplateResult {
    return html`<form
      class="inline-form card-line"
      novalidate
      @submit=${(event: SubmitEvent) =>
        this._take(event, kind, lines, (given) => {
          this._tray.put(`${kind} ${String((this._added += 1))}`, changesOf[kind].add(given));
          (event.target as HTMLFormElement).reset();
        })}
    >
      ${this._renderField(kind, words[kind].add, '')}
      <button type="submit" class="button small">${words.addButton}</button>
    </form>`;
  }

  private _renderField(at: string, label: string, value: string): TemplateResult {
    const fault = this._nameFault?.at === at ? this._nameFault.text : '';
    const id = `name-${at}`;
    return html`<div class="field ${fault ? 'invalid' : ''}">
      <label class="label" for=${id}>${label}</label>
      ${errorPart(id, fault)}
      <input
        class="input"
        id=${id}
        name="name"
        maxlength="80"
        autocomplete="off"
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? `${id}-error` : nothing}
        value=${value}
      />
    </div>`;
  }

  private _rename(key: string | null): void {
    this._renaming = key;
    this._nameFault = null;
    if (key === null) return;
    void this.updateComplete.then(() =>
      this.querySelector<HTMLInputElement>(`#name-${CSS.escape(key)}`)?.select(),
    );
  }

  /** Takes the name of a form, unless it is empty or another line has it. */
  private _take(event: SubmitEvent, at: string, others: readonly Line[], take: (name: string) => void): void {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement).get('name');
    const name = typeof given === 'string' ? given.trim() : '';
    const same = (one: Line) => one.name.toLocaleLowerCase(locale) === name.toLocaleLowerCase(locale);
    if (name === '') this._nameFault = { at, text: words.needed };
    else if (others.some(same)) this._nameFault = { at, text: words.taken(name) };
    else {
      this._nameFault = null;
      take(name);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-places-screen': HeedPlacesScreen;
  }
}
