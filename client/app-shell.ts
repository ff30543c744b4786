import { ContextProvider } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { announce } from './components/heed-live-region';
import './components/heed-live-region';
import './components/heed-notice';
import './components/heed-top-bar';
import type { MenuEntry } from './components/heed-person-menu';
import { clockContext, watchClock } from './contexts/clock';
import { connectivityContext, watchConnectivity, type Connectivity } from './contexts/connectivity';
import { outboxContext, watchOutbox, type OutboxView } from './contexts/outbox';
import { sessionContext, watchSession, type SessionState } from './contexts/session';
import { unlockedContext, watchUnlocked } from './contexts/unlocked';
import { call } from './data/call';
import { showElevate } from './dialogs/elevate/show-elevate';
import { go, type Place } from './router';
import { barOf, type BarFacts } from './shell/bar';
import { gate, type GateAnswer } from './shell/gate';
import { readHere, type Here } from './shell/here';
import { lockHere, logOutHere } from './shell/leave';
import { ScreenHolder } from './shell/screen-holder';
import './screens/lock/cover';
import { askSession, startSessionLife } from './shell/session-life';
import { startServices, updateNow } from './shell/start-services';
import { applyTheme } from './shell/theme';
import { LockWatch } from './shell/watch-here';
import { elevate as elevateWords } from './strings/account';
import { dashboard as dashboardWords } from './strings/dashboard';
import { faults } from './strings/faults';
import { lock as lockWords } from './strings/lock';
import { shell as words } from './strings/shell';
import type { Unlocked } from './unlock/unlocked';

/** A second Escape within this time covers the screen, ms. */
const TWICE_MS = 600;

