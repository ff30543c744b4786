import { html, nothing, type TemplateResult } from 'lit';
import type { MadeSlip } from '../../../../../protocol/slips';
import { icon } from '../../../../components/heed-icon';
import { share as words } from '../../../../strings/admin/share';

/** The codes that were made just now: here, on paper, and nowhere else. */
export function madeSlips(made: readonly MadeSlip[], again: () => void): TemplateResult | typeof nothing {
  if (made.length === 0) return nothing;
  return html`<section class="card stack no-print">
    <div class="row apart">
      <h2>${words.made(made.length)}</h2>
      <button type="button" class="button" @click=${again}>${icon('printer')}${words.printAgain}</button>
    </div>
    <p class="hint">${words.madeOnce}</p>
    <dl class="made-slips">
      ${made.map(
        ({ name, code }) =>
          html`<div>
            <dt>${name}</dt>
            <dd class="slip-code">${words.code(code)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
