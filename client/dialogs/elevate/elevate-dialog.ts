import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../components/heed-code-input';
import '../../components/heed-countdown';
import '../../components/heed-dialog';
import { errorPart } from '../../components/field-parts';
import { icon } from '../../components/heed-icon';
import { call } from '../../data/call';
import { asCallFault, type CallFault } from '../../data/call-fault';
import { askOwnPasskey, stopAsking } from '../../data/passkey-ceremony';
import { elevate as words } from '../../strings/account';
import { faults } from '../../strings/faults';
import { passkeys } from '../../strings/passkeys';
import { focusIn } from '../host';
import { passkeyPart, passkeySentence, waysHere, type SentProof } from '../passkey-part';

const STEP_SECONDS = 30;

/** By six digits, by one of the ten codes on paper, or by a passkey. */
type Way = 'code' | 'recovery' | 'passkey';

/** "Elevate Your Access": six digits, a passkey, or one recovery code. */
@customElement('heed-elevate-dialog')
export class HeedElevateDialog extends LitElement {
  @property({ attribute: false }) answer: (elevated: boolean) => void = () => undefined;
  private readonly _ways = waysHere();
  @state() private _way: Way = this._ways.app ? 'code' : this._ways.passkey ? 'passkey' : 'recovery';
  @state() private _code = '';
  @state() private _error = '';
  @state() private _busy = false;
  @state() private _seconds = secondsLeft();
  private _timer: ReturnType<typeof setInterval> | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this._timer = setInterval(() => (this._seconds = secondsLeft()), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this._timer !== null) clearInterval(this._timer);
    if (this._way === 'passkey') stopAsking();
  }

  protected override firstUpdated(): void {
    if (this._way === 'passkey') focusIn(this, '.passkey-button');
  }

  protected override render(): TemplateResult {
    return html`<heed-dialog open .heading=${words.title} @dialog-closed=${() => this.answer(false)}>
      <form class="stack roomy" novalidate @submit=${this._submit}>
        ${this._renderWay()}
        <div class="row apart">
          ${this._renderLinks()}
          <a class="link-line" href="/help/elevating" @click=${() => this.answer(false)}>${words.help}</a>
        </div>
      </form>
    </heed-dialog>`;
  }

  private _renderWay(): TemplateResult {
    if (this._way === 'passkey')
      return passkeyPart({ error: this._error, busy: this._busy, ask: () => void this._askPasskey() });
    return html`${this._way === 'recovery' ? this._renderRecovery() : this._renderCode()}
      <button type="submit" class="button primary main wide" ?disabled=${this._busy}>
        ${words.button}
      </button>`;
  }

  private _renderLinks(): TemplateResult {
    const to = (way: Way, sentence: string, mark: TemplateResult | typeof nothing = nothing) =>
      way === this._way
        ? nothing
        : html`<button type="button" class="link" @click=${() => void this._switch(way)}>
            ${mark}${sentence}
          </button>`;
    return html`${this._ways.passkey ? to('passkey', passkeys.instead, icon('fingerprint')) : nothing}
    ${this._ways.app ? to('code', words.useCode) : nothing} ${to('recovery', words.recovery)}`;
  }

  private _renderCode(): TemplateResult {
    return html`<div class="code-row">
      <heed-code-input
        field-id="elevate-code"
        .label=${words.code}
        .value=${this._code}
        .error=${this._error}
        @code-changed=${(event: CustomEvent<{ code: string }>) => this._typed(event.detail.code)}
        @code-complete=${() => this.querySelector('form')?.requestSubmit()}
      ></heed-code-input>
      <heed-countdown .seconds=${this._seconds}></heed-countdown>
    </div>`;
  }

  private _renderRecovery(): TemplateResult {
    return html`<div class=${this._error === '' ? '' : 'invalid'}>
      <label class="label" for="elevate-recovery">${words.recoveryLabel}</label>
      ${errorPart('elevate-recovery', this._error)}
      <input
        class="input"
        id="elevate-recovery"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        .value=${this._code}
        aria-invalid=${this._error !== ''}
        @input=${(event: Event) => this._typed((event.target as HTMLInputElement).value)}
      />
    </div>`;
  }

  private _typed(code: string): void {
    this._code = code;
    this._error = '';
  }

  private async _switch(way: Way): Promise<void> {
    if (this._way === 'passkey') stopAsking();
    this._way = way;
    this._typed('');
    await this.updateComplete;
    this.querySelector<HTMLElement>(way === 'passkey' ? '.passkey-button' : 'input')?.focus();
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this._busy || this._way === 'passkey') return;
    if (this._code.trim() === '') {
      this._refuse(words.empty);
      return;
    }
    this._busy = true;
    try {
      await this._elevate({ code: this._code });
    } catch (thrown) {
      this._refuse(sentence(asCallFault(thrown)));
    } finally {
      this._busy = false;
    }
  }

  private async _askPasskey(): Promise<void> {
    if (this._busy) return;
    [this._busy, this._error] = [true, ''];
    try {
      await this._elevate({ passkey: await askOwnPasskey('elevate') });
    } catch (thrown) {
      if (this._way === 'passkey') this._error = passkeySentence(thrown);
    } finally {
      this._busy = false;
    }
  }

  private async _elevate(proof: SentProof): Promise<void> {
    const { session } = await call('elevate', { body: proof });
    if (session.elevatedUntil) this.answer(true);
    else this._refuse(words.pending(words.anotherLead));
  }

  private _refuse(error: string): void {
    this._error = error;
    this._code = '';
    this.querySelector('input')?.focus();
  }
}

/** Authenticators change their code on the half minute of their clock; the ring can only show this device's. */
function secondsLeft(): number {
  return STEP_SECONDS - (Math.floor(Date.now() / 1000) % STEP_SECONDS);
}

function sentence(fault: CallFault): string {
  if (fault.code === 'unreachable') return words.offline;
  if (fault.code === 'too-many' && fault.retryAfter !== null)
    return words.slow(faults.wait(fault.retryAfter));
  return fault.code === 'not-valid' ? words.wrong : fault.title;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-elevate-dialog': HeedElevateDialog;
  }
}
