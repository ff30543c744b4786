import { html, type TemplateResult } from 'lit';
import { icon } from '../../../components/heed-icon';
import type { IconName } from '../../../components/icon-names';
import type { Standing } from './standing';

const signs: Readonly<Record<Exclude<Standing['state'], 'not-needed'>, IconName>> = {
  done: 'check',
  'not-yet': 'clock',
  wrong: 'circle-alert',
};

/** One step with its sign and its words; never by colour alone. */
export function standingMark({ state, text }: Standing): TemplateResult {
  return html`<span class="standing ${state}"
    >${state === 'not-needed'
      ? html`<span class="dash" aria-hidden="true">–</span>`
      : icon(signs[state])}<span>${text}</span></span
  >`;
}
