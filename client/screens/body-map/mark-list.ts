import { html, nothing, type TemplateResult } from 'lit';
import type { ShownMark } from '../../../protocol/body-map';
import { markWords, placeWords } from '../../../protocol/body-map/words';
import { bodyMap as words } from '../../strings/body-map';

/** Number, place and what was said of a mark. */
export function markLine(number: number, mark: Omit<ShownMark, 'pupil'>, child: string): TemplateResult {
  const said = [...markWords(mark), child === '' ? '' : `${words.ofChild(child)}.`].filter(Boolean).join(' ');
  return html`<span class="mark-number" aria-hidden="true">${number}</span>
    <span
      ><strong
        ><span class="visually-hidden">${words.one(number, '')}</span>${placeWords(
          mark.view,
          mark.part,
        )}</strong
      >
      ${said === '' ? nothing : html`<span class="hint">${said}</span>`}
      ${mark.note === undefined ? nothing : html`<span class="mark-said">${mark.note}</span>`}</span
    >`;
}
