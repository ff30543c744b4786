import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { announce } from '../components/announce';
import { icon } from '../components/icon';
import { LightElement } from '../components/light-element';
import { digitByDigit, inHalves, namesOf } from '../components/names';
import { ring } from '../components/ring';
import { codeOfStep, secondsLeft, stepAt } from '../otp/totp';
import type { ShownAccount } from '../store/open-store';
import { codes as words } from '../strings/words';

/** Seconds before the end in which the next code is shown as well. */
const SOON = 5;
/** Codes that change faster have no "soon". */
const SLOW_ENOUGH = 15;

/** One account with its code of now. Its owner keeps the clock. */
@customElement('ha-code-card')
export class CodeCard extends LightElement {
  @property({ attribute: false }) account: ShownAccount | null = null;
  /** ms since 1970 */
  @property({ type: Number }) now = 0;
  @state() private _code = '';
  @state() private _next = '';
  @state() private _copied = false;
  private _step = -1;
  private _said = -1;

  protected override willUpdate(): void {
    if (!this.account) return;
    const step = stepAt(this.account.period, this.now);
    if (step !== this._step) {
      // What was next is now; a phone that slept in between shows nothing rather than a code of then.
      this._code = step === this._step + 1 ? this._next : '';
      this._next = '';
      this._step = step;
      this._copied = false;
      void this._compute(this.account, step);
    }
  }

  protected override updated(): void {
    // Only for whoever is at this card just now: every code of every account, every 30 seconds, would be chatter.
    const saying = this._isSoon() && this._said !== this._step && this.contains(document.activeElement);
    if (!saying || !this.account) return;
    this._said = this._step;
    announce(words.nextFor(namesOf(this.account).title, digitByDigit(this._next)));
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.account) return nothing;
    const { title, below } = namesOf(this.account);
    const { period, digits } = this.account;
    const left = secondsLeft(period, this.now);
    return html`<article class="card code-card" aria-label=${title}>
      <div class="names">
        <h2>${title}</h2>
        ${below === '' ? nothing : html`<p class="hint">${below}</p>`}
      </div>
      <p class="code-digits ${digits === 8 ? 'long' : ''} ${this._isSoon() ? 'short' : ''}">
        <span aria-hidden="true">${inHalves(this._code)}</span
        ><span class="visually-hidden">${digitByDigit(this._code)}</span>
      </p>
      ${ring(left, period)}
      <p class="next-code" aria-hidden="true">
        ${this._isSoon() ? words.next(inHalves(this._next)) : nothing}
      </p>
      <button
        type="button"
        class="button quiet small"
        aria-label=${this._copied ? words.copiedOf(title) : words.copyOf(title)}
        @click=${() => void this._copy(title)}
      >
        ${icon(this._copied ? 'check' : 'copy')}${this._copied ? words.copied : words.copy}
      </button>
    </article>`;
  }

  private _isSoon(): boolean {
    if (!this.account || this.account.period < SLOW_ENOUGH) return false;
    return this._next !== '' && secondsLeft(this.account.period, this.now) <= SOON;
  }

  private async _compute({ key, digits }: ShownAccount, step: number): Promise<void> {
    const [code, next] = await Promise.all([
      codeOfStep(key, digits, step),
      codeOfStep(key, digits, step + 1),
    ]);
    if (step !== this._step) return;
    this._code = code;
    this._next = next;
  }

  private async _copy(title: string): Promise<void> {
    if (this._code === '') return;
    try {
      await navigator.clipboard.writeText(this._code);
      this._copied = true;
      announce(words.copiedOf(title));
    } catch {
      announce(words.notCopied);
    }
  }
}
