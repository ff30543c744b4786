import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../components/heed-code-input';
import '../../components/heed-countdown';
import '../../components/heed-dialog';
import { errorPart } from '../../components/field-parts';
import { call } from '../../data/call';
import { asCallFault, type CallFault } from '../../data/call-fault';
import { elevate as words } from '../../strings/account';
import { faults } from '../../strings/faults';

const STEP_SECONDS = 30;

/** "Elevate Your Access": six digits or one recovery code. */
@customElement('heed-elevate-dialog')
export class HeedElevateDialog extends LitElement {
  @property({ attribute: false }) answer: (elevated: boolean) => void = () => undefined;
  @state() private _code = '';
  @state() private _byRecovery = false;
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
  }

  protected override render(): TemplateResult {
    return html`<heed-dialog open .heading=${words.title} @dialog-closed=${() => this.answer(false)}>
      <form class="stack roomy" novalidate @submit=${this._submit}>
        ${this._byRecovery ? this._renderRecovery() : this._renderCode()}
        <button type="submit" class="button primary main wide" ?disabled=${this._busy}>
          ${words.button}
        </button>
        <p class="row">
          <button type="button" class="link" @click=${this._switch}>
            ${this._byRecovery ? words.useCode : words.recovery}
          </button>
        </p>
      </form>
    </heed-dialog>`;
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

  private async _switch(): Promise<void> {
    this._byRecovery = !this._byRecovery;
    this._typed('');
    await this.updateComplete;
    this.querySelector('input')?.focus();
  }

  private async _submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this._busy) return;
    if (this._code.trim() === '') {
      this._refuse(words.empty);
      return;
    }
    this._busy = true;
    try {
      const { session } = await call('elevate', { body: { code: this._code } });
      if (session.elevatedUntil) this.answer(true);
      else this._refuse(words.pending(words.anotherLead));
    } catch (thrown) {
      this._refuse(sentence(asCallFault(thrown)));
    } finally {
      this._busy = false;
    }
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
