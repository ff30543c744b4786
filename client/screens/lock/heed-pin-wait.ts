import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fire } from '../../components/fire';
import { icon } from '../../components/heed-icon';
import { lock } from '../../strings/lock';
import { secondsUntil, waitWords } from './pin-wait';

const TICK_MS = 1_000;

/** The growing wait after wrong PINs, counting down. It is said once to screen readers, not each second. */
@customElement('heed-pin-wait')
export class HeedPinWait extends LitElement {
  /** Device clock, ms. */
  @property({ type: Number }) until = 0;
  @state() private _left = 0;
  private _timer = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this._timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('until')) return;
    clearInterval(this._timer);
    this._left = secondsUntil(this.until, Date.now());
    this._timer = window.setInterval(() => this._tick(), TICK_MS);
  }

  protected override render(): TemplateResult {
    return html`<div class="pin-wait">
      <span class="round-icon warn">${icon('clock')}</span>
      <div>
        <p role="alert"><strong>${lock.tooMany}</strong></p>
        <p class="hint" role="timer" aria-live="off">
          ${lock.tryAgainIn} <strong class="figures">${waitWords(this._left)}</strong>
        </p>
      </div>
    </div>`;
  }

  private _tick(): void {
    this._left = secondsUntil(this.until, Date.now());
    if (this._left > 0) return;
    clearInterval(this._timer);
    fire(this, 'wait-over');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-pin-wait': HeedPinWait;
  }
  interface HTMLElementEventMap {
    'wait-over': CustomEvent<undefined>;
  }
}
