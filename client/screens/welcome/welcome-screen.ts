import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/heed-error-summary';
import '../../components/heed-notice';
import { hiddenUsername, newPasswordField, wordsOfAddress } from '../../components/new-password-field';
import { passwordStrength } from '../../components/password-strength';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { logIn, reset, welcome as words } from '../../strings/log-in';

type Stage = 'checking' | 'choosing' | 'expired' | 'saved' | 'asked';

/** /welcome#token: choose a password by a mailed link. Opening the link uses nothing up. */
@customElement('heed-welcome-screen')
export class HeedWelcomeScreen extends LitElement {
  @state() private _stage: Stage = 'checking';
  @state() private _email: string | null = null;
  @state() private _password = '';
  @state() private _error = '';
  @state() private _busy = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this._check();
  }

  protected override render(): TemplateResult {
    return html`<main id="main" class="page">
      <div class="narrow-card stack">
        <h1>${words.title}</h1>
        ${this._renderStage()}
      </div>
    </main>`;
  }

  private _renderStage(): TemplateResult {
    switch (this._stage) {
      case 'checking':
        return html`<p class="hint" role="status">${words.checking}</p>`;
      case 'choosing':
        return this._renderForm();
      case 'expired':
        return this._renderExpired();
      case 'asked':
        return html`<section class="card" role="status">
          <p>${reset.answer}</p>
          <p class="hint">${reset.nothingYet}</p>
        </section>`;
      case 'saved':
        return html`<heed-notice tone="ok" role="status">${words.saved}</heed-notice>
          <p><a class="button primary main wide" href="/log-in">${words.logIn}</a></p>`;
    }
  }

  private _renderForm(): TemplateResult {
    const email = this._email ?? '';
    return html`${this._email === null ? nothing : html`<p class="hint">${words.forWhom(this._email)}</p>`}
      <heed-error-summary
        .errors=${this._error === '' ? [] : [{ field: 'password', text: this._error }]}
      ></heed-error-summary>
      <form class="card" novalidate @submit=${this._submit}>
        ${hiddenUsername(email)}
        ${newPasswordField({
          id: 'password',
          label: logIn.password,
          value: this._password,
          error: this._error,
          personal: wordsOfAddress(email),
          changed: (value) => (this._password = value),
        })}
        <p class="after">
          <button type="submit" class="button primary main wide" ?disabled=${this._busy}>
            ${words.button}
          </button>
        </p>
      </form>`;
  }

  private _renderExpired(): TemplateResult {
    return html`<heed-notice tone="warn" role="alert">${words.expired}</heed-notice>
      <p>
        ${this._email === null
          ? html`<a class="button primary main wide" href="/forgot">${words.newLink}</a>`
          : html`<button type="button" class="button primary main wide" @click=${this._askAgain}>
              ${words.newLink}
            </button>`}
      </p>`;
  }

  private get _token(): string {
    return location.hash.slice(1);
  }

  private async _check(): Promise<void> {
    try {
      const { works, email } = await call('checkLink', { body: { token: this._token } });
      this._email = email;
      this._stage = works ? 'choosing' : 'expired';
    } catch (thrown) {
      const fault = asCallFault(thrown);
      // Without a connection the link may well be good: only the school can say that it is not.
      this._stage = fault.code === 'unreachable' ? 'choosing' : 'expired';
      if (fault.code === 'unreachable') this._error = fault.title;
    }
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    this._password = this.querySelector<HTMLInputElement>('#password')?.value ?? '';
    this._error = passwordStrength(this._password) === 0 ? words.errors.short : '';
    if (this._error !== '' || this._busy) return;
    this._busy = true;
    try {
      await call('choosePassword', { body: { token: this._token, password: this._password } });
      // The link is used up: it must not stay in the address.
      history.replaceState(history.state, '', location.pathname);
      this._stage = 'saved';
    } catch (thrown) {
      const fault = asCallFault(thrown);
      if (fault.code === 'link-used') this._stage = 'expired';
      else this._error = fault.code === 'password-weak' ? words.errors.common : fault.title;
    } finally {
      this._busy = false;
    }
  }

  private async _askAgain(): Promise<void> {
    if (this._email === null) return;
    try {
      await call('askForLink', { body: { email: this._email } });
      this._stage = 'asked';
    } catch (thrown) {
      this._error = asCallFault(thrown).title;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-welcome-screen': HeedWelcomeScreen;
  }
}
