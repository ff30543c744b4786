import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../heed-icon';
import type { ChosenPupil, Suggestion } from './chosen-pupil';

/** Those pupils who are not chosen yet, each once. */
export function notChosen(pupils: readonly Suggestion[], chosen: readonly ChosenPupil[]): Suggestion[] {
  const taken = new Set(chosen.map((one) => (one.kind === 'listed' ? one.pupil.id : '')));
  const free = pupils.filter((pupil) => !taken.has(pupil.id));
  return [...new Map(free.map((pupil) => [pupil.id, pupil])).values()];
}

/** A row of pupils that one tap adds; nothing when there are none. */
export function chipRow(
  label: string,
  pupils: readonly Suggestion[],
  add: (pupil: Suggestion) => void,
): TemplateResult | typeof nothing {
  if (pupils.length === 0) return nothing;
  return html`<div class="picker-chips" role="group" aria-label=${label}>
    <span class="hint" aria-hidden="true">${label}</span>
    ${pupils.map(
      (pupil) =>
        html`<button type="button" class="chip" @click=${() => add(pupil)}>
          ${icon('plus')}${pupil.name} <span class="meta">${pupil.className}</span>
        </button>`,
    )}
  </div>`;
}
