import { html, type TemplateResult } from 'lit';
import type { ListedStaff } from '../../../../../protocol/staff';
import { mark } from '../../../../components/heed-icon';
import { share as words } from '../../../../strings/admin/share';

/** One slip of paper per person; only on paper. Who has no e-mail address gets the way without a log-in. */
export function slips(
  people: readonly ListedStaff[],
  school: { schoolName: string; address: string },
): TemplateResult {
  return html`<section class="slips only-print" aria-label=${words.slips}>
    ${people.map(
      (person) =>
        html`<article class="slip">
          <p class="slip-head">${mark()}<strong>${words.slipTitle(school.schoolName)}</strong></p>
          <p class="slip-name">${person.name}</p>
          <ol>
            ${(person.email === null ? words.stepsWithout() : words.steps(school.address, person.email)).map(
              (step) => html`<li>${step}</li>`,
            )}
          </ol>
        </article>`,
    )}
  </section>`;
}
