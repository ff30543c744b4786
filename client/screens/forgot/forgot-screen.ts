import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/heed-error-summary';
import '../../components/heed-notice';
import { textField } from '../../components/text-field';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { logIn, reset as words } from '../../strings/log-in';
import { setUp } from '../../strings/set-up';

/** "Reset Password", also for the first time: one field, and the same answer for every address. */
@customElement('heed-forgot-screen')
export class HeedForgotScreen extends LitElement {
  @state() private _email = '';
  @state() private _error = '';
  @state() private _asked = false;
  @state() private _busy = false;
  @state() private _noMail = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    call('readPlace').then(
      (place) => (this._noMail = place.setUp && !place.mailWorks),
      () => undefined,
    );
  }

  protected override render(): TemplateResult {
    return html`<main id="main" class="page">
      <div class="narrow-card stack">
        <h1>${words.title}</h1>
        ${this._noMail
          ? html`<heed-notice tone="danger" .heading=${setUp.noMail}>${words.noMail}</heed-notice>`
          : nothing}
        ${this._asked ? this._renderAnswer() : this._renderForm()}
        <p><a class="link-line" href="/log-in">${words.back}</a></p>
      </div>
    </main>`;
  }

  private _renderForm(): TemplateResult {
    return html`<heed-error-summary
        .errors=${this._error === '' ? [] : [{ field: 'email', text: this._error }]}
      ></heed-error-summary>
      <form class="card" novalidate @submit=${this._submit}>
        ${textField({
          id: 'email',
          label: logIn.email,
          type: 'email',
          autocomplete: 'username',
          hint: words.hint,
          value: this._email,
          error: this._error,
          typed: (value) => (this._email = value),
        })}
        <p class="after">
          <button type="submit" class="button primary main wide" ?disabled=${this._busy}>
            ${words.button}
          </button>
        </p>
      </form>`;
  }

  private _renderAnswer(): TemplateResult {
    return html`<section class="card" role="status">
      <p>${words.answer}</p>
      <p class="hint">${words.nothingYet}</p>
    </section>`;
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    this._email = this.querySelector<HTMLInputElement>('#email')?.value.trim() ?? '';
    if (this._email === '') {
      this._error = logIn.errors.email;
      return;
    }
    this._busy = true;
    try {
      await call('askForLink', { body: { email: this._email } });
      this._asked = true;
    } catch (thrown) {
      this._error = asCallFault(thrown).title;
    } finally {
      this._busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-forgot-screen': HeedForgotScreen;
  }
}
