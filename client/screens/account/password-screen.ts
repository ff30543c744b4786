import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-notice';
import { hiddenUsername, newPasswordField, wordsOfAddress } from '../../components/new-password-field';
import { passwordStrength } from '../../components/password-strength';
import { call } from '../../data/call';
import { asCallFault, type CallFault } from '../../data/call-fault';
import { account, password as words } from '../../strings/account';
import { faults } from '../../strings/faults';
import { logIn, welcome } from '../../strings/log-in';
import { AccountScreen } from './account-screen';

/** "Password": a new one, by the one that the person has. */
@customElement('heed-password-screen')
export class HeedPasswordScreen extends AccountScreen {
  protected readonly _href = '/account/password';
  protected readonly _title = account.password;
  @state() private _current = '';
  @state() private _password = '';
  @state() private _currentError = '';
  @state() private _passwordError = '';
  @state() private _saved = false;
  @state() private _busy = false;

  protected override _renderCards(): TemplateResult {
    const email = this._session?.session?.email ?? '';
    return html`${this._saved
        ? html`<heed-notice tone="ok" role="status">${words.saved}</heed-notice>`
        : nothing}
      <section class="card">
        <p>${words.what}</p>
        <form class="stack roomy after" novalidate @submit=${this._submit}>
          ${hiddenUsername(email)}
          <heed-password-field
            field-id="current-password"
            .label=${words.current}
            .value=${this._current}
            .error=${this._currentError}
            @password-changed=${(event: CustomEvent<{ value: string }>) =>
              (this._current = event.detail.value)}
          ></heed-password-field>
          <div>
            ${newPasswordField({
              id: 'new-password',
              label: words.fresh,
              value: this._password,
              error: this._passwordError,
              personal: wordsOfAddress(email),
              changed: (value) => (this._password = value),
            })}
          </div>
          <p>
            <button type="submit" class="button primary main" ?disabled=${this._busy}>${words.button}</button>
          </p>
        </form>
        <p class="hint after">${words.forgotten} <a href="/forgot">${words.forgottenLink}</a></p>
      </section>`;
  }

  /** The page shows nothing that the school would have to say first. */
  protected override _load(): Promise<void> {
    return Promise.resolve();
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this._busy) return;
    // A password manager may have filled them in without a word.
    this._current = this._typedIn('current-password');
    this._password = this._typedIn('new-password');
    this._saved = false;
    this._currentError = this._current === '' ? logIn.errors.password : '';
    this._passwordError = this._faultOfNew();
    if (this._currentError + this._passwordError !== '') {
      this._focusFault();
      return;
    }
    this._busy = true;
    const { _current: current, _password: password } = this;
    this._fault = '';
    try {
      await call('changePassword', { body: { current, password } });
      this._current = this._password = '';
      this._saved = true;
      announce(words.saved);
    } catch (thrown) {
      this._show(asCallFault(thrown));
      this._focusFault();
    } finally {
      this._busy = false;
    }
  }

  private _faultOfNew(): string {
    if (passwordStrength(this._password) === 0) return welcome.errors.short;
    return this._password === this._current ? words.same : '';
  }

  private _show(fault: CallFault): void {
    if (fault.code === 'log-in-failed') this._currentError = words.wrong;
    else if (fault.code === 'password-weak') this._passwordError = fault.title;
    else if (fault.retryAfter !== null) this._currentError = logIn.slow(faults.wait(fault.retryAfter));
    else this._fault = fault.title;
  }

  private _focusFault(): void {
    const id = this._currentError !== '' ? 'current-password' : 'new-password';
    if (this._fault === '') this.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  private _typedIn(id: string): string {
    return this.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-password-screen': HeedPasswordScreen;
  }
}
