import { html, nothing, type TemplateResult } from 'lit';
import type { Concern } from '../../../protocol/concerns';
import { pupilName } from './concern-words';

/** Where marks were seen; the pictures are fetched with the first concern that has some. */
export function bodyMapCard({ bodyMap, pupils }: Concern): TemplateResult | typeof nothing {
  if (!bodyMap) return nothing;
  void import('../body-map/heed-shown-marks');
  const names = pupils.length > 1 ? pupils.map(pupilName) : [];
  return html`<section class="card">
    <heed-shown-marks .marks=${bodyMap.marks} .names=${names}></heed-shown-marks>
  </section>`;
}
