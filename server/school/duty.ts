import { dutyRoles } from '../../protocol/staff-path';
import type { DutyRole } from '../access/actor';
import type { Reader } from '../storage/database';

/** The roles that one staff member has on the duty list. */
export async function dutyOf(reader: Reader, schoolId: string, staffId: string): Promise<DutyRole[]> {
  const rows = await reader('duty_list').where({ school_id: schoolId, staff_id: staffId }).select('role');
  return rows.map((row) => row.role);
}

/** The duty list in the order in which people are asked: lead, deputies, head, chair; then those named for concerns about staff. */
export async function readDutyList(
  reader: Reader,
  schoolId: string,
): Promise<{ role: DutyRole; staffId: string }[]> {
  const rows = await reader('duty_list').where({ school_id: schoolId }).orderBy('position');
  const sorted = rows.sort((a, b) => dutyRoles.indexOf(a.role) - dutyRoles.indexOf(b.role));
  return sorted.map((row) => ({ role: row.role, staffId: row.staff_id }));
}

/** Staff ids of the safeguarding lead and the deputies. */
export async function readLeads(reader: Reader, schoolId: string): Promise<string[]> {
  const duty = await readDutyList(reader, schoolId);
  return duty.filter(({ role }) => role === 'lead' || role === 'deputy').map(({ staffId }) => staffId);
}
