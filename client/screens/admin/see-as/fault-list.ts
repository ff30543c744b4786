import { html, type TemplateResult } from 'lit';
import type { AdministrationRight } from '../../../../protocol/administration';
import type { Fault, FaultCode } from '../../../../protocol/see-as';
import { icon } from '../../../components/heed-icon';
import { seeAs as words } from '../../../strings/admin/see-as';

interface Mend {
  readonly href: string;
  readonly right: AdministrationRight;
}
const staff: Mend = { href: '/admin/staff', right: 'staff' };
const duty: Mend = { href: '/admin/staff/duty', right: 'staff' };
const lists: Mend = { href: '/admin/class-restrictions', right: 'groups' };
const groups: Mend = { href: '/admin/alert-groups', right: 'alerts' };
const rules: Mend = { href: '/admin/automatic-alerts', right: 'alerts' };

/** Where each fault is mended, and by whom. */
const mends: Readonly<Record<FaultCode, Mend>> = {
  'one-lead': duty,
  'one-administrator': staff,
  'class-without-list': lists,
  'year-without-list': lists,
  'leaver-on-list': lists,
  'leaver-in-alert-group': groups,
  'leaver-in-rule': rules,
  'leaver-on-duty': duty,
  'rule-without-recipients': rules,
  'alert-group-without-members': groups,
  'user-group-without-people': { href: '/admin/groups', right: 'groups' },
};

/** What is likely to be wrong, each with the way to where it is mended, if this person may go there. */
export function faultList(
  faults: readonly Fault[],
  may: (right: AdministrationRight) => boolean,
): TemplateResult {
  if (faults.length === 0) return html`<p class="card row hint">${icon('check')}${words.noFaults}</p>`;
  return html`<section class="card flush seen-card">
    <div class="card-head">
      <h2>${words.faults}</h2>
      <span class="count">${faults.length}</span>
    </div>
    <ul class="lines">
      ${faults.map((fault) => html`<li>${faultLine(fault, may(mends[fault.code].right))}</li>`)}
    </ul>
  </section>`;
}

function faultLine({ code, names }: Fault, may: boolean): TemplateResult {
  const text = words.found[code](names);
  return html`<span class="seen-sign fault">${icon('triangle-alert')}</span>
    <div class="grow">
      <p class="strong">${text}</p>
      <p class="hint">${words.why[code]}</p>
    </div>
    ${may
      ? html`<a class="button small" href=${mends[code].href} aria-label=${words.mendLabel(text)}
          >${words.mend}</a
        >`
      : ''}`;
}
