import { html, nothing, type TemplateResult } from 'lit';
import type { PendingChange } from '../../../../protocol/changes/endpoints';
import '../../../components/heed-notice';
import { changeWords } from '../../../strings/admin/changes';
import { adminHome } from '../../../strings/admin/home';
import { staffMember as words } from '../../../strings/admin/staff';
import { dayAndTime } from '../../../strings/times';

/** What waits for a second person about one member of staff. */
export function pendingOf(
  pending: readonly PendingChange[],
  staffId: string,
): TemplateResult | typeof nothing {
  const own = pending.filter(
    ({ change }) => change.kind.startsWith('staff.') && 'staffId' in change && change.staffId === staffId,
  );
  if (own.length === 0) return nothing;
  return html`${own.map(
    (one) => html`<heed-notice tone="warn">${words.waits(say(one), whoCan(one))}</heed-notice>`,
  )}`;
}

const say = ({ change, names }: PendingChange) => changeWords(change, (id) => names[id] ?? '');

function whoCan({ confirmers, effectiveAt }: PendingChange): string {
  return effectiveAt === null
    ? adminHome.canConfirm(confirmers)
    : adminHome.startsAt(dayAndTime(Date.parse(effectiveAt), Date.now()));
}
