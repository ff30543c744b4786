import { html, nothing, type TemplateResult } from 'lit';
import type { Concern } from '../../../protocol/concerns';
import { linkWords } from '../../../protocol/words/links';
import { decide as decideWords } from '../../strings/concern-actions';
import { wholeMoment } from '../../strings/times';

/**
 * Other concerns that this one is linked with now; what has ended stands in the history.
 * @param unlink asks why a link ends
 */
export function linksCard(
  { links = [], may }: Concern,
  unlink: (linkId: string) => void,
): TemplateResult | typeof nothing {
  const standing = links.filter(({ ended }) => ended === null);
  if (standing.length === 0) return nothing;
  return html`<section class="card">
    <h3 class="h2">${linkWords.title}</h3>
    <ul class="rows">
      ${standing.map(
        ({ id, other, reason }) =>
          html`<li class="due-line">
            <div>
              <p>
                <a class="pupil-link" href="/alerts/${other.concernId}"
                  ><strong>${linkWords.concern(other.reference)}</strong></a
                >
                ${linkWords.about(other)}
              </p>
              <p class="hint">${wholeMoment(Date.parse(other.at))}. ${reason}</p>
            </div>
            ${may.lead
              ? html`<button type="button" class="button small" @click=${() => unlink(id)}>
                  ${decideWords.unlink.button}
                </button>`
              : nothing}
          </li>`,
      )}
    </ul>
  </section>`;
}
