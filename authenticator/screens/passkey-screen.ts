import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { field } from '../components/field';
import { icon } from '../components/icon';
import { LightElement } from '../components/light-element';
import type { Database } from '../store/database';
import { tryKey } from '../store/lock';
import { hasPasskey, NewPasskey, removePasskey } from '../store/passkey';
import { canUsePasskeys, PasskeyFailed } from '../store/platform-passkey';
import { passkey as words, unlock } from '../strings/words';
import { triedError } from './tried-error';

/** A passkey beside the PIN: turned on with the PIN, and off. */
@customElement('ha-passkey')
export class Passkey extends LightElement {
  @property({ attribute: false }) database: Database | null = null;
  @property({ attribute: false }) done: (said: string) => void = () => undefined;
  @state() private _state: 'looking' | 'cannot' | 'off' | 'ready' | 'on' = 'looking';
  @state() private _pin = '';
  @state() private _error = '';
  @state() private _fault = '';
  @state() private _busy = false;
  private _new: NewPasskey | null = null;
  private readonly _left = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    void this._look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._left.abort();
    void this._new?.leave();
  }

  protected override render(): TemplateResult {
    return html`<h1 class="page-heading" tabindex="-1">${words.title}</h1>
      <div class="stack">
        <p>${words.why}</p>
        ${this._fault === ''
          ? nothing
          : html`<p class="notice warn" role="alert">${icon('circle-alert')}<span>${this._fault}</span></p>`}
        ${this._renderState()}
      </div>`;
  }

  private _renderState(): TemplateResult {
    switch (this._state) {
      case 'looking':
        return html`<p class="hint" role="status">${words.looking}</p>`;
      case 'cannot':
        return html`<p class="notice plain">${icon('info')}<span>${words.off}</span></p>`;
      case 'on':
        return html`<p class="notice">${icon('check')}<span>${words.isOn}</span></p>
          ${this._renderButton(words.remove, () => this._remove(), 'button')}`;
      case 'ready':
        return html`<p class="notice" role="status">${icon('check')}<span>${words.ready}</span></p>
          ${this._renderButton(this._fault === '' ? words.add : words.again, () => this._add())}`;
      case 'off':
        return this._renderPin();
    }
  }

  private _renderPin(): TemplateResult {
    return html`<p class="notice plain">${icon('info')}<span>${words.whose}</span></p>
      <form class="card stack roomy" novalidate @submit=${this._submit}>
        ${field({
          id: 'pin',
          label: words.pin,
          error: this._error,
          value: this._pin,
          kind: 'pin',
          changed: (value) => (this._pin = value),
        })}
        <button type="submit" class="button primary main wide" ?disabled=${this._busy}>
          ${this._busy ? unlock.opening : words.check}
        </button>
      </form>`;
  }

  private _renderButton(word: string, press: () => Promise<void>, kind = 'button primary'): TemplateResult {
    return html`<button
      type="button"
      class="${kind} main wide"
      ?disabled=${this._busy}
      @click=${() => void this._while(press)}
    >
      ${icon('fingerprint')}${word}
    </button>`;
  }

  private async _look(): Promise<void> {
    if (this.database && (await hasPasskey(this.database))) this._state = 'on';
    else this._state = (await canUsePasskeys()) ? 'off' : 'cannot';
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    const { database, _pin: pin } = this;
    if (this._busy || !database) return;
    this._pin = '';
    this._error = pin === '' ? unlock.empty : '';
    if (pin !== '') await this._while(() => this._try(database, pin));
    if (this._error !== '') await this._focusOn('#pin');
  }

  private async _try(database: Database, pin: string): Promise<void> {
    const tried = await tryKey(database, pin.replaceAll(/\s/g, ''));
    if (tried.kind === 'key') {
      this._new = new NewPasskey(database, tried);
      this._state = 'ready';
    } else this._error = triedError(tried);
  }

  private async _add(): Promise<void> {
    await this._new?.add(words.listed, this._left.signal);
    this.done(words.added);
  }

  private async _remove(): Promise<void> {
    if (this.database) await removePasskey(this.database);
    this.done(words.removed);
  }

  /** Does it, and says what stood in the way of a passkey. */
  private async _while(work: () => Promise<void>): Promise<void> {
    [this._busy, this._fault] = [true, ''];
    try {
      await work();
    } catch (thrown) {
      if (!(thrown instanceof PasskeyFailed)) throw thrown;
      this._fault = words.faults[thrown.fault];
      if (thrown.fault !== 'cancelled') await this._look();
    } finally {
      this._busy = false;
    }
  }
}
