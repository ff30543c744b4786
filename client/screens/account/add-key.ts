import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { beginKey, saveKey } from '../../../protocol/security-keys';
import type { ReplyOf } from '../../../protocol/endpoint';
import { describedBy, errorPart } from '../../components/field-parts';
import { fire } from '../../components/fire';
import '../../components/heed-code-input';
import { icon } from '../../components/heed-icon';
import { announce } from '../../components/heed-live-region';
import '../../components/heed-qr';
import { deviceKind } from '../../contexts/device-kind';
import { call } from '../../data/call';
import { asCallFault } from '../../data/call-fault';
import { keys as words } from '../../strings/account';
import { getAuthenticator, matrixOf, setUpHere } from './get-authenticator';

export type Begun = ReplyOf<typeof beginKey>;
export type Saved = ReplyOf<typeof saveKey>;

/** "Add new device": scan or type the secret, name it, prove it with the code that it shows now. */
@customElement('heed-add-key')
export class HeedAddKey extends LitElement {
  @property({ attribute: false }) begun: Begun | null = null;
  /** How the person was checked: "Checked with your password, 12:51"; empty: not needed. */
  @property() checked = '';
  @state() private _name = '';
  @state() private _code = '';
  @state() private _nameError = '';
  @state() private _codeError = '';
  @state() private _busy = false;
  @state() private _copied = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.begun) return nothing;
    const { owner } = this.begun;
    return html`<section class="card">
      <h2 class="pane-title">${words.add}</h2>
      <p class="line-with-icon">
        ${icon('circle-user-round')}<span>${words.forWhomStart} <b>${owner.name}</b>, ${owner.email}</span>
      </p>
      ${this.checked === ''
        ? nothing
        : html`<p class="line-with-icon ok">${icon('check')}<span>${this.checked}</span></p>`}
      <div class="add-device">
        <div>
          <h3 class="numbered"><span class="step-number">1</span>${words.scan}</h3>
          ${this._renderScan(this.begun)}
        </div>
        ${this._renderForm()}
      </div>
    </section>`;
  }

  private _renderScan({ qr, secret, uri, authenticator }: Begun): TemplateResult {
    return html`<div class="scan">
      <heed-qr .matrix=${matrixOf(qr)} .label=${words.qr}></heed-qr>
      <div>
        <p><span class="hint">${words.orType}</span><br /><span class="secret">${inFours(secret)}</span></p>
        <p class="row">
          ${deviceKind() === 'computer' ? nothing : setUpHere(authenticator.url, uri)}
          <button type="button" class="button small quiet" @click=${() => void this._copy(secret)}>
            ${icon(this._copied ? 'check' : 'copy')}${this._copied ? words.copied : words.copySecret}
          </button>
        </p>
        ${getAuthenticator(authenticator)}
      </div>
    </div>`;
  }

  private _renderForm(): TemplateResult {
    return html`<form class="stack roomy" novalidate @submit=${this._submit}>
      <div class=${this._nameError === '' ? '' : 'invalid'}>
        <label class="numbered" for="key-name"><span class="step-number">2</span>${words.name}</label>
        ${errorPart('key-name', this._nameError)}
        <input
          class="input"
          id="key-name"
          type="text"
          autocomplete="off"
          maxlength="80"
          placeholder=${words.nameExample}
          .value=${this._name}
          aria-describedby=${describedBy('key-name', '', this._nameError)}
          @input=${(event: Event) => (this._name = (event.target as HTMLInputElement).value)}
        />
      </div>
      <div>
        <p class="numbered" aria-hidden="true"><span class="step-number">3</span>${words.code}</p>
        <heed-code-input
          field-id="key-code"
          label-hidden
          .label=${words.code}
          .hint=${words.codeHint}
          .value=${this._code}
          .error=${this._codeError}
          @code-changed=${(event: CustomEvent<{ code: string }>) => (this._code = event.detail.code)}
        ></heed-code-input>
      </div>
      <p>
        <button type="submit" class="button primary main" ?disabled=${this._busy}>${words.save}</button>
      </p>
    </form>`;
  }

  private async _copy(secret: string): Promise<void> {
    await navigator.clipboard.writeText(secret);
    this._copied = true;
    announce(words.copied);
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this._busy || !this.begun) return;
    this._nameError = this._name.trim() === '' ? words.errors.name : '';
    this._codeError = this._code.length < 6 ? words.errors.code : '';
    if (this._nameError !== '') this.querySelector<HTMLElement>('#key-name')?.focus();
    else if (this._codeError !== '') this.querySelector<HTMLElement>('#key-code')?.focus();
    if (this._nameError + this._codeError !== '') return;
    await this._save(this.begun.pending);
  }

  private async _save(pending: string): Promise<void> {
    this._busy = true;
    try {
      const saved = await call('saveKey', { body: { pending, name: this._name, code: this._code } });
      fire(this, 'key-saved', saved);
    } catch (thrown) {
      const fault = asCallFault(thrown);
      if (fault.field === 'body.name') this._nameError = fault.title;
      else this._codeError = fault.code === 'code-wrong' ? words.wrongCode : fault.title;
      this._code = '';
      this.querySelector<HTMLElement>('#key-code')?.focus();
    } finally {
      this._busy = false;
    }
  }
}

/** "HEED MOCK PICT …": people type it in fours. */
function inFours(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ');
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-add-key': HeedAddKey;
  }
  interface HTMLElementEventMap {
    'key-saved': CustomEvent<Saved>;
  }
}
