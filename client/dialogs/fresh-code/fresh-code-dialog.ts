import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../components/heed-dialog';
import { icon } from '../../components/heed-icon';
import { textField } from '../../components/text-field';
import { asCallFault } from '../../data/call-fault';
import { askOwnPasskey, stopAsking } from '../../data/passkey-ceremony';
import { passkeysHere } from '../../data/passkeys-here';
import { keys as keyWords } from '../../strings/account';
import { passkeys } from '../../strings/passkeys';
import { focusIn } from '../host';
import { passkeyPart, passkeySentence, waysHere } from '../passkey-part';
import type { FreshCodeWords } from './fresh-code-words';

/** A code of another of the person's devices, one recovery code (a plain field takes both), or a passkey. */
@customElement('heed-fresh-code-dialog')
export class HeedFreshCodeDialog extends LitElement {
  @property({ attribute: false }) words: FreshCodeWords | null = null;
  @property({ attribute: false }) answer: (done: boolean) => void = () => undefined;
  @state() private _byPasskey = false;
  @state() private _code = '';
  @state() private _error = '';
  @state() private _busy = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Whoever has no authenticator app is asked for the passkey first.
    this._byPasskey = this._mayUsePasskey && (!waysHere().app || this.words?.waitingToo === true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this._byPasskey) stopAsking();
  }

  protected override firstUpdated(): void {
    this._focusFirst();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.words) return nothing;
    const { heading, text } = this.words;
    return html`<heed-dialog open .heading=${heading} @dialog-closed=${() => this.answer(false)}>
      <form class="stack roomy" novalidate @submit=${this._submit}>
        <p>${text}</p>
        ${this._byPasskey ? this._renderPasskey() : this._renderCode(this.words)}
        ${this._mayUsePasskey ? this._renderSwitch() : nothing}
      </form>
    </heed-dialog>`;
  }

  private get _mayUsePasskey(): boolean {
    if (!this.words?.sendPasskey) return false;
    return this.words.waitingToo === true ? passkeysHere() === 'yes' : waysHere().passkey;
  }

  private _renderPasskey(): TemplateResult {
    return passkeyPart({ error: this._error, busy: this._busy, ask: () => void this._askPasskey() });
  }

  private _renderCode({ label, yes, danger, recoveryToo }: FreshCodeWords): TemplateResult {
    return html`${textField({
        id: 'fresh-code',
        label,
        hint: recoveryToo ? keyWords.orRecovery : '',
        autocomplete: 'one-time-code',
        value: this._code,
        error: this._error,
        typed: (value) => (this._code = value),
      })}
      <div class="button-pair">
        <button type="button" class="button" @click=${() => this.answer(false)}>${keyWords.cancel}</button>
        <button type="submit" class="button ${danger ? 'danger' : 'primary'}" ?disabled=${this._busy}>
          ${yes}
        </button>
      </div>`;
  }

  private _renderSwitch(): TemplateResult {
    return html`<p class="row">
      <button type="button" class="link" @click=${() => void this._switch()}>
        ${this._byPasskey ? passkeys.typeInstead : html`${icon('fingerprint')}${passkeys.instead}`}
      </button>
    </p>`;
  }

  private async _switch(): Promise<void> {
    if (this._byPasskey) stopAsking();
    [this._byPasskey, this._error, this._code] = [!this._byPasskey, '', ''];
    await this.updateComplete;
    this._focusFirst();
  }

  private _focusFirst(): void {
    focusIn(this, this._byPasskey ? '.passkey-button' : '#fresh-code');
  }

  private async _askPasskey(): Promise<void> {
    const send = this.words?.sendPasskey;
    if (this._busy || !send) return;
    [this._busy, this._error] = [true, ''];
    try {
      await send(await askOwnPasskey('prove'));
      this.answer(true);
    } catch (thrown) {
      if (this._byPasskey) this._error = passkeySentence(thrown);
    } finally {
      this._busy = false;
    }
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this._busy || !this.words || this._byPasskey) return;
    if (this._code.trim() === '') {
      this._error = keyWords.errors.code;
      return;
    }
    this._busy = true;
    try {
      await this.words.send(this._code);
      this.answer(true);
    } catch (thrown) {
      this._error = asCallFault(thrown).title;
      this._code = '';
      focusIn(this, '#fresh-code');
    } finally {
      this._busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-fresh-code-dialog': HeedFreshCodeDialog;
  }
}
