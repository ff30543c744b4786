import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { announce } from './components/heed-live-region';
import './components/heed-live-region';
import { go, type Place } from './router';
import './screens/lock/cover';
import { barOf, type Bar } from './shell/bar';
import { Known } from './shell/known';
import { LeftOver } from './shell/left-over';
import { Locking } from './shell/locking';
import { followMenu } from './shell/menu';
import { shellNotices, type UpdateOffer } from './shell/notices';
import { Places } from './shell/places';
import { askSession, startSessionLife } from './shell/session-life';
import { startServices, updateNow } from './shell/start-services';
import { followLook } from './shell/theme';
import { topBar } from './shell/top-bar';
import { faults } from './strings/faults';
import { notices, shell as words } from './strings/shell';

/** The frame of every screen: bar, notices, the place, Cover, and one live region. */
@customElement('heed-app')
export class HeedApp extends LitElement {
  @state() private _endsSoon = false;
  @state() private _rightsEnded = false;
  @state() private _update: UpdateOffer = 'none';
  private readonly _known = new Known(this);
  private readonly _places = new Places(this, this._known);
  private readonly _leftOver = new LeftOver(this._known);
  private readonly _locking = new Locking(this, this._known, this._places);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    startSessionLife({
      endsSoon: (soon) => this._onEndsSoon(soon),
      ended: () => announce(notices.accessEnded, true),
      rightsEnded: () => this._onRightsEnded(),
      otherPerson: () => void this._onOtherPerson(),
    });
    this._known.start({
      session: () => this._places.decide(),
      unlocked: () => this._onUnlocked(),
      connectivity: () => void this._onConnectivity(),
    });
    document.addEventListener('keydown', this._onKey);
    startServices(() => (this._update = 'ready'));
    this.addEventListener('person-typed', (event) => this._onTyped(event.detail.staffId));
    this.addEventListener('device-enrolled', ({ detail }) => (detail.seen = this._lookHere()));
    void this._begin();
  }

  /** The router's listener. @param by how the person came */
  arrive(place: Place, by: 'start' | 'link' | 'back'): void {
    this._rightsEnded = false;
    this._places.arrive(place, by);
  }

  protected override willUpdate(): void {
    const { here, unlocked, typedFor } = this._known;
    if (here) followLook(here.shared, unlocked?.person.staffId ?? typedFor);
  }

  protected override render(): TemplateResult {
    const { covered, locksIn } = this._locking;
    return html`<a class="skip-link" href="#main" @click=${this._skip}>${words.skip}</a>
      ${topBar(this._bar, covered, {
        cover: () => this._locking.cover(),
        lock: () => void this._locking.lock(),
        menu: (entry) => void followMenu(entry, this._known, this._locking),
      })}
      ${shellNotices(
        { locksIn, endsSoon: this._endsSoon, rightsEnded: this._rightsEnded, update: this._update },
        {
          seen: () => this._seen(),
          updateNow: () => void this._updateNow(),
          updateLater: () => (this._update = 'none'),
        },
      )}
      <div class="screen" ?inert=${covered}>${this._places.render(() => void this._ask())}</div>
      ${covered ? html`<heed-cover @cover-lifted=${() => this._locking.uncover()}></heed-cover>` : nothing}
      <heed-live-region></heed-live-region>`;
  }

  private get _bar(): Bar {
    return barOf(this._known, this._places.place);
  }

  private async _begin(): Promise<void> {
    await this._lookHere();
    await this._leftOver.settle();
    this._places.decide();
  }

  /** "unknown" is what the browser's own hint leaves: worth a try. */
  private async _onConnectivity(): Promise<void> {
    if (this._known.connectivity !== 'unreached') await this._leftOver.settle();
    this._places.decide();
  }

  private async _lookHere(): Promise<void> {
    await this._known.lookHere();
    this._locking.watchAgain();
    this._places.decide();
  }

  private async _ask(): Promise<void> {
    await askSession();
    this._places.decide();
  }

  private _onUnlocked(): void {
    this._locking.watchAgain();
    // Whoever unlocks is asked for by name: another person's session is dropped by the call itself.
    if (this._known.unlocked) void this._ask();
    this._places.decide();
  }

  /** A password typed here stands for a PIN until this page locks. */
  private _onTyped(staffId: string): void {
    this._known.typedFor = staffId;
    this._locking.watchAgain();
    this._places.decide();
  }

  /** The button goes with the notice: one goes on with what stands below it. */
  private _seen(): void {
    this._rightsEnded = false;
    this._places.focusHeading();
  }

  private async _updateNow(): Promise<void> {
    this._update = (await updateNow()) ? 'none' : 'not-saved';
  }

  private async _onOtherPerson(): Promise<void> {
    announce(faults.otherPerson, true);
    // Whoever records goes on: that needs no session, and is never blocked.
    if (!this._places.isForRecording) await go('/log-in');
  }

  private _onEndsSoon(soon: boolean): void {
    this._endsSoon = soon;
    if (soon) announce(notices.accessEndsSoon, true);
  }

  /** Where nothing recorded was open, nothing has changed under anybody's eyes. */
  private _onRightsEnded(): void {
    if (!this._places.place?.route.recorded) return;
    this._rightsEnded = true;
    announce(notices.rightsEnded, true);
  }

  private _skip(event: Event): void {
    event.preventDefault();
    this._places.focusMain();
  }

  private readonly _onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this._bar.withCover) this._locking.escape(event);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-app': HeedApp;
  }
  interface HTMLElementEventMap {
    /** a password was typed right in this page */
    'person-typed': CustomEvent<{ staffId: string }>;
    /** this browser has become a device of the school, or a person has joined it; the shell says when it has seen so */
    'device-enrolled': CustomEvent<{ seen: Promise<void> }>;
  }
}
