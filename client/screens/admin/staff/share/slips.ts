import { html, nothing, type TemplateResult } from 'lit';
import type { MadeSlip } from '../../../../../protocol/slips';
import type { ListedStaff } from '../../../../../protocol/staff';
import { mark } from '../../../../components/heed-icon';
import { share as words } from '../../../../strings/admin/share';
import { longDay } from '../../../../strings/times';

/** One slip of paper per person; only on paper. Who has no e-mail address gets a code, or the way without unlocking. */
export function slips(
  people: readonly ListedStaff[],
  school: { schoolName: string; address: string },
  made: readonly MadeSlip[],
): TemplateResult {
  return html`<section class="slips only-print" aria-label=${words.slips}>
    ${people.map((person) => {
      const slip = made.find(({ staffId }) => staffId === person.id);
      return html`<article class="slip">
        <p class="slip-head">${mark()}<strong>${words.slipTitle(school.schoolName)}</strong></p>
        <p class="slip-name">${person.name}</p>
        ${slip ? html`<p class="slip-code">${words.code(slip.code)}</p>` : nothing}
        <ol>
          ${stepsFor(person, school.address, slip).map((step) => html`<li>${step}</li>`)}
        </ol>
        ${slip
          ? html`<p class="slip-foot">${words.codeGood(longDay(Date.parse(slip.expiresAt)))}</p>`
          : nothing}
      </article>`;
    })}
  </section>`;
}

function stepsFor({ email }: ListedStaff, address: string, slip: MadeSlip | undefined): readonly string[] {
  if (email !== null) return words.steps(address, email);
  return slip ? words.stepsWithCode() : words.stepsWithout();
}
