import { html, type TemplateResult } from 'lit';
import type { Concern } from '../../../protocol/concerns';
import { pupilName } from '../../../protocol/words/concern-said';

/** A pupil's name, as the way to their page for whoever may open it now. */
export function pupilLink(pupil: Concern['pupils'][number]): TemplateResult | string {
  if (pupil.pupilId === null || !pupil.opens) return pupilName(pupil);
  return html`<a class="pupil-link" href="/pupils/${pupil.pupilId}">${pupilName(pupil)}</a>`;
}
