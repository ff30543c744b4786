import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { listPupils, PupilFile } from '../../../../protocol/pupils';
import { call } from '../../../data/call';
import { asCallFault } from '../../../data/call-fault';
import { go, type RouteParams } from '../../../router';
import { joinPupils as words } from '../../../strings/admin/pupils';
import { AdminPage, type PageParts } from '../admin-page';
import { ChangeTray } from '../change-tray';
import { trayBar } from '../tray-bar';
import { comparedRows } from './compared';
import { PupilChooser } from './pupil-chooser';
import { choosable, nameOf } from './pupil-names';

interface Loaded {
  readonly list: ReplyOf<typeof listPupils>;
  readonly pupil: PupilFile;
}

/** Two entries of one child side by side, before they become one. */
@customElement('heed-join-pupils-screen')
export class HeedJoinPupilsScreen extends AdminPage<Loaded> {
  @property({ attribute: false }) params: RouteParams = {};
  protected readonly right = 'pupils';
  @state() private _other: PupilFile | null = null;
  /** Id of the entry that stays. */
  @state() private _kept = '';
  @state() private _choosingFault: string | null = null;
  private readonly _tray = new ChangeTray(this);
  private readonly _chooser = new PupilChooser(this, 'other-entry');

  protected async load(): Promise<Loaded> {
    const [list, { pupil }] = await Promise.all([
      call('listPupils'),
      call('readPupil', { params: { id: this.params['id'] ?? '' } }),
    ]);
    return { list, pupil };
  }

  protected page({ list, pupil }: Loaded): PageParts {
    const name = nameOf(pupil);
    return {
      title: words.title,
      intro: words.intro(name),
      back: { href: `/admin/pupils/${pupil.id}`, title: name },
      content: this._other ? this._renderBoth(list, pupil, this._other) : this._renderChooser(list, pupil),
      bar: trayBar(this._tray, () => void go('/admin/pupils')),
    };
  }

  private _renderChooser(list: Loaded['list'], pupil: PupilFile): TemplateResult {
    const others = choosable(list).filter(({ id }) => id !== pupil.id);
    return html`<section class="card">
      ${this._chooser.render(words.find, others, (id) => void this._choose(pupil, id))}
      ${this._choosingFault ? html`<p class="error" role="alert">${this._choosingFault}</p>` : nothing}
    </section>`;
  }

  private _renderBoth(list: Loaded['list'], pupil: PupilFile, other: PupilFile): TemplateResult {
    const [into, from] = this._kept === pupil.id ? [pupil, other] : [other, pupil];
    return html`<div class="stack">
      <div class="card flush compared-frame">
        <table class="compared">
          <thead>
            <tr>
              <th scope="col"><span class="visually-hidden">${words.field}</span></th>
              ${[pupil, other].map(
                (one) =>
                  html`<th scope="col">
                    <label class="check"
                      ><input
                        type="radio"
                        name="kept"
                        .checked=${one.id === this._kept}
                        @change=${() => this._keep(one.id)}
                      /><span
                        >${words.keep}<small class="hint"
                          >${one === into ? words.kept : words.goes}</small
                        ></span
                      ></label
                    >
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${comparedRows(list, pupil, other).map(
              ({ title, cells, differs }) =>
                html`<tr class=${differs ? 'differs' : ''}>
                  <th scope="row">
                    ${title}${differs ? html` <small class="hint">${words.differs}</small>` : nothing}
                  </th>
                  ${cells.map((lines) => html`<td>${lines.map((line) => html`<bdi>${line}</bdi>`)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <section class="card" aria-labelledby="moves">
        <h2 id="moves">${words.whatMoves}</h2>
        <ul class="gains">
          ${words.moves(describe(list, from), describe(list, into)).map((line) => html`<li>${line}</li>`)}
        </ul>
        ${this._renderConfirm(from, into)}
      </section>
    </div>`;
  }

  private _renderConfirm(from: PupilFile, into: PupilFile): TemplateResult {
    return html`<label class="check"
        ><input
          type="checkbox"
          .checked=${this._tray.size > 0}
          @change=${(event: Event) =>
            this._tray.put(
              'join',
              (event.target as HTMLInputElement).checked
                ? { kind: 'pupil.join', pupilId: from.id, intoId: into.id }
                : null,
            )}
        /><span>${words.confirm}</span></label
      >
      <button type="button" class="button quiet" @click=${() => this._forget()}>${words.other}</button>`;
  }

  private async _choose(pupil: PupilFile, id: string): Promise<void> {
    this._choosingFault = null;
    const other = await this._read(id);
    if (!other) return;
    this._other = other;
    // Who is on roll stays; of two, the one that an import knows.
    const better = other.leftOn === null && (pupil.leftOn !== null || (!pupil.upn && other.upn !== null));
    this._kept = better ? other.id : pupil.id;
  }

  private async _read(id: string): Promise<PupilFile | null> {
    try {
      return (await call('readPupil', { params: { id } })).pupil;
    } catch (thrown) {
      this._choosingFault = asCallFault(thrown).title;
      return null;
    }
  }

  private _keep(id: string): void {
    this._kept = id;
    this._tray.discard();
  }

  private _forget(): void {
    this._other = null;
    this._tray.discard();
  }
}

/** "Amira Khan, 4B": two entries often have one name. */
function describe(list: ReplyOf<typeof listPupils>, pupil: PupilFile): string {
  const place = list.classes.find(({ id }) => id === pupil.classId)?.name ?? '';
  return `${nameOf(pupil)}, ${place}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-join-pupils-screen': HeedJoinPupilsScreen;
  }
}
