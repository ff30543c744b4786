import { html, svg, type TemplateResult } from 'lit';

/** The colour of a category is the school's own: a presentation attribute, since the CSP refuses style attributes. */
export function categorySquare(colour: string): TemplateResult {
  return html`<svg class="square" viewBox="0 0 10 10" aria-hidden="true">
    ${svg`<rect width="10" height="10" rx="3" fill=${colour}></rect>`}
  </svg>`;
}
