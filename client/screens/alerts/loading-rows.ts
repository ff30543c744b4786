import { html, type TemplateResult } from 'lit';

/** Rows that are being fetched, in their final geometry; the style shows them after 300 ms only. */
export function loadingRows(said: string): TemplateResult {
  return html`<div class="loading-rows" aria-busy="true" role="status">
    <span class="visually-hidden">${said}</span>
    ${Array.from(
      { length: 6 },
      () =>
        html`<div class="alert-row" aria-hidden="true">
          <span class="avatar"></span
          ><span><span class="skeleton short"></span><span class="skeleton"></span></span>
        </div>`,
    )}
  </div>`;
}
