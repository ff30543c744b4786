import { html, nothing, type TemplateResult } from 'lit';
import type { Concern } from '../../../protocol/concerns';
import { deliveredWords } from '../../../protocol/words/concern-said';
import { concern as words } from '../../strings/inbox';
import { briefMoment } from './ages';

/** Who was alerted and why, by what it reached them, and when they opened it. @param now school's clock, ms */
export function alertedCard(recipients: Concern['recipients'], now: number): TemplateResult | typeof nothing {
  if (recipients.length === 0) return nothing;
  return html`<section class="card">
    <h3 class="h2">${words.whoAlerted}</h3>
    <table class="table alerted">
      <thead>
        <tr>
          <th scope="col">${words.whoAndWhy}</th>
          <th scope="col">${words.delivered}</th>
          <th scope="col">${words.opened}</th>
        </tr>
      </thead>
      <tbody>
        ${recipients.map((recipient) => line(recipient, now))}
      </tbody>
    </table>
  </section>`;
}

function line(recipient: Concern['recipients'][number], now: number): TemplateResult {
  const { at, channels } = deliveredWords(recipient, (told) => briefMoment(Date.parse(told), now));
  return html`<tr>
    <td>
      <strong>${recipient.name}</strong> ${recipient.you ? words.you : nothing}
      ${recipient.why.map((why) => html`<span class="meta">${why}</span>`)}
    </td>
    <td class="short" data-title=${words.delivered}>
      <div>
        ${recipient.away ? words.away(recipient.away.told) : at}<span class="meta">${channels}</span>
        ${recipient.onceAway
          ? html`<span class="meta">${words.onceAway(recipient.onceAway)}</span>`
          : nothing}
        ${recipient.withdrawnAt === undefined
          ? nothing
          : html`<span class="meta"
              >${words.withdrawn(briefMoment(Date.parse(recipient.withdrawnAt), now))}</span
            >`}
      </div>
    </td>
    <td class="short" data-title=${words.opened}>
      ${recipient.openedAt === null ? words.notYet : briefMoment(Date.parse(recipient.openedAt), now)}
    </td>
  </tr>`;
}
