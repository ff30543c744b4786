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

/** The product's mark: a heart held in an open hand. Drawn for Heed; the same shape as `icons/icon.svg`. */
export function mark(): TemplateResult {
  return html`<svg class="mark" aria-hidden="true" focusable="false" viewBox="0 0 32 32">${markPaths}</svg>`;
}

const markPaths = svg`
  <path
    fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"
    d="M16 17.2c-3.7-2.4-5.6-4.5-5.6-6.8a2.9 2.9 0 0 1 5.6-1.1 2.9 2.9 0 0 1 5.6 1.1c0 2.3-1.9 4.4-5.6 6.8Z"
  ></path>
  <path
    fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"
    d="M6.4 16.6c.3 4.9 4.2 8.3 9.6 8.3s9.3-3.4 9.6-8.3"
  ></path>`;
