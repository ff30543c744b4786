import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readStaffNames } from '../school/names';
import type { Reader } from '../storage/database';
import { mailStaff } from './mail-staff';

/** The day of a time stamp: nobody is reminded twice on one day. */
const DAY = 'YYYY-MM-DD'.length;

/**
 * Mails everybody who has logged in and not practised yet. Who has not logged in is reminded of that first
 * (invite.ts); leavers, people without an address and groups of Heed's own are left out. @returns who is mailed
 */
export async function remindToPractise(
  ground: Ground,
  { schoolId, staffId: by }: StaffActor,
  { rehearse }: { rehearse: boolean },
): Promise<{ id: string; name: string }[]> {
  const reader = ground.database.read;
  const ids = await readUnpractised(reader, schoolId);
  const names = await readStaffNames(reader, ground, schoolId, ids);
  if (!rehearse && ids.length > 0) {
    const at = timeStamp(ground.clock);
    await ground.database.write(async (trx) => {
      await mailStaff(trx, ground, schoolId, ids, (staffId) => ({
        template: 'practice',
        more: {},
        once: `practice:${staffId}:${at.slice(0, DAY)}`,
      }));
      await appendAudit(trx, {
        schoolId,
        at,
        actor: by,
        what: 'practice.reminded',
        object: `school:${schoolId}`,
        facts: { people: ids.length },
      });
    });
  }
  return ids.map((id) => ({ id, name: names.get(id)?.name ?? '' }));
}

async function readUnpractised(reader: Reader, schoolId: string): Promise<string[]> {
  return reader('staff')
    .join('accounts', 'accounts.id', 'staff.account_id')
    .join('user_groups as g', (on) => on.on('g.id', 'staff.group_id').andOn('g.school_id', 'staff.school_id'))
    .where('staff.school_id', schoolId)
    .whereNull('staff.disabled_at')
    .whereNull('staff.practised_at')
    .whereNull('g.built_in')
    .whereNotNull('accounts.first_log_in_at')
    .orderBy('staff.id')
    .pluck<string[]>('staff.id');
}
