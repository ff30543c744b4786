import { html, type TemplateResult } from 'lit';
import type { Concern } from '../../../protocol/concerns';
import { currentSession } from '../../contexts/session';
import { pupilName } from './concern-words';

/** A pupil's name, with full access as the way to their page. */
export function pupilLink(pupil: Concern['pupils'][number]): TemplateResult | string {
  const elevated = (currentSession().session?.elevatedUntil ?? null) !== null;
  if (pupil.pupilId === null || !elevated) return pupilName(pupil);
  return html`<a class="pupil-link" href="/pupils/${pupil.pupilId}">${pupilName(pupil)}</a>`;
}
