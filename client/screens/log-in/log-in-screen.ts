import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Emblem } from '../../../protocol/emblem';
import type { ProviderKind } from '../../../protocol/providers';
import { RETURN_PATH } from '../../../protocol/sign-in-path';
import { emblemPicture } from '../../components/emblem';
import '../../components/heed-error-summary';
import type { FieldError } from '../../components/heed-error-summary';
import '../../components/heed-notice';
import '../../components/heed-password-field';
import { fire } from '../../components/fire';
import { textField } from '../../components/text-field';
import { call } from '../../data/call';
import { asCallFault, type CallFault } from '../../data/call-fault';
import { emblemAddress, keepEmblem, keptEmblem } from '../../data/emblem';
import { finishReturn, leaveToLogIn, takeKept } from '../../data/sign-in';
import { go, showAddress } from '../../router';
import { readHere } from '../../shell/here';
import { faults } from '../../strings/faults';
import { logIn as words } from '../../strings/log-in';
import { signIn } from '../../strings/providers';
import { afterLogIn } from './after-log-in';
import './passkey-log-in';
import { signInButtons } from './sign-in-buttons';

/** "Log in": e-mail address and password, and the way for a first time. */
@customElement('heed-log-in-screen')
export class HeedLogInScreen extends LitElement {
  /** where the person was going */
  @property({ attribute: false }) next: string | null = null;
  @state() private _email = '';
  @state() private _password = '';
  @state() private _errors: readonly FieldError[] = [];
  @state() private _busy = false;
  @state() private _school: string | null = null;
  @state() private _emblem: Emblem | null = keptEmblem();
  @state() private _notSetUp = false;
  @state() private _offered: readonly ProviderKind[] = [];
  /** Back from a provider, and the school has not answered yet. */
  @state() private _returning = location.pathname === RETURN_PATH;
  /** A session was running when the person left for the provider. */
  @state() private _wasInside = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Whom to ask comes after what people are here for, and with help, which is a part of its own.
    void import('../help/heed-support-card').catch(() => undefined);
    void this._readPlace();
    if (this._returning) void this._finish();
  }

  protected override render(): TemplateResult {
    return html`<main id="main" class="page">
      <div class="narrow-card stack">
        <div class="school-head">
          ${emblemPicture(this._emblem, this._emblem ? emblemAddress(this._emblem) : '')}
          <div>
            <h1>${words.title}</h1>
            ${this._school === null ? nothing : html`<p class="hint">${this._school}</p>`}
          </div>
        </div>
        ${this._notSetUp ? html`<heed-notice tone="info">${words.notSetUp}</heed-notice>` : nothing}
        <heed-error-summary .errors=${this._errors}></heed-error-summary>
        ${this._wasInside
          ? html`<p><a class="link-line" href="/account/keys">${signIn.backToAccount}</a></p>`
          : nothing}
        ${this._returning ? html`<p class="card" role="status">${signIn.returning}</p>` : this._renderWays()}
        <heed-support-card short></heed-support-card>
      </div>
    </main>`;
  }

  private _renderWays(): TemplateResult {
    return html`<form class="card" novalidate @submit=${this._submit}>
        ${textField({
          id: 'email',
          label: words.email,
          type: 'email',
          autocomplete: 'username webauthn',
          value: this._email,
          error: this._errorOf('email'),
          typed: (value) => (this._email = value),
        })}
        <heed-password-field
          .value=${this._password}
          .error=${this._errorOf('password')}
          @password-changed=${(event: CustomEvent<{ value: string }>) =>
            (this._password = event.detail.value)}
        ></heed-password-field>
        <p class="after">
          <button type="submit" class="button primary main wide" ?disabled=${this._busy}>
            ${words.button}
          </button>
        </p>
        <heed-passkey-log-in
          @passkey-logged-in=${(event: CustomEvent<{ staffId: string }>) =>
            void this._enter(event.detail.staffId)}
        ></heed-passkey-log-in>
        <p class="after"><a class="link-line" href="/forgot">${words.firstTime}</a></p>
      </form>
      ${signInButtons({
        offered: this._offered,
        busy: this._busy,
        chosen: (provider) => void this._leave(provider),
      })}`;
  }

  private _errorOf(field: string): string {
    return this._errors.find((error) => error.field === field)?.text ?? '';
  }

  private async _readPlace(): Promise<void> {
    try {
      const place = await call('readPlace');
      this._school = place.schoolName;
      this._notSetUp = !place.setUp;
      this._emblem = place.emblem;
      this._offered = place.signIn;
      keepEmblem(place.emblem);
    } catch {
      // The page works without the school's name.
    }
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    // A password manager fills inputs without telling: what stands there counts.
    this._email = this.querySelector<HTMLInputElement>('#email')?.value ?? '';
    this._password = this.querySelector<HTMLInputElement>('#password')?.value ?? '';
    this._errors = this._missing();
    if (this._errors.length > 0 || this._busy) return;
    this._busy = true;
    try {
      const { session } = await call('logIn', { body: { email: this._email, password: this._password } });
      await this._enter(session.staffId);
    } catch (thrown) {
      this._errors = [faultOf(asCallFault(thrown))];
    } finally {
      this._busy = false;
    }
  }

  private async _enter(staffId: string): Promise<void> {
    fire(this, 'person-typed', { staffId });
    await go(await this._where(staffId), { replace: true });
  }

  private async _leave(provider: ProviderKind): Promise<void> {
    if (this._busy) return;
    this._busy = true;
    this._errors = [];
    try {
      const { enrolled, shared } = await readHere();
      await leaveToLogIn(provider, { shared: enrolled && shared, next: this.next });
    } catch (thrown) {
      this._errors = [throughFault(asCallFault(thrown))];
      this._busy = false;
    }
  }

  /** Takes code and state out of the address and sends them on; they work once. */
  private async _finish(): Promise<void> {
    const { search } = location;
    const { inside, next } = takeKept();
    showAddress('/log-in', true);
    this.next = next;
    try {
      const { session } = await finishReturn(search, inside);
      if (inside) await go(await this._where(session.staffId), { replace: true });
      else await this._enter(session.staffId);
    } catch (thrown) {
      this._returning = false;
      this._wasInside = inside;
      this._errors = [throughFault(asCallFault(thrown))];
    }
  }

  private async _where(staffId: string): Promise<string> {
    return this.next !== null && this.next !== '/' ? this.next : afterLogIn(staffId);
  }

  private _missing(): FieldError[] {
    const errors: FieldError[] = [];
    if (this._email.trim() === '') errors.push({ field: 'email', text: words.errors.email });
    if (this._password === '') errors.push({ field: 'password', text: words.errors.password });
    return errors;
  }
}

/** What went wrong at a provider: in the school's words, or that there is no network. */
function throughFault(fault: CallFault): FieldError {
  return { field: 'email', text: fault.code === 'unreachable' ? signIn.offline : fault.title };
}

function faultOf(fault: CallFault): FieldError {
  if (fault.code === 'unreachable') return { field: 'email', text: words.offline };
  // A field is named where the school has more to say: it asks this person to join, and they have not accepted.
  if (fault.code === 'log-in-failed' && fault.field === null) return { field: 'password', text: words.wrong };
  if (fault.code === 'too-many' && fault.retryAfter !== null) {
    return { field: 'password', text: words.slow(faults.wait(fault.retryAfter)) };
  }
  return { field: fault.field === 'body.email' ? 'email' : 'password', text: fault.title };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-log-in-screen': HeedLogInScreen;
  }
}
