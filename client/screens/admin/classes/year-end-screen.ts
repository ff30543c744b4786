import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { listPupils } from '../../../../protocol/pupils';
import { icon } from '../../../components/heed-icon';
import { selectField } from '../../../components/select-field';
import { textField } from '../../../components/text-field';
import { call } from '../../../data/call';
import { yearEnd as words } from '../../../strings/admin/classes';
import { AdminPage, type PageParts } from '../admin-page';
import { ChangeTray } from '../change-tray';
import { dayField } from '../pupils/pupil-form';
import { nameOf, placeNames } from '../pupils/pupil-names';
import { trayBar } from '../tray-bar';
import { LEAVES, leaversOf, proposal, rollMoveOf, standsOf, STAYS, targetsOf, type Stand } from './year-move';

interface Loaded {
  readonly list: ReplyOf<typeof listPupils>;
  readonly stands: readonly Stand[];
}

/** The end of a school year: where every class goes, who leaves, and all of it in one step. */
@customElement('heed-year-end-screen')
export class HeedYearEndScreen extends AdminPage<Loaded> {
  protected readonly right = 'pupils';
  @state() private _chosen: ReadonlyMap<string, string> = new Map();
  /** Pupils of leaving classes who stay. */
  @state() private _staying: ReadonlySet<string> = new Set();
  @state() private _on = new Date().toISOString().slice(0, 10);
  @state() private _destination = '';
  private readonly _tray = new ChangeTray(this);

  protected async load(): Promise<Loaded> {
    const list = await call('listPupils');
    const stands = standsOf(list);
    this._chosen = proposal(list, stands);
    this._staying = new Set();
    return { list, stands };
  }

  protected page({ list, stands }: Loaded): PageParts {
    return {
      title: words.title,
      intro: words.intro,
      back: { href: '/admin/classes', title: words.back },
      content:
        stands.length === 0
          ? html`<p class="card hint">${words.none}</p>`
          : html`<div class="stack">
              ${this._renderMoves(list, stands)} ${this._renderLeavers(list, stands)}
              ${this._renderPreview(list, stands)}
            </div>`,
      bar: trayBar(this._tray, () => void this.reload()),
    };
  }

  /** Whatever is changed after "This is right" has to be looked at again. */
  private _change(change: () => void): void {
    change();
    if (this._tray.size > 0) this._tray.discard();
  }

