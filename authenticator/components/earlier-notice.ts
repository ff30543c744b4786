import { html, nothing, type TemplateResult } from 'lit';
import { earlierAddress } from '../earlier-address';
import { words } from '../strings/words';
import { icon } from './icon';

/** That accounts of the earlier address are still there, and how they come here; nothing where there is none. */
export function earlierNotice(): TemplateResult | typeof nothing {
  const address = earlierAddress();
  if (address === null) return nothing;
  return html`<p class="notice plain">
    ${icon('info')}<span>${words.earlier} <a href="${address}#move">${address}</a> ${words.earlierHow}</span>
  </p>`;
}
