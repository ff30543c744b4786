import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ReplyOf } from '../../../protocol/endpoint';
import type { beginPasskey } from '../../../protocol/passkeys';
import { fire } from '../../components/fire';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { textField } from '../../components/text-field';
import { deviceKind } from '../../contexts/device-kind';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { makePasskey, stopAsking } from '../../data/passkey-ceremony';
import { passkeySentence } from '../../dialogs/passkey-part';
import { keys } from '../../strings/account';
import { passkeys as words } from '../../strings/passkeys';
import './add-key';

export type BegunPasskey = ReplyOf<typeof beginPasskey>;

/** "Add a passkey": what it is, its name, and the button after which the browser asks. */
@customElement('heed-add-passkey')
export class HeedAddPasskey extends LitElement {
  @property({ attribute: false }) begun: BegunPasskey | null = null;
  /** How the person was checked; empty: not needed. */
  @property() checked = '';
  @state() private _name = '';
  @state() private _nameError = '';
  @state() private _fault = '';
  @state() private _busy = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    stopAsking();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.begun) return nothing;
    const { owner } = this.begun;
    return html`<section class="card">
      <h2 class="pane-title">${words.add}</h2>
      <p class="line-with-icon">
        ${icon('circle-user-round')}<span>${keys.forWhomStart} <b>${owner.name}</b>, ${owner.email}</span>
      </p>
      ${this.checked === ''
        ? nothing
        : html`<p class="line-with-icon ok">${icon('check')}<span>${this.checked}</span></p>`}
      <p class="after">${words.what}</p>
      ${deviceKind() === 'computer' ? nothing : html`<p class="hint">${words.shared}</p>`}
      ${this._renderForm()}
    </section>`;
  }

  private _renderForm(): TemplateResult {
    return html`<form class="stack roomy after" novalidate @submit=${this._submit}>
      ${textField({
        id: 'passkey-name',
        label: keys.name,
        placeholder: words.nameExample,
        value: this._name,
        error: this._nameError,
        typed: (value) => (this._name = value),
      })}
      ${this._fault === ''
        ? nothing
        : html`<heed-notice tone="warn" sign="info" role="alert">${this._fault}</heed-notice>`}
      <p class="row">
        <button type="submit" class="button primary main" ?disabled=${this._busy}>
          ${icon('fingerprint')}${this._busy ? words.making : words.make}
        </button>
        <button type="button" class="button" @click=${() => fire(this, 'passkey-left')}>
          ${words.leave}
        </button>
      </p>
    </form>`;
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this._busy || !this.begun) return;
    [this._fault, this._nameError] = ['', this._name.trim() === '' ? keys.errors.name : ''];
    if (this._nameError !== '') {
      this.querySelector<HTMLElement>('#passkey-name')?.focus();
      return;
    }
    this._busy = true;
    try {
      fire(this, 'key-saved', await this._make(this.begun));
    } catch (thrown) {
      // What was begun too long ago is not there any more.
      this._fault = asCallFault(thrown).code === 'not-found' ? words.tooLate : passkeySentence(thrown);
    } finally {
      this._busy = false;
    }
  }

  private async _make({ pending, options }: BegunPasskey) {
    const attestation = await makePasskey(options);
    return call('savePasskey', { body: { pending, name: this._name, attestation } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-add-passkey': HeedAddPasskey;
  }
  interface HTMLElementEventMap {
    'passkey-left': CustomEvent<undefined>;
  }
}
