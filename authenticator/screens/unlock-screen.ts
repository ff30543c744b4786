import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { confirm } from '../components/confirm';
import { field } from '../components/field';
import { icon } from '../components/icon';
import { LightElement } from '../components/light-element';
import type { Database } from '../store/database';
import { eraseAll, tryPin } from '../store/lock';
import type { OpenStore } from '../store/open-store';
import { hasPasskey, openByPasskey } from '../store/passkey';
import { PasskeyFailed } from '../store/platform-passkey';
import { codes, passkey, unlock as words } from '../strings/words';
import { triedError } from './tried-error';

/** A passkey first, where there is one; the PIN; and whoever has forgotten it starts afresh. */
@customElement('ha-unlock')
export class Unlock extends LightElement {
  @property({ attribute: false }) database: Database | null = null;
  @property({ attribute: false }) opened: (store: OpenStore) => void = () => undefined;
  @property({ attribute: false }) erased: () => void = () => undefined;
  @state() private _pin = '';
  @state() private _error = '';
  @state() private _busy = false;
  @state() private _hasPasskey = false;
  @state() private _asks = false;
  private readonly _left = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._left.abort();
  }

  protected override firstUpdated(): void {
    void this._begin();
  }

  protected override render(): TemplateResult {
    const pin = field({
      id: 'pin',
      label: words.label,
      error: this._error,
      value: this._pin,
      kind: 'pin',
      changed: (value) => (this._pin = value),
    });
    return html`<h1 class="page-heading" tabindex="-1">${words.title}</h1>
      <div class="stack">
        ${this._hasPasskey ? this._renderPasskey() : nothing}
        <form class="card stack roomy" novalidate @submit=${this._submit}>
          ${pin}
          <button type="submit" class="button primary main wide" ?disabled=${this._busy}>
            ${this._busy ? words.opening : words.button}
          </button>
        </form>
        <p class="row">
          <button type="button" class="link" @click=${() => void this._startAfresh()}>${words.forgot}</button>
          <a class="link-line" href="#how">${icon('smartphone')}${codes.how}</a>
        </p>
      </div>`;
  }

  private _renderPasskey(): TemplateResult {
    return html`<button
      type="button"
      class="button primary main wide"
      id="passkey"
      ?disabled=${this._busy || this._asks}
      @click=${() => void this._ask()}
    >
      ${icon('fingerprint')}${this._asks ? passkey.asking : passkey.unlock}
    </button>`;
  }

  /** A field that has the focus brings up the phone's keyboard, which is in the way of a passkey. */
  private async _begin(): Promise<void> {
    this._hasPasskey = this.database !== null && (await hasPasskey(this.database));
    await this._focusOn(this._hasPasskey ? '#passkey' : '#pin');
  }

  private async _ask(): Promise<void> {
    const { database } = this;
    if (!database || this._asks) return;
    [this._asks, this._error] = [true, ''];
    try {
      this.opened(await openByPasskey(database, this._left.signal));
    } catch (thrown) {
      if (!(thrown instanceof PasskeyFailed)) throw thrown;
      this._error = passkey.notOpened[thrown.fault];
    } finally {
      this._asks = false;
    }
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this._busy || !this.database) return;
    const pin = this._pin.replaceAll(/\s/g, '');
    this._pin = '';
    if (pin === '') this._error = words.empty;
    else await this._try(this.database, pin);
    if (this.isConnected) await this._focusOn('#pin');
  }

  private async _try(database: Database, pin: string): Promise<void> {
    this._busy = true;
    const tried = await tryPin(database, pin).finally(() => (this._busy = false));
    this._error = triedError(tried);
    if (tried.kind === 'open') this.opened(tried.store);
  }

  private async _startAfresh(): Promise<void> {
    const { forgotTitle: heading, forgotText: text, forgotYes: yes } = words;
    if (!this.database || !(await confirm({ heading, text, yes }))) return;
    await eraseAll(this.database);
    this.erased();
  }
}
