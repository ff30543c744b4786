import type { StaffActor } from '../access/actor';
import { dutyOf } from '../school/duty';
import { loadGroup } from '../school/load-group';
import type { Reader } from '../storage/database';

/**
 * A member of staff as the policy would meet them with full access, for asking what they may read already; it is
 * nobody's session. Null for leavers, people without a log-in, and other schools.
 */
export async function elevatedActorOf(
  reader: Reader,
  schoolId: string,
  staffId: string,
): Promise<StaffActor | null> {
  const row = await reader('staff')
    .where({ school_id: schoolId, id: staffId })
    .whereNull('disabled_at')
    .first('account_id', 'group_id');
  if (!row?.account_id) return null;
  return {
    kind: 'staff',
    schoolId,
    staffId,
    accountId: row.account_id,
    sessionId: '',
    group: await loadGroup(reader, schoolId, row.group_id),
    duty: await dutyOf(reader, schoolId, staffId),
    elevated: true,
    keyHolder: true,
    disabled: false,
    keepsSites: false,
  };
}
