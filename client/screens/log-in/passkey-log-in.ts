import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { fire } from '../../components/fire';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { CallFault } from '../../data/call-fault';
import { logInByPasskey, stopAsking } from '../../data/passkey-ceremony';
import { canFillPasskeys, passkeysHere } from '../../data/passkeys-here';
import { passkeySentence } from '../../dialogs/passkey-part';
import { passkeys as words } from '../../strings/passkeys';

/** A challenge is good for five minutes; the one behind the field is made anew before that, ms. */
const RENEW_MS = 4 * 60_000;

/**
 * "Log in with a passkey". Where the browser offers passkeys in the field for the address, they are offered there as
 * well, for as long as the page stands.
 */
@customElement('heed-passkey-log-in')
export class HeedPasskeyLogIn extends LitElement {
  @state() private _fault = '';
  @state() private _busy = false;
  private _renewing: ReturnType<typeof setInterval> | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this._offerInField();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._stopOffering();
    stopAsking();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (passkeysHere() !== 'yes') return nothing;
    return html`<p class="after">
        <button type="button" class="button wide" ?disabled=${this._busy} @click=${() => void this._logIn()}>
          ${icon('fingerprint')}${words.logIn}
        </button>
      </p>
      ${this._fault === ''
        ? nothing
        : html`<heed-notice tone="warn" sign="info" role="alert">${this._fault}</heed-notice>`}`;
  }

  private async _logIn(): Promise<void> {
    if (this._busy) return;
    [this._busy, this._fault] = [true, ''];
    this._stopOffering();
    try {
      fire(this, 'passkey-logged-in', { staffId: (await logInByPasskey('button')).staffId });
    } catch (thrown) {
      this._fault = sentence(thrown);
      void this._offerInField();
    } finally {
      this._busy = false;
    }
  }

  private async _offerInField(): Promise<void> {
    if (!(await canFillPasskeys()) || !this.isConnected || this._renewing !== null) return;
    this._renewing = setInterval(() => void this._waitForField(), RENEW_MS);
    await this._waitForField();
  }

  private _stopOffering(): void {
    if (this._renewing !== null) clearInterval(this._renewing);
    this._renewing = null;
  }

  /** Waits for somebody to take a passkey in the field. Nobody asked for it, so its own faults are not told. */
  private async _waitForField(): Promise<void> {
    try {
      fire(this, 'passkey-logged-in', { staffId: (await logInByPasskey('field')).staffId });
    } catch (thrown) {
      // Somebody took one there, and the school refused it.
      if (thrown instanceof CallFault && thrown.code === 'log-in-failed') this._fault = sentence(thrown);
    }
  }
}

function sentence(thrown: unknown): string {
  const away = thrown instanceof CallFault && thrown.code === 'unreachable';
  return away ? words.logInOffline : passkeySentence(thrown);
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-passkey-log-in': HeedPasskeyLogIn;
  }
  interface HTMLElementEventMap {
    'passkey-logged-in': CustomEvent<{ staffId: string }>;
  }
}
