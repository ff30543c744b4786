import { html, type TemplateResult } from 'lit';
import type { ListedStaff } from '../../../../protocol/staff';
import { standingWords, staffMember as words } from '../../../strings/admin/staff';
import { standingMark } from './standing-mark';
import { standingOf, steps, type StaffLists } from './standing';

/** How far one person has come, and what can be done about it. */
export function standingCard(
  person: ListedStaff,
  groups: StaffLists['groups'],
  deeds: TemplateResult,
): TemplateResult {
  return html`<section class="card stack">
    <h2>${words.standing}</h2>
    <dl class="standings">
      ${steps.map(
        (step) =>
          html`<div>
            <dt>${standingWords.steps[step]}</dt>
            <dd>${standingMark(standingOf(person, step, groups))}</dd>
          </div>`,
      )}
    </dl>
    <div class="row">${deeds}</div>
  </section>`;
}
