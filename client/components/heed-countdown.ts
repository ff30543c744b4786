import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { code as words } from '../strings/components';

const SHORT = 5;

/** A ring that empties, with the seconds in it. Its owner keeps the clock and sets `seconds`. */
@customElement('heed-countdown')
export class HeedCountdown extends LitElement {
  @property({ type: Number }) seconds = 0;
  @property({ type: Number }) total = 30;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const left = Math.max(0, Math.min(1, this.seconds / this.total));
    // The offset is a presentation attribute: a style attribute would be refused by the CSP.
    return html`<svg
      class="ring ${this.seconds <= SHORT ? 'short' : ''}"
      viewBox="0 0 52 52"
      role="img"
      aria-label=${words.secondsLeft(this.seconds)}
    >
      <circle cx="26" cy="26" r="22.5"></circle>
      <circle
        class="left"
        cx="26"
        cy="26"
        r="22.5"
        pathLength="100"
        stroke-dasharray="100"
        stroke-dashoffset=${100 - left * 100}
        transform="rotate(-90 26 26)"
      ></circle>
      <text x="26" y="26">${this.seconds}</text>
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-countdown': HeedCountdown;
  }
}
