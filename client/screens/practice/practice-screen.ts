import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { announce } from '../../components/heed-live-region';
import { watchClock } from '../../contexts/clock';
import { watchUnlocked } from '../../contexts/unlocked';
import { showConfirm } from '../../dialogs/confirm/show-confirm';
import { go } from '../../router';
import { dropPractice, makeReal, type PracticeDraft } from '../../sealing/practice-drafts';
import { practice as words } from '../../strings/practice';
import { readKeptBoard } from '../../unlock/board';
import { indexRoll } from '../../unlock/roll';
import { notePractised } from '../../unlock/tell-practised';
import type { Unlocked } from '../../unlock/unlocked';
import type { DeviceBoard } from '../../../protocol/devices';
import { FIELDS } from '../record/check-record';
import { blankForm, type FormState } from '../record/form-state';
import { readContent } from '../record/record-content';
import { pupilOffers } from '../record/suggest';
import { growText } from '../record/what-card';
import { listKept } from './kept';
import { PracticeForm } from './practice-form';
import { donePage, endedPage, keptPage } from './practice-pages';
import { practicePage } from './practice-page';
import { practising } from './practice-school';
import { countPractice, PRACTICE_S } from './practice-time';
import { asReal, hasWords } from './words-typed';

/** What stands on the screen. */
type Shown =
  | { page: 'reading' | 'form' | 'ended' }
  /** what was written earlier, or until practice ended, and not decided on */
  | { page: 'kept'; drafts: readonly PracticeDraft[] }
  | { page: 'done'; draft: PracticeDraft };

/**
 * "Try it with a practice pupil": the record form itself, with invented pupils, that reaches nobody. It ends at a lock
 * or after ten minutes; what was typed by then is decided on by its author alone.
 */
