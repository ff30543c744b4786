import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { watchClock } from '../../contexts/clock';
import { watchUnlocked } from '../../contexts/unlocked';
import { go, type RouteParams } from '../../router';
import { LockWatch } from '../../shell/watch-here';
import { record as words, unlocked as lockedWords } from '../../strings/record';
import { indexRoll } from '../../unlock/roll';
import type { Unlocked } from '../../unlock/unlocked';
import { FIELDS } from './check-record';
import { formBar, formPage, type ShownForm } from './form-page';
import { blankForm, type FormState } from './form-state';
import { isWithoutUnlocking, openForm, unread, type Visit } from './opening';
import { RecordForm } from './record-form';
import { pupilOffers } from './suggest';
import { growText } from './what-card';
import { loadSealing } from './writing';

const nobody = pupilOffers(indexRoll(null));

/**
 * "Record a concern": one page, kept encrypted from the first keystroke, sealed before the screen changes. With
 * `?unlocked=no` the same page for somebody who has not unlocked: no lists of people, no reading back.
 */
@customElement('heed-record-screen')
export class HeedRecordScreen extends LitElement {
  @property({ attribute: false }) params: RouteParams = {};
  @state() private _ready = false;
  @state() private _state: FormState = blankForm;
  @state() private _visit: Visit = unread;
  @state() private _unlocked: Unlocked | null = null;
  @state() private _now = Date.now();
  @state() private _closesIn: number | null = null;
  private readonly _form = new RecordForm(
    () => ({ ...this._visit, unlocked: this._unlocked }),
    (now) => (this._state = now),
  );
  private _offers = nobody;
  private _lockWatch: LockWatch | null = null;
  private _opened = 0;
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
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this._onKey);
    for (const stop of this._stops) stop();
    this._opened += 1;
    this._leave();
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('params')) void this._begin();
  }

  protected override updated(): void {
    growText(this);
  }

  protected override render(): TemplateResult {
    return html`<main id="main">
      <div class="page with-bar with-aside" ?inert=${this._state.sealing}>
        <h1>${this._visit.withoutUnlocking ? lockedWords.title : words.title}</h1>
        ${this._ready ? formPage(this._shown()) : nothing}
      </div>
      ${this._ready ? formBar(this._shown()) : nothing}
    </main>`;
  }

  private _shown(): ShownForm {
    return {
      form: this._form,
      state: this._state,
      visit: this._visit,
      unlocked: this._unlocked,
      offers: this._offers,
      now: this._now,
      closesIn: this._closesIn,
      copy: () => void this._copy(),
    };
  }

  /** Opens what the address means. */
  private async _begin(): Promise<void> {
    const opened = ++this._opened;
    this._leave();
    this._ready = false;
    const asked = new URLSearchParams(location.search);
    this._visit = { ...unread, withoutUnlocking: isWithoutUnlocking(asked) };
    const opening = await openForm(asked, this.params['draftId'] ?? null);
    // The person has gone on, or locked, meanwhile.
    if (opened !== this._opened) return;
    if (!opening) {
      this._toLock();
      return;
    }
    this._visit = opening.visit;
    this._form.start(opening.opened);
    if (opening.visit.withoutUnlocking) this._closeWhenLeft();
    this._ready = true;
    void loadSealing().catch(() => undefined);
  }

  private async _copy(): Promise<void> {
    try {
      await this._form.copy();
    } catch {
      // Refused by the browser: the text is marked, so that it can be copied by hand.
      this.querySelector<HTMLTextAreaElement>(`#${FIELDS.what}`)?.select();
    }
  }

  private _onUnlocked(unlocked: Unlocked | null): void {
    const before = this._unlocked;
    if (unlocked) {
      this._unlocked = unlocked;
      this._offers = pupilOffers(unlocked.pupils);
    } else if (before) this._forget();
  }

  /** Locked: what was typed is on the disk, and nothing of it stays in the page. */
  private _forget(): void {
    this._opened += 1;
    this._form.discard();
    this._clear();
    this._toLock();
  }

  private _clear(): void {
    this._ready = false;
    this._unlocked = null;
    this._form.clear();
    this._offers = nobody;
  }

  private _toLock(): void {
    void go('/lock', { replace: true, next: location.pathname + location.search });
  }

  /** Nobody has unlocked, so nothing else locks: a form that is left closes, and cannot be opened here again. */
  private _closeWhenLeft(): void {
    this._lockWatch = new LockWatch(true, {
      locksIn: (seconds) => (this._closesIn = seconds),
      lock: () => {
        this._leave();
        this._clear();
        void go('/lock', { replace: true });
      },
    });
  }

  private _leave(): void {
    this._lockWatch?.stop();
    this._lockWatch = null;
    this._closesIn = null;
    this._form.leave();
  }

  private readonly _onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this._form.send();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-record-screen': HeedRecordScreen;
  }
}
