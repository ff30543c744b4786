import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { announce } from './components/announce';
import { icon } from './components/icon';
import { LightElement } from './components/light-element';
import { namesOf } from './components/names';
import { Idle } from './idle';
import type { Account } from './otp/account';
import { goTo, placeOf, takeOffer, type Place } from './places';
import { registerWorker } from './register-worker';
import { renderPlace, type App } from './render-place';
import { askClock } from './server-clock';
import { openDatabase, type Database } from './store/database';
import { createLock, hasLock } from './store/lock';
import { StartedAfresh, type OpenStore, type ShownAccount } from './store/open-store';
import { add, unlock, words } from './strings/words';

const SECOND = 1000;
const CLOCK_EVERY = 10 * 60 * SECOND;

/** The whole app: what is open, where the person is, and the clock of all codes. */
@customElement('heed-authenticator')
export class HeedAuthenticator extends LightElement implements App {
  @state() stage: App['stage'] = 'opening';
  @state() place: Place = placeOf(location.hash);
  @state() accounts: readonly ShownAccount[] = [];
  @state() now = Date.now();
  @state() ahead: number | null = null;
  @state() offline = !navigator.onLine;
  /** an otpauth link that Heed handed over in the address */
  @state() offered = takeOffer();
  @state() private _notice: { text: string; warn: boolean } | null = null;
  database: Database | null = null;
  store: OpenStore | null = null;
  private _idle = new Idle(Date.now());
  private _clockAskedAt = -CLOCK_EVERY;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', () => this._arrive());
    addEventListener('online', () => void this._askClock());
    addEventListener('offline', () => (this.offline = true));
    document.addEventListener('visibilitychange', () => this._onShown());
    for (const touch of ['pointerdown', 'keydown']) {
      document.addEventListener(touch, () => this._idle.touched(Date.now()), { passive: true });
    }
    addEventListener('unhandledrejection', (event) => this._onFault(event.reason));
    void this.begin();
    void registerWorker(() => this.stage !== 'open').catch(() => null);
    void this._askClock();
    this._tick();
  }

  protected override render(): TemplateResult {
    const inside = this.place !== '';
    return html`<header class="frame-bar">
        ${inside
          ? html`<a class="button quiet small" href="#">${icon('arrow-left')}${words.back}</a>`
          : html`<span class="key-mark">${icon('key-round')}</span>`}
        <span class="title">${inside ? nothing : words.name}</span>
        ${this.stage === 'open'
          ? html`<button type="button" class="button quiet small" @click=${() => this.lock()}>
              ${icon('lock')}${unlock.lock}
            </button>`
          : nothing}
      </header>
      <main class="page ${this.stage === 'open' && !inside ? 'with-foot' : ''}">
        ${this._renderNotice()} ${renderPlace(this)}
      </main>`;
  }

  private _renderNotice(): TemplateResult | typeof nothing {
    if (!this._notice) return nothing;
    const { text, warn } = this._notice;
    return html`<p class="notice page-heading ${warn ? 'warn' : ''}">
      ${icon(warn ? 'circle-alert' : 'check')}<span>${text}</span>
    </p>`;
  }

  /** Opens the database and finds out whether there is a PIN. */
  async begin(): Promise<void> {
    try {
      this.database = await openDatabase();
      this.stage = (await hasLock(this.database)) ? 'locked' : 'new';
    } catch {
      this.stage = 'broken';
    }
  }

  /** The first PIN. */
  async choosePin(pin: string): Promise<void> {
    if (!this.database) return;
    await this.open(await createLock(this.database, pin));
    // Asked for once; a browser that is short of space then drops other pages first.
    if ('persist' in navigator.storage) void navigator.storage.persist().catch(() => false);
  }

  /** The right PIN was typed. */
  async open(store: OpenStore): Promise<void> {
    this.store = store;
    this._idle = new Idle(Date.now());
    this.accounts = await store.list();
    this.now = Date.now();
    this.stage = 'open';
    if (this.offered !== '') goTo('add');
    await this._focusHeading();
  }

  /** Lets go of every key. */
  lock(): void {
    if (this.stage !== 'open') return;
    this.store = null;
    this.accounts = [];
    this._notice = null;
    this.stage = 'locked';
    goTo('');
  }

  /** Reads the list again. @param said what was done, for eyes and ears */
  async changed(said = ''): Promise<void> {
    if (this.store) this.accounts = await this.store.list();
    if (said !== '') this.say(said);
  }

  /** Keeps an account and goes back to the codes. */
  async keep(account: Account): Promise<void> {
    const added = (await this.store?.add([account])) ?? [];
    this.offered = '';
    await this.changed();
    this.goBack(added.length > 0 ? add.added(namesOf(account).title) : add.thereAlready);
  }

  /** To the codes, with a line about what was done. */
  goBack(said = ''): void {
    this.offered = '';
    goTo('');
    this.place = '';
    if (said !== '') this.say(said);
    void this._focusHeading();
  }

  /** A line on the screen, which is also spoken. */
  say(text: string, warn = false): void {
    this._notice = { text, warn };
    announce(text);
  }

  private _arrive(): void {
    const offer = takeOffer();
    const place = placeOf(location.hash);
    // Gone back from the question: it is not asked again.
    if (offer !== '' || (place === '' && this.stage === 'open')) this.offered = offer;
    if (place !== this.place) this._notice = null;
    this.place = place;
    if (offer !== '' && this.stage === 'open') goTo('add');
    void this._focusHeading();
  }

  private async _focusHeading(): Promise<void> {
    await this.updateComplete;
    // The screen inside draws itself a moment later.
    requestAnimationFrame(() => {
      if (this.stage === 'open') this.querySelector<HTMLElement>('h1')?.focus();
      scrollTo(0, 0);
    });
  }

  private _tick(): void {
    this.now = Date.now();
    if (this._idle.isOver(this.now)) this.lock();
    setTimeout(() => this._tick(), SECOND - (this.now % SECOND));
  }

  private _onShown(): void {
    const isShown = document.visibilityState === 'visible';
    // First the question, then the new time: what was away for too long shows nothing when it comes back.
    if (this._idle.isOver(Date.now())) this.lock();
    this._idle.shown(isShown, Date.now());
    if (isShown) void this._askClock();
  }

  private async _askClock(): Promise<void> {
    if (!this.offline && performance.now() - this._clockAskedAt < CLOCK_EVERY) return;
    this._clockAskedAt = performance.now();
    const said = await askClock();
    this.offline = said === 'unreached';
    if (said !== 'unreached') this.ahead = said;
  }

  private _onFault(reason: unknown): void {
    if (reason instanceof StartedAfresh) location.reload();
    else this.say(words.broken.failed, true);
  }
}
