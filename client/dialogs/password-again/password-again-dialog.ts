import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../components/heed-dialog';
import '../../components/heed-password-field';
import { hiddenUsername } from '../../components/new-password-field';
import { sessionContext, type SessionState } from '../../contexts/session';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import type { ProviderKind } from '../../../protocol/providers';
import { leaveToProve } from '../../data/sign-in';
import { passwordAgain as words } from '../../strings/account';
import { logIn } from '../../strings/log-in';
import { signIn } from '../../strings/providers';
import { focusIn } from '../host';

/** The password of the person who is logged in, typed again: a log-in of a while ago is not enough. */
@customElement('heed-password-again-dialog')
export class HeedPasswordAgainDialog extends LitElement {
  @property({ attribute: false }) answer: (right: boolean) => void = () => undefined;
  /** what the password is asked for */
  @property() why = words.why;
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private _session: SessionState | undefined;
  @state() private _error = '';
  @state() private _busy = false;
  /** Providers that this person signs in with. */
  @state() private _through: readonly ProviderKind[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this._readThrough();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    focusIn(this, '#password-again');
  }

  protected override render(): TemplateResult {
    return html`<heed-dialog open .heading=${words.title} @dialog-closed=${() => this.answer(false)}>
      <form class="stack roomy" novalidate @submit=${this._submit}>
        <p>${this.why}</p>
        ${hiddenUsername(this._session?.session?.email ?? '')}
        <heed-password-field field-id="password-again" .error=${this._error}></heed-password-field>
        <button type="submit" class="button primary main wide" ?disabled=${this._busy}>
          ${words.button}
        </button>
      </form>
      ${this._through.length === 0 ? nothing : this._renderThrough()}
    </heed-dialog>`;
  }

  private _renderThrough(): TemplateResult {
    return html`<div class="stack">
      <p class="hint">${signIn.again}</p>
      ${this._through.map(
        (provider) =>
          html`<button
            type="button"
            class="button wide"
            ?disabled=${this._busy}
            @click=${() => void this._leave(provider)}
          >
            ${signIn.through(provider)}
          </button>`,
      )}
    </div>`;
  }

  private async _readThrough(): Promise<void> {
    try {
      const { links, offered } = await call('listLinks');
      this._through = offered.filter((kind) => links.some(({ provider }) => provider === kind));
    } catch {
      // The password is asked for all the same.
    }
  }

  private async _leave(provider: ProviderKind): Promise<void> {
    this._busy = true;
    try {
      await leaveToProve(provider, 'again');
    } catch (thrown) {
      this._error = asCallFault(thrown).title;
      this._busy = false;
    }
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    const password = this.querySelector<HTMLInputElement>('#password-again')?.value ?? '';
    if (this._busy) return;
    if (password === '') {
      this._error = logIn.errors.password;
      return;
    }
    this._busy = true;
    try {
      await call('proveAgain', { body: { password } });
      this.answer(true);
    } catch (thrown) {
      const fault = asCallFault(thrown);
      this._error = fault.code === 'log-in-failed' ? words.wrong : fault.title;
      focusIn(this, '#password-again');
    } finally {
      this._busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-password-again-dialog': HeedPasswordAgainDialog;
  }
}
