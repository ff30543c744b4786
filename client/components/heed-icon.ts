import { svg, html, type TemplateResult } from 'lit';
import type { IconName } from './icon-names';

/**
 * Draws one icon of the sprite. It is hidden from screen readers: the word beside it says the same.
 * A template and not an element, so that a list of 200 rows stays light.
 */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" aria-hidden="true" focusable="false" viewBox="0 0 24 24">
    <use href="/icons.svg#${name}"></use>
  </svg>`;
}

/** The product's mark: a heart held in an open hand. Drawn for Heed; the same shape as `icons/heed.svg`. */
export function mark(): TemplateResult {
  return html`<svg class="mark" aria-hidden="true" focusable="false" viewBox="0 0 32 32">${markPaths}</svg>`;
}

const markPaths = svg`
  <path
    fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"
    d="M16 20.2c-4.9-3.1-7.2-5.7-7.2-8.7a3.8 3.8 0 0 1 7.2-1.7 3.8 3.8 0 0 1 7.2 1.7c0 3-2.3 5.6-7.2 8.7Z"
  ></path>
  <path
    fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"
    d="M4.8 13.5v1.6c0 6.3 4.7 10.9 11.2 10.9s11.2-4.6 11.2-10.9v-1.6"
  ></path>`;
