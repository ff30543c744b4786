import { html, nothing, type TemplateResult } from 'lit';
import type { Emblem } from '../../protocol/emblem';

/** A school's emblem on a light plate, so that a dark one is seen in the dark too. The school's name stands beside it. */
export function emblemPicture(emblem: Emblem | null, address: string): TemplateResult | typeof nothing {
  if (!emblem) return nothing;
  return html`<img class="emblem" src=${address} width=${emblem.width} height=${emblem.height} alt="" />`;
}
