import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fire } from '../../components/fire';
import '../../components/heed-error-summary';
import type { FieldError } from '../../components/heed-error-summary';
import { icon } from '../../components/heed-icon';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { deviceCalls } from '../../data/device-calls';
import { forgottenPin as words } from '../../strings/lock';
import { logIn as logInWords } from '../../strings/log-in';
import { openForgottenPin } from '../../unlock/forgotten-pin';
import { lockNow } from '../../unlock/lock';
import type { PersonHere } from '../../unlock/unlocked';
import { pinFaults, type TypedPin } from '../enrol/pin-faults';
import { pinFields } from '../enrol/pin-fields';
import { EMAIL_FIELD, PASSWORD_FIELD, passwordFields } from './password-fields';

/** Forgotten PIN: the password, then a new PIN; the drafts open as before (envelope.md, unlock key). */
@customElement('heed-forgotten-pin')
export class HeedForgottenPin extends LitElement {
  @property({ attribute: false }) person: PersonHere | null = null;
  /** As on the tile. */
  @property() name = '';
  @state() private _step: 'password' | 'pin' = 'password';
  @state() private _errors: readonly FieldError[] = [];
  @state() private _busy = false;
  @state() private _pin: TypedPin = { pin: '', again: '' };
  private _email = '';
  private _password = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<main class="page narrow-page" id="main">
      <button type="button" class="link" @click=${() => void this._leave()}>
        ${icon('arrow-left')}${words.back}
      </button>
      <h1>${this._step === 'password' ? words.title : words.newPin}</h1>
      <div class="stack">
        <heed-error-summary .errors=${this._errors}></heed-error-summary>
        ${this._step === 'password' ? this._renderPassword() : this._renderPin()}
      </div>
    </main>`;
  }

  private _renderPassword(): TemplateResult {
    return html`<form class="card" @submit=${this._onPassword}>
      <div class="stack roomy">
        <p class="hint">${words.text}</p>
        <div>
          ${passwordFields(this._errors, (typed) => {
            this._email = typed.email ?? this._email;
            this._password = typed.password ?? this._password;
          })}
        </div>
        <button type="submit" class="button primary main wide" ?disabled=${this._busy}>
          ${words.button}
        </button>
      </div>
    </form>`;
  }

  private _renderPin(): TemplateResult {
    return html`<form class="card" @submit=${this._onPin}>
      <div class="stack roomy">
        <div>${pinFields(this._pin, this._errors, (typed) => (this._pin = typed))}</div>
        <button type="submit" class="button primary main wide" ?disabled=${this._busy}>${words.save}</button>
      </div>
    </form>`;
  }

  private async _onPassword(event: Event): Promise<void> {
    event.preventDefault();
    const missing = [
      ...(this._email.trim() === '' ? [{ field: EMAIL_FIELD, text: logInWords.errors.email }] : []),
      ...(this._password === '' ? [{ field: PASSWORD_FIELD, text: logInWords.errors.password }] : []),
    ];
    this._errors = missing;
    if (missing.length > 0 || this._busy) return;
    await this._try(PASSWORD_FIELD, async () => {
      const { session } = await call('logIn', {
        body: { email: this._email.trim(), password: this._password },
      });
      if (session.staffId === this.person?.staffId) this._step = 'pin';
      else await this._refuseOther();
    });
  }

  private async _onPin(event: Event): Promise<void> {
    event.preventDefault();
    this._errors = pinFaults(this._pin);
    const person = this.person;
    if (this._errors.length > 0 || this._busy || !person) return;
    await this._try(EMAIL_FIELD, async () => {
      if (await openForgottenPin(deviceCalls, person.authorKeyId, this._pin.pin))
        fire(this, 'forgotten-pin-mended');
      else await this._leave();
    });
  }

  /** Somebody else's password opens nobody's drafts; their session must not stay behind on a locked tablet. */
  private async _refuseOther(): Promise<void> {
    // "You are logged out again" is said when it is so, or when it is the first thing that happens online.
    await (
      await lockNow(deviceCalls)
    ).ended;
    this._errors = [{ field: EMAIL_FIELD, text: words.otherPerson(this.name) }];
  }

  private async _try(field: string, run: () => Promise<void>): Promise<void> {
    this._busy = true;
    try {
      await run();
    } catch (thrown) {
      const fault = asCallFault(thrown);
      if (fault.code === 'password-needed' || fault.code === 'log-in-needed') this._step = 'password';
      const text = fault.code === 'unreachable' ? words.offline : fault.title;
      this._errors = [{ field, text }];
    } finally {
      this._busy = false;
    }
  }

  private async _leave(): Promise<void> {
    if (this._step === 'pin') await lockNow(deviceCalls);
    fire(this, 'forgotten-pin-left');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-forgotten-pin': HeedForgottenPin;
  }
  interface HTMLElementEventMap {
    /** a new PIN is kept, and the person is unlocked */
    'forgotten-pin-mended': CustomEvent<undefined>;
    'forgotten-pin-left': CustomEvent<undefined>;
  }
}
