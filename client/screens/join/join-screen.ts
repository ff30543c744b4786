import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/heed-error-summary';
import '../../components/heed-notice';
import '../../components/heed-password-field';
import { fire } from '../../components/fire';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { go } from '../../router';
import { faults } from '../../strings/faults';
import { logIn } from '../../strings/log-in';
import { shell } from '../../strings/shell';
import { join as words } from '../../strings/sites';
import { afterLogIn } from '../log-in/after-log-in';

type Stage = 'checking' | 'asking' | 'expired' | 'declined' | 'unreached';

/** /join#token: a school asks somebody to join who has an account at another school. Opening the link uses nothing up. */
@customElement('heed-join-screen')
export class HeedJoinScreen extends LitElement {
  @state() private _stage: Stage = 'checking';
  @state() private _school = '';
  @state() private _email = '';
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
        <h1>${words.title(this._school)}</h1>
        ${this._renderStage()}
      </div>
    </main>`;
  }

  private _renderStage(): TemplateResult {
    switch (this._stage) {
      case 'checking':
        return html`<p class="hint" role="status">${words.checking}</p>`;
      case 'asking':
        return this._renderForm();
      case 'expired':
        return html`<heed-notice tone="warn" role="alert">${words.expired}</heed-notice>`;
      case 'declined':
        return html`<heed-notice tone="ok" role="status">${words.declined}</heed-notice>`;
      case 'unreached':
        return html`<heed-notice tone="warn" role="alert"
          >${faults.unreachable}
          <button slot="actions" type="button" class="button" @click=${() => void this._check()}>
            ${shell.tryAgain}
          </button></heed-notice
        >`;
    }
  }

  private _renderForm(): TemplateResult {
    return html`<p class="hint">${words.forWhom(this._email)}</p>
      <p>${words.why}</p>
      <heed-error-summary
        .errors=${this._error === '' ? [] : [{ field: 'password', text: this._error }]}
      ></heed-error-summary>
      <form class="card" novalidate @submit=${this._accept}>
        <input
          class="visually-hidden"
          type="email"
          name="email"
          autocomplete="username"
          tabindex="-1"
          aria-hidden="true"
          readonly
          .value=${this._email}
        />
        <heed-password-field
          .value=${this._password}
          .error=${this._error}
          @password-changed=${(event: CustomEvent<{ value: string }>) =>
            (this._password = event.detail.value)}
        ></heed-password-field>
        <p class="after row">
          <button type="submit" class="button primary main" ?disabled=${this._busy}>${words.accept}</button>
          <button type="button" class="button" ?disabled=${this._busy} @click=${() => void this._decline()}>
            ${words.decline}
          </button>
        </p>
        <p class="after"><a class="link-line" href="/forgot">${words.forgotten}</a></p>
      </form>`;
  }

  private async _check(): Promise<void> {
    this._stage = 'checking';
    try {
      const [{ works, email }, place] = await Promise.all([
        call('checkOffer', { body: { token: tokenHere() } }),
        call('readPlace'),
      ]);
      this._school = place.schoolName ?? '';
      this._email = email ?? '';
      this._stage = works ? 'asking' : 'expired';
    } catch (thrown) {
      this._stage = asCallFault(thrown).code === 'unreachable' ? 'unreached' : 'expired';
    }
  }

  private async _accept(event: Event): Promise<void> {
    event.preventDefault();
    // A password manager fills inputs without telling: what stands there counts.
    this._password = this.querySelector<HTMLInputElement>('#password')?.value ?? '';
    this._error = this._password === '' ? words.missing : '';
    if (this._error !== '' || this._busy) return;
    await this._try(async () => {
      const body = { token: tokenHere(), password: this._password };
      const { session } = await call('acceptOffer', { body });
      fire(this, 'person-typed', { staffId: session.staffId });
      await go(await afterLogIn(session.staffId), { replace: true });
    });
  }

  private async _decline(): Promise<void> {
    await this._try(async () => {
      await call('declineOffer', { body: { token: tokenHere() } });
      this._stage = 'declined';
    });
  }

  private async _try(work: () => Promise<void>): Promise<void> {
    this._busy = true;
    this._error = '';
    try {
      await work();
    } catch (thrown) {
      const { code, title, retryAfter } = asCallFault(thrown);
      if (code === 'link-used') this._stage = 'expired';
      else this._error = retryAfter === null ? title : logIn.slow(faults.wait(retryAfter));
    } finally {
      this._busy = false;
    }
  }
}

/** The token travels in the fragment, which no server and no log sees. */
function tokenHere(): string {
  return location.hash.slice(1);
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-join-screen': HeedJoinScreen;
  }
}
