import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { listPupils, PupilFile } from '../../../../protocol/pupils';
import { call } from '../../../data/call';
import { go, type RouteParams } from '../../../router';
import { joinPupils, pupilForm as words } from '../../../strings/admin/pupils';
import { AdminPage, type PageParts } from '../admin-page';
import { ChangeTray } from '../change-tray';
import { trayBar } from '../tray-bar';
import { connectedCard, siblingsCard } from './close-people';
import { contactsCard } from './contacts-form';
import { changesOf, draftOf, faultsOf, type PupilDraft } from './draft';
import { PupilChooser } from './pupil-chooser';
import { moreCard, placeCard, whoCard, type FormGiven } from './pupil-form';
import { choosable, nameOf } from './pupil-names';
import { rollCard, type Leaving } from './roll-card';

interface Loaded {
  readonly list: ReplyOf<typeof listPupils>;
  /** null: a new one */
  readonly pupil: PupilFile | null;
}

/** One pupil: who they are, whom to ring, who is close to them, and whether they are on roll. No record. */
@customElement('heed-pupil-screen')
export class HeedPupilScreen extends AdminPage<Loaded> {
  /** `id` of the pupil; none for a new one */
  @property({ attribute: false }) params: RouteParams = {};
  protected readonly right = 'pupils';
  @state() private _draft: PupilDraft | null = null;
  /** Fields of a new pupil are not found wanting before somebody was in them. */
  @state() private _touched: ReadonlySet<string> = new Set();
  @state() private _leaving: Leaving | null = null;
  private readonly _tray = new ChangeTray(this, () => this._forget());
  private readonly _siblings = new PupilChooser(this, 'sibling');

  protected async load(): Promise<Loaded> {
    const id = this.params['id'];
    const [list, read] = await Promise.all([
      call('listPupils'),
      id === undefined ? null : call('readPupil', { params: { id } }),
    ]);
    const pupil = read?.pupil ?? null;
    this._forget();
    return { list, pupil };
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('params') as RouteParams | undefined;
    if (before && before['id'] !== this.params['id']) {
      this._tray.discard();
      void this.reload();
    }
    super.willUpdate(changed);
  }

  protected page({ list, pupil }: Loaded): PageParts {
    const draft = this._draft ?? draftOf(pupil);
    const form: FormGiven = {
      draft,
      faults: this._faultsShown(pupil, draft),
      places: list,
      keep: (part) => this._keep(pupil, { ...draft, ...part }, Object.keys(part)),
    };
    return {
      title: pupil ? nameOf(pupil) : words.addTitle,
      ...(pupil ? {} : { intro: words.addIntro }),
      back: { href: '/admin/pupils', title: words.back },
      content: html`<div class="stack pupil-file">
        ${whoCard(form)} ${placeCard(form)} ${contactsCard(form)}
        ${pupil ? connectedCard(pupil, list.staff, this._tray) : nothing}
        ${siblingsCard(
          draft.siblings,
          choosable(list).filter(({ id }) => id !== pupil?.id),
          this._siblings,
          (siblings) => form.keep({ siblings }),
        )}
        ${moreCard(form)} ${pupil ? this._renderRoll(pupil) : nothing} ${pupil ? joinCard(pupil) : nothing}
      </div>`,
      bar: trayBar(this._tray, () => void this._saved(pupil)),
    };
  }

  private _renderRoll(pupil: PupilFile): TemplateResult {
    return rollCard({
      pupil,
      tray: this._tray,
      leaving: this._leaving,
      today: today(),
      set: (leaving) => (this._leaving = leaving),
    });
  }

  private _faultsShown(pupil: PupilFile | null, draft: PupilDraft) {
    const faults = faultsOf(draft, today());
    if (pupil) return faults;
    return Object.fromEntries(Object.entries(faults).filter(([field]) => this._touched.has(field)));
  }

  /** What is not whole is not saved: the bar comes with the last field that was needed. */
  private _keep(pupil: PupilFile | null, draft: PupilDraft, fields: readonly string[]): void {
    this._draft = draft;
    this._touched = new Set([...this._touched, ...fields]);
    const whole = Object.keys(faultsOf(draft, today())).length === 0;
    const { pupil: facts, place } = changesOf(pupil, draft);
    this._tray.put('pupil', whole ? facts : null);
    this._tray.put('place', whole ? place : null);
  }

  /** Back to what the school has. */
  private _forget(): void {
    this._draft = null;
    this._touched = new Set();
    this._leaving = null;
  }

  private async _saved(pupil: PupilFile | null): Promise<void> {
    if (pupil) await this.reload();
    else await go('/admin/pupils');
  }
}

function joinCard(pupil: PupilFile): TemplateResult {
  return html`<p class="join-line">
    <a class="button quiet" href="/admin/pupils/${pupil.id}/join">${joinPupils.link}</a>
    <span class="hint">${joinPupils.linkWhy}</span>
  </p>`;
}

/** yyyy-mm-dd, by this computer's calendar. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-pupil-screen': HeedPupilScreen;
  }
}
