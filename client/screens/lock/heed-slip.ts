import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { SlipFailed } from '../../../offline/delivery/slip-call';
import { describedBy, errorPart, hintPart } from '../../components/field-parts';
import { fire } from '../../components/fire';
import '../../components/heed-error-summary';
import type { FieldError } from '../../components/heed-error-summary';
import { icon } from '../../components/heed-icon';
import '../../components/heed-notice';
import { deviceKind } from '../../contexts/device-kind';
import { deliverNow, pageTools } from '../../sealing/keep-delivering';
import { slip as words } from '../../strings/slip';
import { SlipTries } from '../../unlock/join-by-slip';
import { pinFaults, type TypedPin } from '../enrol/pin-faults';
import { pinFields } from '../enrol/pin-fields';
import { codeTyped, slipTrouble } from './slip-words';

const CODE_FIELD = 'slip-code';

/** "I have a slip": its code and a new PIN make a place here for somebody without an e-mail address. */
@customElement('heed-slip')
export class HeedSlip extends LitElement {
  /** Somebody who joined by one has forgotten their PIN. */
  @property({ type: Boolean }) forgotten = false;
  @state() private _code = '';
  @state() private _pin: TypedPin = { pin: '', again: '' };
  @state() private _errors: readonly FieldError[] = [];
  @state() private _busy = false;
  private readonly _tries = new SlipTries();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<main class="page narrow-page" id="main">
      <button type="button" class="link" @click=${() => fire(this, 'slip-left')}>
        ${icon('arrow-left')}${words.back}
      </button>
      <h1>${words.title}</h1>
      <div class="stack">
        <heed-error-summary .errors=${this._errors}></heed-error-summary>
        ${this.forgotten ? html`<heed-notice>${words.forgotten}</heed-notice>` : nothing}
        <form class="card" @submit=${this._onSubmit}>
          <div class="stack roomy">
            <p class="hint">${words.why(deviceKind())}</p>
            <div>
              ${this._renderCode()} ${pinFields(this._pin, this._errors, (typed) => (this._pin = typed))}
            </div>
            <button type="submit" class="button primary main wide" ?disabled=${this._busy}>
              ${this._busy ? words.working : words.join}
            </button>
          </div>
        </form>
      </div>
    </main>`;
  }

  private _renderCode(): TemplateResult {
    const error = this._errors.find(({ field }) => field === CODE_FIELD)?.text ?? '';
    return html`<div class="field">
      <label class="label" for=${CODE_FIELD}>${words.code}</label>
      ${hintPart(CODE_FIELD, words.codeHint)} ${errorPart(CODE_FIELD, error)}
      <input
        id=${CODE_FIELD}
        class="input slip-input"
        autocomplete="off"
        autocapitalize="characters"
        autocorrect="off"
        spellcheck="false"
        maxlength="40"
        .value=${this._code}
        aria-invalid=${error === '' ? 'false' : 'true'}
        aria-describedby=${describedBy(CODE_FIELD, words.codeHint, error)}
        @input=${(event: Event) => (this._code = (event.target as HTMLInputElement).value)}
      />
    </div>`;
  }

  private async _onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this._busy) return;
    const code = codeTyped(this._code);
    const wrong = code === null ? [{ field: CODE_FIELD, text: words.codeWrong }] : [];
    this._errors = [...wrong, ...pinFaults(this._pin)];
    if (code === null || this._errors.length > 0) return;
    this._busy = true;
    try {
      await this._tries.join(code, this._pin.pin, pageTools());
      void deliverNow();
      fire(this, 'slip-joined');
    } catch (thrown) {
      const problem = thrown instanceof SlipFailed ? thrown.problem : null;
      const text = slipTrouble(thrown instanceof SlipFailed, problem, navigator.onLine);
      this._errors = [{ field: CODE_FIELD, text }];
    } finally {
      this._busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-slip': HeedSlip;
  }
  interface HTMLElementEventMap {
    /** the person has a place here, and is unlocked */
    'slip-joined': CustomEvent<undefined>;
    'slip-left': CustomEvent<undefined>;
  }
}
