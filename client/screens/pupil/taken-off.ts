import { html, nothing, type TemplateResult } from 'lit';
import type { TakenOff } from '../../../protocol/documents';
import { documents as words } from '../../strings/documents';
import { momentDay } from '../../strings/moment-day';

/** Documents that were taken off the page: what stood there, who took it off, and why. Their files open from nowhere. */
export function takenOffPart(all: readonly TakenOff[]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<details class="taken-off no-print">
    <summary>${words.takenOff(all.length)}</summary>
    <ul class="rows">
      ${all.map((one) => row(one))}
    </ul>
  </details>`;
}

function row({ name, kind, review, heldAt, reason, by, at }: TakenOff): TemplateResult {
  return html`<li class="list-row lean matter">
    <span
      ><strong><bdi>${name}</bdi></strong>
      <span class="matter-line">${words.kinds[kind]}</span>
      ${review === null ? nothing : html`<span class="matter-line">${words.reviewOn(review)}</span>`}
      ${heldAt === null ? nothing : html`<span class="matter-line">${words.heldAt(heldAt)}</span>`}
      <span class="matter-line">${words.takenOffBy(by ?? words.somebody, momentDay(at), reason)}</span></span
    >
  </li>`;
}