/** The frame of every screen: bar, contexts, what may be shown, Cover, Lock, and one live region. */
@customElement('heed-app')
export class HeedApp extends LitElement {
  @state() private _here: Here | null = null;
  @state() private _session: SessionState = { known: false, session: null, skew: 0 };
  @state() private _unlocked: Unlocked | null = null;
  @state() private _outbox: OutboxView | null = null;
  @state() private _connectivity: Connectivity = 'unknown';
  @state() private _now = Date.now();
  @state() private _place: Place | null = null;
  @state() private _answer: GateAnswer = 'wait';
  @state() private _covered = false;
  @state() private _endsSoon = false;
  @state() private _locksIn: number | null = null;
  @state() private _update: 'none' | 'ready' | 'not-saved' = 'none';
  /** the password was typed in this page, and for whom */
  private _typedFor: string | null = null;
  private _lockWatch: LockWatch | null = null;
  private _escapedAt = 0;
  private readonly _screen = new ScreenHolder();
  private readonly _provide = {
    session: new ContextProvider(this, { context: sessionContext }),
    unlocked: new ContextProvider(this, { context: unlockedContext }),
    outbox: new ContextProvider(this, { context: outboxContext }),
    connectivity: new ContextProvider(this, { context: connectivityContext }),
    clock: new ContextProvider(this, { context: clockContext }),
  };

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    startSessionLife({
      endsSoon: (soon) => this._onEndsSoon(soon),
      ended: () => announce(elevateWords.ended, true),
      otherPerson: () => void this._onOtherPerson(),
    });
    watchClock((now) => this._provide.clock.setValue((this._now = now)));
    watchConnectivity((value) => this._provide.connectivity.setValue((this._connectivity = value)));
    watchOutbox((value) => this._provide.outbox.setValue((this._outbox = value)));
    watchSession((value) => this._onSession(value));
    watchUnlocked((value) => this._onUnlocked(value));
    document.addEventListener('keydown', this._onKey);
    startServices(() => (this._update = 'ready'));
    this.addEventListener('person-typed', (event) => this._onTyped(event.detail.staffId));
    this.addEventListener('device-enrolled', () => void this._lookHere());
    void this._begin();
  }

  /** The router's listener. @param by how the person came */
  arrive(place: Place, by: 'start' | 'link' | 'back'): void {
    this._place = place;
    if (by !== 'start') this._screen.comesByLink();
    this._decide();
  }

  protected override render(): TemplateResult {
    return html`<a class="skip-link" href="#main" @click=${this._skip}>${words.skip}</a>
      ${this._renderBar()} ${this._renderNotices()}
      <div class="screen" ?inert=${this._covered}>${this._renderScreen()}</div>
      ${this._covered ? html`<heed-cover @cover-lifted=${() => this._uncover()}></heed-cover>` : nothing}
      <heed-live-region></heed-live-region>`;
  }

  private _renderBar(): TemplateResult {
    const bar = barOf(this._barFacts());
    return html`<heed-top-bar
      ?inert=${this._covered}
      .school=${bar.school}
      .offline=${bar.offline}
      .waiting=${bar.waiting}
      .waitingEarlier=${bar.waitingEarlier}
      .person=${bar.person}
      .access=${bar.access}
      .minutesLeft=${bar.minutesLeft}
      .withCover=${bar.withCover}
      .withLock=${bar.withLock}
      @elevate-requested=${() => void showElevate()}
      @end-access-requested=${() => void call('endElevation').catch(() => undefined)}
      @cover-requested=${this._cover}
      @lock-requested=${() => void this._lock()}
      @menu-chosen=${(event: CustomEvent<{ entry: MenuEntry }>) => void this._onMenu(event.detail.entry)}
    ></heed-top-bar>`;
  }

  private _renderNotices(): TemplateResult | typeof nothing {
    if (this._locksIn !== null) {
      return html`<heed-notice class="shell-notice" tone="warn"
        >${lockWords.locksSoon(this._locksIn)}
        <button slot="actions" type="button" class="button small">${lockWords.stay}</button></heed-notice
      >`;
    }
    if (this._endsSoon) {
      return html`<heed-notice class="shell-notice" tone="warn">${elevateWords.endsSoon}</heed-notice>`;
    }
    return this._update === 'none' ? nothing : this._renderUpdate();
  }

  private _renderUpdate(): TemplateResult {
    return html`<heed-notice class="shell-notice" role="status"
      >${this._update === 'ready' ? dashboardWords.update : words.updateNotSaved}
      <span slot="actions" class="row">
        <button type="button" class="button small primary" @click=${() => void this._updateNow()}>
          ${dashboardWords.updateNow}
        </button>
        <button type="button" class="button small" @click=${() => (this._update = 'none')}>
          ${dashboardWords.updateLater}
        </button>
      </span></heed-notice
    >`;
  }

  private _renderScreen(): unknown {
    if (this._answer === 'needs-connection')
      return this._screen.message(words.offlineFirst, () => void this._ask());
    return this._answer === 'show' ? this._screen.element : nothing;
  }

  private _barFacts(): BarFacts {
    return {
      session: this._session,
      unlocked: this._unlocked,
      outbox: this._outbox,
      connectivity: this._connectivity,
      enrolled: this._here?.enrolled ?? false,
      schoolHere: this._here?.schoolName ?? '',
      typedHere: this._typedFor !== null,
      place: this._place,
      now: this._now,
    };
  }

  private async _begin(): Promise<void> {
    await this._lookHere();
    await this._ask();
    await this._endLeftOver();
  }

  /** A shared device starts locked: a session that an earlier page left here is ended, as Lock would have done. */
  private async _endLeftOver(): Promise<void> {
    const left = this._session.session !== null && this._unlocked === null && this._typedFor === null;
    if (left && this._here?.shared) await lockHere();
  }

  private async _lookHere(): Promise<void> {
    this._here = await readHere();
    applyTheme(this._here.shared);
    this._startLockWatch();
    this._decide();
  }

  private async _ask(): Promise<void> {
    await askSession();
    this._decide();
  }

  private _onSession(value: SessionState): void {
    this._provide.session.setValue((this._session = value));
    if (!value.session) this._typedFor = null;
    this._decide();
  }

  private _onUnlocked(value: Unlocked | null): void {
    this._provide.unlocked.setValue((this._unlocked = value));
    this._startLockWatch();
    // Whoever unlocks is asked for by name: another person's session is dropped by the call itself.
    if (value) void this._ask();
    this._decide();
  }

  /** A password typed here stands for a PIN until this page locks. */
  private _onTyped(staffId: string): void {
    this._typedFor = staffId;
    this._startLockWatch();
    this._decide();
  }

  private async _updateNow(): Promise<void> {
    this._update = (await updateNow()) ? 'none' : 'not-saved';
  }

  private _startLockWatch(): void {
    this._lockWatch?.stop();
    this._locksIn = null;
    this._lockWatch =
      this._here && (this._unlocked ?? (this._here.enrolled && this._typedFor !== null))
        ? new LockWatch(this._here.shared, {
            locksIn: (seconds) => (this._locksIn = seconds),
            lock: () => void this._lock(),
          })
        : null;
  }

  /** Shows the place, or sends the person where they must go first. */
  private _decide(): void {
    if (!this._place || !this._here) return;
    const { session, known } = this._session;
    const facts = {
      enrolled: this._here.enrolled,
      unlocked: this._unlocked !== null,
      known,
      loggedIn: session !== null,
      typedHere: session !== null && this._typedFor === session.staffId,
    };
    const withoutUnlocking = new URL(this._place.href, location.origin).searchParams.get('unlocked') === 'no';
    const needs = withoutUnlocking ? 'device' : this._place.route.needs;
    const answer = gate(needs, facts, this._connectivity !== 'unreached');
    if (answer.startsWith('/')) {
      this._answer = 'wait';
      void go(answer, { replace: true, next: this._place.href });
      return;
    }
    this._answer = answer;
    if (answer === 'show') void this._screen.show(this._place, () => this.requestUpdate());
    else this._screen.clear();
  }

  private async _lock(): Promise<void> {
    this._covered = false;
    if (!this._here?.enrolled) return;
    const from = this._place?.href;
    await lockHere();
    // Most places are left by the gate already, which remembers them as well.
    if (from !== undefined && this._place?.route.path !== '/lock') await go('/lock', { next: from });
  }

  private async _onMenu(entry: MenuEntry): Promise<void> {
    if (entry === 'account') return go('/account/keys');
    if (entry === 'help') return go('/help');
    const enrolled = this._here?.enrolled ?? false;
    if (entry === 'switch-person' && enrolled) return this._lock();
    const where = await logOutHere({
      enrolled,
      unsent: this._outbox?.unsent ?? 0,
      connectivity: this._connectivity,
    });
    if (where) await go(where);
  }

  private async _onOtherPerson(): Promise<void> {
    announce(faults.otherPerson, true);
    await go('/log-in');
  }

  private _onEndsSoon(soon: boolean): void {
    this._endsSoon = soon;
    if (soon) announce(elevateWords.endsSoon, true);
  }

  private _cover(): void {
    this._covered = true;
    this._lockWatch?.cover();
  }

  private _uncover(): void {
    this._covered = false;
    // Too late: it has locked itself, and the lock's own event shows the lock screen.
    this._lockWatch?.uncover();
  }

  private _skip(event: Event): void {
    event.preventDefault();
    this._screen.focusMain();
  }

  private readonly _onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !barOf(this._barFacts()).withCover) return;
    const twice = event.timeStamp - this._escapedAt < TWICE_MS;
    this._escapedAt = twice ? 0 : event.timeStamp;
    if (!twice) return;
    // Unprevented, the same key press would close the cover that it opens.
    event.preventDefault();
    this._cover();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-app': HeedApp;
  }
  interface HTMLElementEventMap {
    /** a password was typed right in this page */
    'person-typed': CustomEvent<{ staffId: string }>;
    /** this browser has become a device of the school, or a person has joined it */
    'device-enrolled': CustomEvent<undefined>;
  }
}
