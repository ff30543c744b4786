import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Emblem } from '../../../protocol/emblem';
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
import { go } from '../../router';
import { faults } from '../../strings/faults';
import { logIn as words } from '../../strings/log-in';
import { afterLogIn } from './after-log-in';
import './passkey-log-in';

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

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this._readPlace();
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
        <form class="card" novalidate @submit=${this._submit}>
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
      </div>
    </main>`;
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
