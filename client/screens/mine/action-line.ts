import { html, nothing, type TemplateResult } from 'lit';
import type { RecordProgress } from '../../../offline/outbox/records';
import { icon } from '../../components/heed-icon';
import { action as words } from '../../strings/concern-actions';

/** Above the line of an action that went by the outbox: for which concern. Nothing for a record. */
export function actionLine({ acted }: RecordProgress): TemplateResult | typeof nothing {
  if (acted === null) return nothing;
  return html`<p class="hint action-of">${icon('plus')}<span>${words.about(acted.reference)}</span></p>`;
}

/** The reference under which an action is found: its concern's, unless it is being checked as a record of its own. */
export function placeOfAction({ acted, steps }: RecordProgress): string | null {
  return steps.some(({ step }) => step === 'being-checked') ? null : (acted?.reference ?? null);
}
