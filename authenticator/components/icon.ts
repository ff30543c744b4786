import { html, type TemplateResult } from 'lit';
import type { IconName } from './icon-names';

/** One icon of the sprite; the word beside it says the same. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" aria-hidden="true" focusable="false" viewBox="0 0 24 24">
    <use href="./icons.svg#${name}"></use>
  </svg>`;
}
