import { html, type TemplateResult } from 'lit';
import { words } from '../strings/words';

const SHORT = 5;

/** The ring that empties over the period, with the seconds in it. */
export function ring(seconds: number, period: number): TemplateResult {
  // Offsets are presentation attributes: a style attribute would be refused by the policy.
  return html`<svg
    class="ring ${seconds <= SHORT ? 'short' : ''}"
    viewBox="0 0 52 52"
    role="img"
    aria-label=${words.secondsLeft(seconds)}
  >
    <circle cx="26" cy="26" r="22.5"></circle>
    <circle
      class="left"
      cx="26"
      cy="26"
      r="22.5"
      pathLength="100"
      stroke-dasharray="100"
      stroke-dashoffset=${100 - (seconds / period) * 100}
      transform="rotate(-90 26 26)"
    ></circle>
    <text x="26" y="26">${seconds}</text>
  </svg>`;
}
