import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './heed-icon';

/** The hint under a label, or nothing. Its control names it by `aria-describedby` (see `describedBy`). */
export function hintPart(fieldId: string, hint: string): TemplateResult | typeof nothing {
  return hint === '' ? nothing : html`<p class="hint" id="${fieldId}-hint">${hint}</p>`;
}

/** The error beside a field: the same words as in the error summary. */
export function errorPart(fieldId: string, error: string): TemplateResult | typeof nothing {
  if (error === '') return nothing;
  return html`<p class="error" id="${fieldId}-error">${icon('circle-alert')}<span>${error}</span></p>`;
}

/** Ids for `aria-describedby` of a field with these parts, or nothing. */
export function describedBy(fieldId: string, hint: string, error: string): string | typeof nothing {
  const ids = [hint === '' ? '' : `${fieldId}-hint`, error === '' ? '' : `${fieldId}-error`].filter(Boolean);
  return ids.length === 0 ? nothing : ids.join(' ');
}
