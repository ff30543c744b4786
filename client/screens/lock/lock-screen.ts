import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../components/heed-empty';
import { icon } from '../../components/heed-icon';
import '../../components/heed-keypad';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-person-tiles';
import { deviceKind } from '../../contexts/device-kind';
import { watchRevoked } from '../../contexts/revoked';
import { currentUnlocked } from '../../contexts/unlocked';
import { pageTools } from '../../sealing/keep-delivering';
import { go } from '../../router';
import { keypad } from '../../strings/components';
import { lock } from '../../strings/lock';
import { refreshKept } from '../../unlock/refresh-kept';
import { keepTelling } from '../../unlock/tell-practised';
import { unlockWithPin } from '../../unlock/unlock';
import { unlockWithPasskey } from '../../unlock/unlock-with-passkey';
import { isSentRecord, placeAfterUnlock } from './after-unlock';
import './heed-forgotten-pin';
import './heed-pin-wait';
import './heed-revoked-notice';
import './heed-waiting-notice';
import { readOwnHere } from './own-here';
import { passkeyButton, passkeyLink } from './passkey-parts';
import { readPeople, type PeopleOnDevice } from './people';
import { passkeyWords, refusalWords, troubleWords } from './unlock-words';

/** Who are you? Names of the people of this device, a PIN, and always a way to record without one. */
@customElement('heed-lock-screen')
export class HeedLockScreen extends LitElement {
  /** Where the person came from, and goes on to after unlocking; null: home. */
  @property({ attribute: false }) next: string | null = null;
  @state() private _here: PeopleOnDevice | null = null;
  @state() private _chosen = '';
  @state() private _forgotten = false;
  @state() private _slip = false;
  @state() private _opening = false;
  /** the school has removed this device: nobody new is taken */
  @state() private _revoked = false;
  @state() private _error = '';
  /** device clock, ms; 0: no wait */
  @state() private _waitUntil = 0;
  private _stopWatching: () => void = () => undefined;
  /** what the device is asked for ends with this screen */
  private readonly _left = new AbortController();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this._onKey);
    this._stopWatching = watchRevoked((revoked) => (this._revoked = revoked));
    void this._load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this._onKey);
    this._stopWatching();
    this._left.abort();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this._here) return nothing;
    if (this._slip) return this._renderSlip();
    if (this._forgotten) return this._renderForgotten();
    return this._here.people.length === 0 ? this._renderNobody(this._here) : this._renderLock(this._here);
  }

  private _renderLock(here: PeopleOnDevice): TemplateResult {
    return html`<main class="lock" id="main">
      ${deviceNotices()}
      <div class="stack">
        <div class="lock-who">
          <h1>${lock.who}</h1>
          ${this._revoked ? nothing : addPerson()}
        </div>
        <heed-person-tiles
          .people=${here.tiles}
          .chosen=${this._chosen}
          @person-chosen=${(event: CustomEvent<{ id: string }>) => this._choose(event.detail.id)}
          @click=${this._onTilesClicked}
        ></heed-person-tiles>
        ${this._passkeyIs('first') ? passkeyButton(this._opening, this._onPasskey) : nothing}
      </div>
      <div class="lock-keys">
        ${this._renderWait()}
        <heed-keypad
          .label=${this._name === '' ? lock.choosePerson : keypad.pinFor(this._name)}
          .error=${this._error}
          .action=${this._opening ? lock.opening : keypad.unlock}
          ?disabled=${this._chosen === '' || this._opening || this._waitUntil > 0}
          @pin-entered=${(event: CustomEvent<{ pin: string }>) => void this._unlock(event.detail.pin)}
        ></heed-keypad>
        <div class="lock-links">
          <button
            type="button"
            class="link"
            ?hidden=${this._chosen === ''}
            @click=${() => this._toForgotten()}
          >
            ${lock.forgotten}
          </button>
          ${this._passkeyIs('beside') ? passkeyLink(this._opening, this._onPasskey) : nothing}
          ${this._revoked ? nothing : this._slipLink()}
        </div>
      </div>
      ${withoutUnlocking()}
    </main>`;
  }

  private _renderWait(): TemplateResult | typeof nothing {
    if (this._waitUntil === 0) return nothing;
    return html`<heed-pin-wait .until=${this._waitUntil} @wait-over=${this._onWaitOver}></heed-pin-wait>`;
  }

  private _renderNobody(here: PeopleOnDevice): TemplateResult {
    return html`<main class="lock" id="main">
      ${deviceNotices()}
      <h1 class="visually-hidden">${lock.who}</h1>
      <heed-empty sign="users-round" .text=${lock.nobody(deviceKind())}
        ><a class="button primary main" href="/log-in">${lock.logIn}</a></heed-empty
      >
      ${here.enrolled && !this._revoked ? html`<div class="lock-links">${this._slipLink()}</div>` : nothing}
      ${here.enrolled ? withoutUnlocking() : nothing}
    </main>`;
  }

  private _renderForgotten(): TemplateResult {
    const person = this._here?.people.find(({ authorKeyId }) => authorKeyId === this._chosen);
    return html`<heed-forgotten-pin
      .person=${person ?? null}
      .name=${this._name}
      @forgotten-pin-left=${this._onForgottenLeft}
      @forgotten-pin-mended=${() => void this._goOn()}
    ></heed-forgotten-pin>`;
  }

  private _renderSlip(): TemplateResult {
    return html`<heed-slip
      ?forgotten=${this._forgotten}
      @slip-left=${this._onSlipLeft}
      @slip-joined=${() => void this._goOn()}
    ></heed-slip>`;
  }

  private _slipLink(): TemplateResult {
    return html`<button type="button" class="link" @click=${() => void this._toSlip()}>
      ${lock.haveSlip}
    </button>`;
  }

  /** On a tablet that several people share the PIN is first, everywhere else the passkey (ui.md, route 1). */
  private _passkeyIs(placed: 'first' | 'beside'): boolean {
    const has = this._here?.passkeys.has(this._chosen) ?? false;
    return has && (deviceKind() === 'tablet' ? 'beside' : 'first') === placed;
  }

  private get _name(): string {
    return this._here?.tiles.find(({ id }) => id === this._chosen)?.name ?? '';
  }

  private async _load(): Promise<void> {
    this._here = await readPeople(Date.now());
    const [only, ...others] = this._here.people;
    if (only && others.length === 0) this._choose(only.authorKeyId);
  }

  private _choose(authorKeyId: string): void {
    this._chosen = authorKeyId;
    this._error = '';
    this._waitUntil = this._here?.waits.get(authorKeyId) ?? 0;
    this.querySelector('heed-keypad')?.clear();
  }

  private async _unlock(pin: string): Promise<void> {
    this._error = '';
    this._opening = true;
    try {
      const result = await unlockWithPin(this._chosen, pin);
      if (result.kind === 'unlocked') {
        await this._goOn();
        return;
      }
      await this._load();
      this._error = refusalWords(result, deviceKind());
      this._waitUntil = result.kind === 'gone' ? 0 : result.waitMs > 0 ? Date.now() + result.waitMs : 0;
      if (result.kind === 'gone') this._chosen = '';
    } catch (thrown) {
      this._error = troubleWords(thrown, deviceKind());
    } finally {
      this._opening = false;
    }
    await this._focusKeypad();
  }

  /** A passkey that opens nothing costs nothing: the PIN stands below, and nothing is counted. */
  private readonly _onPasskey = async (): Promise<void> => {
    this._error = '';
    this._opening = true;
    try {
      const result = await unlockWithPasskey(this._chosen, this._left.signal);
      if (result.kind === 'unlocked') await this._goOn();
      else if (result.kind === 'failed') this._error = passkeyWords[result.fault];
      else await this._load();
    } catch (thrown) {
      this._error = troubleWords(thrown, deviceKind());
    } finally {
      this._opening = false;
    }
  };

  /** Unlocked: first to what was left lying, else to where the person came from. */
  private async _goOn(): Promise<void> {
    const unlocked = currentUnlocked();
    if (!unlocked) return;
    announce(lock.unlocked(unlocked.person.shortName));
    void refreshKept(pageTools());
    keepTelling();
    const own = await readOwnHere(unlocked, isSentRecord(this.next));
    await go(placeAfterUnlock(own, this.next, Date.now()), { replace: true });
  }

  private async _focusKeypad(): Promise<void> {
    await this.updateComplete;
    this.querySelector('heed-keypad')?.focus();
  }

  /** Who joined with a slip has no password: a new slip makes a new place. */
  private _toForgotten(): void {
    this._forgotten = true;
    const person = this._here?.people.find(({ authorKeyId }) => authorKeyId === this._chosen);
    if (person?.slip) void this._toSlip();
  }

  /** Fetched when it is wanted: few people ever need it. */
  private async _toSlip(): Promise<void> {
    try {
      await import('./heed-slip');
      this._slip = true;
    } catch {
      this._forgotten = false;
      this._error = lock.failed;
    }
  }

  private readonly _onSlipLeft = (): void => {
    [this._slip, this._forgotten] = [false, false];
  };

  private _onForgottenLeft(): void {
    this._forgotten = false;
  }

  private _onWaitOver(): void {
    this._waitUntil = 0;
    void this._focusKeypad();
  }

  /** A tap goes on to the keys; arrow keys among the names stay there. */
  private _onTilesClicked(event: MouseEvent): void {
    if (event.detail > 0) void this._focusKeypad();
  }

  /** Digits of a real keyboard reach the PIN wherever the focus is, but never out of another field. */
  private readonly _onKey = (event: KeyboardEvent): void => {
    if (!/^\d$/.test(event.key) || this._chosen === '' || this._forgotten || this._slip || this._opening)
      return;
    if (event.target instanceof HTMLInputElement && event.target.type !== 'radio') return;
    this.querySelector('heed-keypad')?.focus();
  };
}

/** What is to be known of this device before anybody unlocks. */
function deviceNotices(): TemplateResult {
  return html`<div class="stack lock-notices">
    <heed-revoked-notice></heed-revoked-notice><heed-waiting-notice></heed-waiting-notice>
  </div>`;
}

/** A colleague who is new to this device. */
function addPerson(): TemplateResult {
  return html`<button type="button" class="link" @click=${() => void go('/log-in', { next: '/enrol' })}>
    ${icon('user-plus')}${lock.addPerson(deviceKind())}
  </button>`;
}

/** Supply staff, a volunteer, a forgotten PIN: recording is never behind a lock. */
function withoutUnlocking(): TemplateResult {
  return html`<div class="lock-foot">
    <a class="button main wide" href="/record?unlocked=no">${icon('pencil-line')}${lock.withoutUnlocking}</a>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-lock-screen': HeedLockScreen;
  }
}