@customElement('heed-practice-screen')
export class HeedPracticeScreen extends LitElement {
  @state() private _shown: Shown = { page: 'reading' };
  @state() private _state: FormState = blankForm;
  @state() private _now = Date.now();
  @state() private _endsIn: number | null = null;
  @state() private _failed = '';
  private _real: Unlocked | null = null;
  private _practising: Unlocked | null = null;
  private _board: DeviceBoard | null = null;
  private _form: PracticeForm | null = null;
  private _offers = pupilOffers(indexRoll(null));
  private _endsAt = 0;
  private _stopCounting: () => void = () => undefined;
  private _stops: (() => void)[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this._onKey);
    this._stops = [
      watchClock((now) => (this._now = now)),
      watchUnlocked((unlocked) => this._onUnlocked(unlocked)),
    ];
    void this._begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this._onKey);
    for (const stop of this._stops) stop();
    this._leave();
  }

  protected override updated(changes: Map<PropertyKey, unknown>): void {
    growText(this);
    if (!changes.has('_shown')) return;
    const heading = this.querySelector('h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    const shown = this._shown;
    if (shown.page === 'reading') return nothing;
    return html`<div class="practice">
      <section class="practice-flag" aria-label=${words.name}>${words.flag}</section>
      ${this._renderPage(shown)}
    </div>`;
  }

  private _renderPage(shown: Shown): TemplateResult | typeof nothing {
    switch (shown.page) {
      case 'form':
        return this._renderForm();
      case 'done':
        return donePage(this._failed, {
          makeReal: () => void this._makeReal(shown.draft),
          finish: () => void this._finish(shown.draft),
        });
      case 'kept':
        return keptPage(
          shown.drafts,
          this._failed,
          {
            makeReal: (draft) => void this._makeReal(draft),
            throwAway: (draft) => void this._throwAway(draft),
          },
          this._now,
        );
      case 'ended':
        return endedPage(() => this._start());
      default:
        return nothing;
    }
  }

  private _renderForm(): TemplateResult | typeof nothing {
    const [form, unlocked] = [this._form, this._practising];
    if (!form || !unlocked) return nothing;
    return practicePage({
      form,
      unlocked,
      state: this._state,
      board: this._board,
      offers: this._offers,
      now: this._now,
      endsAt: this._endsAt,
      endsIn: this._endsIn,
      failed: this._failed,
      copy: () => void this._copy(),
      makeReal: () => void this._makeRealNow(),
    });
  }

  /** First what was written earlier and not decided on; then the form. */
  private async _begin(): Promise<void> {
    if (!this._real) {
      await go('/lock', { replace: true });
      return;
    }
    this._board = await readKeptBoard().catch(() => null);
    if (!(await this._showKept()) && this.isConnected) this._start();
  }

  /** @returns whether something waits for its author's word */
  private async _showKept(): Promise<boolean> {
    const unlocked = this._real;
    if (!unlocked) return false;
    const kept = await listKept(unlocked);
    if (kept.length > 0) this._shown = { page: 'kept', drafts: kept };
    return kept.length > 0;
  }

  private _start(): void {
    const unlocked = this._real;
    if (!unlocked) return;
    this._leave();
    [this._state, this._failed, this._endsIn] = [blankForm, '', null];
    this._practising = practising(unlocked, this._board);
    this._offers = pupilOffers(this._practising.pupils);
    this._form = new PracticeForm(unlocked, {
      redraw: (now) => (this._state = now),
      sent: (draft) => this._onSent(draft),
      deleted: () => void go('/', { replace: true }),
    });
    this._endsAt = Date.now() + PRACTICE_S * 1000;
    this._stopCounting = countPractice((left) => this._onLeft(left));
    this._shown = { page: 'form' };
  }

  private _onLeft(left: number | null): void {
    if (left !== null && this._endsIn === null) announce(`${words.endsIn(left)} ${words.endsKept}`, true);
    this._endsIn = left;
    if (left === 0) void this._end();
  }

  /** Ten minutes are over. What was typed and cannot be written down stays on the screen. */
  private async _end(): Promise<void> {
    const form = this._form;
    if (!form) return;
    if ((await form.keep()) === null && hasWords(this._state.content)) return;
    this._leave();
    announce(words.ended, true);
    if (!(await this._showKept())) this._shown = { page: 'ended' };
  }

  private _onSent(draft: PracticeDraft): void {
    this._leave();
    this._failed = '';
    this._shown = { page: 'done', draft };
    scrollTo(0, 0);
    if (this._real) void notePractised(this._real).catch(() => undefined);
  }

  private async _makeRealNow(): Promise<void> {
    const draft = (await this._form?.keep()) ?? null;
    if (!draft) return;
    // From here on nothing is typed into the practice any more.
    this._leave();
    this._shown = { page: 'reading' };
    await this._makeReal(draft);
  }

  /** A real draft with what was typed; nothing is sent before its author presses Send there. */
  private async _makeReal(draft: PracticeDraft): Promise<void> {
    const content = readContent(draft.content);
    if (!this._real || !content) return;
    try {
      const real = await makeReal(this._real, draft, asReal(content));
      await go(`/record/${real.draftId}`, { replace: true });
    } catch {
      this._failed = words.failed;
      await this._showKept();
    }
  }

  private async _finish(draft: PracticeDraft): Promise<void> {
    try {
      await dropPractice(draft);
      await go('/', { replace: true });
    } catch {
      this._failed = words.failed;
    }
  }

  private async _throwAway(draft: PracticeDraft): Promise<void> {
    const sure = await showConfirm({
      heading: words.throwAway,
      text: words.throwAwaySure,
      yes: words.throwAway,
      no: words.keep,
      danger: true,
    });
    if (!sure) return;
    try {
      await dropPractice(draft);
      if (!(await this._showKept())) await go('/', { replace: true });
    } catch {
      this._failed = words.failed;
    }
  }

  private async _copy(): Promise<void> {
    try {
      await this._form?.copy();
    } catch {
      // Refused by the browser: the text is marked, so that it can be copied by hand.
      this.querySelector<HTMLTextAreaElement>(`#${FIELDS.what}`)?.select();
    }
  }

  /** Locked: what was typed is on the disk, and nothing of it stays in the page. */
  private _onUnlocked(unlocked: Unlocked | null): void {
    const before = this._real;
    this._real = unlocked;
    if (unlocked || !before) return;
    this._form?.discard();
    this._leave();
    [this._shown, this._state, this._practising] = [{ page: 'reading' }, blankForm, null];
    void go('/lock', { replace: true, next: location.pathname });
  }

  private _leave(): void {
    this._stopCounting();
    this._form?.leave();
    this._form = null;
  }

  private readonly _onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this._form?.send();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-practice-screen': HeedPracticeScreen;
  }
}
