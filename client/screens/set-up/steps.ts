import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../components/heed-icon';
import { setUp as words } from '../../strings/set-up';

/** The line of steps. @param now index of the one that the person is at */
export function stepLine(now: number): TemplateResult {
  return html`<ol class="step-line">
    ${words.steps.map(
      (step, place) =>
        html`<li class=${place < now ? 'done' : ''} aria-current=${place === now ? 'step' : nothing}>
          <span class="step-number">${place < now ? icon('check') : place + 1}</span>${step}
        </li>`,
    )}
  </ol>`;
}
