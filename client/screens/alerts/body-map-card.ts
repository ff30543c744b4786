import { html, nothing, type TemplateResult } from 'lit';
import type { Concern } from '../../../protocol/concerns';
import { concern as words } from '../../strings/inbox';
import { pupilName } from '../../../protocol/words/concern-said';

/**
 * Where marks were seen; the pictures are fetched with the first concern that has some. Until they have come it says that
 * there are marks: nobody takes a record for one without.
 */
export function bodyMapCard({ bodyMap, pupils }: Concern): TemplateResult | typeof nothing {
  if (!bodyMap) return nothing;
  void import('../body-map/heed-shown-marks').catch(() => undefined);
  const names = pupils.length > 1 ? pupils.map(pupilName) : [];
  return html`<section class="card">
    <heed-shown-marks .marks=${bodyMap.marks} .names=${names}></heed-shown-marks>
    <p class="hint">${words.marksComing(bodyMap.marks.length)}</p>
  </section>`;
}