  private _renderMoves(list: Loaded['list'], stands: readonly Stand[]): TemplateResult {
    const place = placeWords(list);
    return html`<table class="card flush year-moves" role="table" aria-label=${words.caption}>
      <thead>
        <tr role="row">
          <th role="columnheader" scope="col">${words.from}</th>
          <th role="columnheader" scope="col">${words.count}</th>
          <th role="columnheader" scope="col">${words.to}</th>
        </tr>
      </thead>
      <tbody>
        ${stands.map(
          (stand) =>
            html`<tr role="row">
              <th role="rowheader" scope="row">${place(stand.key)}</th>
              <td role="cell" class="number">${stand.pupilIds.length}</td>
              <td role="cell">${this._renderTarget(list, stand, place)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private _renderTarget(list: Loaded['list'], stand: Stand, place: (key: string) => string): TemplateResult {
    return selectField({
      id: `to ${stand.key}`.replaceAll(' ', '-'),
      label: words.toLabel(place(stand.key)),
      labelHidden: true,
      value: this._chosen.get(stand.key) ?? STAYS,
      options: [
        ...targetsOf(list, stand)
          .map(({ classId, yearGroupId }) => `${classId} ${yearGroupId}`)
          .map((key) => ({ value: key, label: place(key) })),
        { value: STAYS, label: words.stays },
        { value: LEAVES, label: words.leaves },
      ],
      chosen: (value) => this._change(() => (this._chosen = new Map([...this._chosen, [stand.key, value]]))),
    });
  }

  private _renderLeavers(list: Loaded['list'], stands: readonly Stand[]): TemplateResult | typeof nothing {
    const leavers = leaversOf(stands, this._chosen);
    if (leavers.length === 0) return nothing;
    const ticked = leavers.filter((id) => !this._staying.has(id));
    const names = new Map(list.pupils.map((pupil) => [pupil.id, nameOf(pupil)]));
    return html`<section class="card" aria-labelledby="leavers">
      <h2 id="leavers">${words.leavers}</h2>
      <p class="hint">${words.leaversWhy}</p>
      <div class="field-grid">
        ${dayField('leave-on', words.on, this._on, '', (on) => this._change(() => (this._on = on)))}
        ${textField({
          id: 'leave-to',
          label: words.destination,
          value: this._destination,
          placeholder: words.destinationHint,
          typed: (typed) => this._change(() => (this._destination = typed)),
        })}
      </div>
      <details class="leaver-list">
        <summary>${icon('chevron-right')}${words.leaverCount(ticked.length, leavers.length)}</summary>
        <button
          type="button"
          class="button small"
          @click=${() => this._change(() => (this._staying = new Set(ticked.length > 0 ? leavers : [])))}
        >
          ${ticked.length > 0 ? words.tickNone : words.tickAll}
        </button>
        <div class="check-grid wide">${leavers.map((id) => this._renderLeaver(id, names.get(id) ?? ''))}</div>
      </details>
    </section>`;
  }

  private _renderLeaver(id: string, name: string): TemplateResult {
    const tick = (event: Event) => {
      const staying = new Set(this._staying);
      if ((event.target as HTMLInputElement).checked) staying.delete(id);
      else staying.add(id);
      this._change(() => (this._staying = staying));
    };
    return html`<label class="check"
      ><input type="checkbox" .checked=${!this._staying.has(id)} @change=${tick} /><bdi>${name}</bdi></label
    >`;
  }

  private _renderPreview(list: Loaded['list'], stands: readonly Stand[]): TemplateResult {
    const change = rollMoveOf(stands, this._chosen, {
      staying: this._staying,
      on: this._on,
      destination: this._destination,
    });
    const place = placeWords(list);
    const on = stands.reduce((sum, { pupilIds }) => sum + pupilIds.length, 0);
    const moving = change?.moves.reduce((sum, { pupilIds }) => sum + pupilIds.length, 0) ?? 0;
    const leaving = change?.leavers?.pupilIds.length ?? 0;
    const key = (at: { classId: string; yearGroupId: string }) => `${at.classId} ${at.yearGroupId}`;
    return html`<section class="card" aria-labelledby="preview">
      <h2 id="preview">${words.preview}</h2>
      ${change
        ? html`<ul class="gains">
              ${change.moves.map(
                ({ from, to, pupilIds }) =>
                  html`<li>${words.line(pupilIds.length, place(key(from)), place(key(to)))}</li>`,
              )}
              ${leaving > 0 ? html`<li>${words.leave(leaving)}</li>` : nothing}
              ${on > moving + leaving ? html`<li>${words.stay(on - moving - leaving)}</li>` : nothing}
            </ul>
            <p class="hint">${words.lists}</p>
            <label class="check"
              ><input
                type="checkbox"
                .checked=${this._tray.size > 0}
                @change=${(event: Event) =>
                  this._tray.put('year', (event.target as HTMLInputElement).checked ? change : null)}
              /><span>${words.confirm}</span></label
            >`
        : html`<p>${words.nothing}</p>`}
    </section>`;
  }
}

/** "4B, Year 4" for the key of a place. */
function placeWords(list: Loaded['list']): (key: string) => string {
  const name = placeNames(list);
  return (key) => {
    const [classId = '', yearGroupId = ''] = key.split(' ');
    return words.place(name(classId), name(yearGroupId));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-year-end-screen': HeedYearEndScreen;
  }
}
