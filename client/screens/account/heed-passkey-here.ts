import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { errorPart, hintPart } from '../../components/field-parts';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { deviceKind } from '../../contexts/device-kind';
import { unlockedContext } from '../../contexts/unlocked';
import { go } from '../../router';
import { passkeyHere as words } from '../../strings/unlock-passkey';
import { NewPasskey, removePasskey } from '../../unlock/add-passkey';
import { PasskeyFailed } from '../../unlock/passkey';
import { openWithPin } from '../../unlock/unlock';
import type { Unlocked } from '../../unlock/unlocked';
import { pinInput } from '../enrol/pin-fields';
import { triedWords, troubleWords } from '../lock/unlock-words';
import { readPasskeyShown, type PasskeyShown } from './read-passkey';

const PIN_FIELD = 'passkey-pin';

/** "Unlock with fingerprint, face or screen lock": a person's passkey on this device, beside their PIN. */
@customElement('heed-passkey-here')
export class HeedPasskeyHere extends LitElement {
  @consume({ context: unlockedContext, subscribe: true })
  @state()
  private _unlocked: Unlocked | null | undefined;
  @state() private _shown: PasskeyShown | null = null;
  @state() private _asksPin = false;
  /** once the PIN was right */
  @state() private _new: NewPasskey | null = null;
  @state() private _pin = '';
  @state() private _error = '';
  @state() private _fault = '';
  @state() private _busy = false;
  private _person = '';
  private readonly _left = new AbortController();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._left.abort();
    void this._new?.leave();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const person = this._unlocked?.person.authorKeyId ?? '';
    if (this.hasUpdated && (!changed.has('_unlocked') || person === this._person)) return;
    this._person = person;
    void this._read();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this._shown) return nothing;
    return html`<section class="card">
      <h2>${words.title}</h2>
      <div class="stack">
        ${this._fault === ''
          ? nothing
          : html`<heed-notice tone="warn" sign="info" role="alert">${this._fault}</heed-notice>`}
        ${this._renderState(this._shown)}
      </div>
    </section>`;
  }

  private _renderState(shown: PasskeyShown): TemplateResult {
    const device = deviceKind();
    if (shown.state === 'cannot') return html`<p class="hint">${words.cannot}</p>`;
    if (shown.state === 'on') return this._renderOn();
    return html`<p class="hint">${words.why(device)}</p>
      ${shown.shared
        ? html`<heed-notice tone="warn" sign="info">${words.shared(device)}</heed-notice>`
        : nothing}
      ${shown.state === 'locked' ? renderLocked() : this._renderOff()}`;
  }

  private _renderOn(): TemplateResult {
    return html`<p class="line-with-icon ok">${icon('fingerprint')}<span>${words.isOn}</span></p>
      <p>
        <button type="button" class="button" ?disabled=${this._busy} @click=${() => void this._remove()}>
          ${words.remove}
        </button>
      </p>`;
  }

  private _renderOff(): TemplateResult {
    if (this._new) return this._renderReady();
    if (this._asksPin) return this._renderPin();
    return html`<p>
      <button type="button" class="button primary" @click=${() => void this._begin()}>
        ${icon('fingerprint')}${words.begin}
      </button>
    </p>`;
  }

  private _renderPin(): TemplateResult {
    return html`<form class="stack" @submit=${(event: Event) => void this._onPin(event)}>
      <div class="field">
        <label class="label" for=${PIN_FIELD}>${words.pin}</label>
        ${hintPart(PIN_FIELD, words.pinHint)}
        <div role="alert">${errorPart(PIN_FIELD, this._error)}</div>
        ${pinInput(PIN_FIELD, this._pin, words.pinHint, this._error, (pin) => (this._pin = pin))}
      </div>
      <div class="row">
        <button type="submit" class="button primary" ?disabled=${this._busy}>
          ${this._busy ? words.checking : words.check}
        </button>
        ${this._renderLeave()}
      </div>
    </form>`;
  }

  private _renderReady(): TemplateResult {
    return html`<p class="line-with-icon ok">
        ${icon('check')}<span role="status">${words.ready(deviceKind())}</span>
      </p>
      <div class="row">
        <button type="button" class="button primary" ?disabled=${this._busy} @click=${() => void this._add()}>
          ${icon('fingerprint')}${this._fault === '' ? words.add : words.tryAgain}
        </button>
        ${this._renderLeave()}
      </div>`;
  }

  private _renderLeave(): TemplateResult {
    return html`<button
      type="button"
      class="button"
      ?disabled=${this._busy}
      @click=${() => void this._leave()}
    >
      ${words.leave}
    </button>`;
  }

  private async _read(): Promise<void> {
    this._shown = await readPasskeyShown(this._unlocked?.person ?? null).catch(() => null);
  }

  private async _begin(): Promise<void> {
    [this._asksPin, this._fault] = [true, ''];
    await this.updateComplete;
    this.querySelector('input')?.focus();
  }

  private async _onPin(event: Event): Promise<void> {
    event.preventDefault();
    const person = this._unlocked?.person;
    if (this._busy || !person) return;
    const pin = this._pin;
    [this._pin, this._error] = ['', pin === '' ? words.emptyPin : ''];
    if (pin === '') return;
    await this._while(async () => {
      const opened = await openWithPin(person.authorKeyId, pin);
      if ('raw' in opened) this._new = new NewPasskey(opened, words.listed(person.name));
      else this._error = triedWords(opened, deviceKind());
    });
  }

  private async _add(): Promise<void> {
    const made = this._new;
    if (this._busy || !made) return;
    await this._while(async () => {
      await made.add(this._left.signal);
      announce(words.added);
      await this._leave();
    });
  }

  private async _leave(): Promise<void> {
    const made = this._new;
    [this._new, this._asksPin, this._pin, this._error, this._fault] = [null, false, '', '', ''];
    await made?.leave();
    await this._read();
  }

  private async _remove(): Promise<void> {
    await this._while(async () => {
      await removePasskey(this._person);
      announce(words.removed);
      await this._read();
    });
  }

  /** Does it, and says what stood in the way. */
  private async _while(work: () => Promise<void>): Promise<void> {
    [this._busy, this._fault] = [true, ''];
    try {
      await work();
    } catch (thrown) {
      const fault = thrown instanceof PasskeyFailed ? thrown.fault : null;
      if (fault !== 'cancelled') await this._leave();
      this._fault = fault === null ? troubleWords(thrown, deviceKind()) : words.faults[fault];
    } finally {
      this._busy = false;
    }
  }
}

/** A password was typed, and nobody has unlocked: there is nothing open that a passkey could be added to. */
function renderLocked(): TemplateResult {
  return html`<p>${words.unlockFirst(deviceKind())}</p>
    <p>
      <button type="button" class="button" @click=${() => void go('/lock', { next: '/account/devices' })}>
        ${words.toLock}
      </button>
    </p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-passkey-here': HeedPasskeyHere;
  }
}
