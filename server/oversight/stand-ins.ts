import { readLeads } from '../school/duty';
import type { Reader } from '../storage/database';

/** How many people can act in each part that a school must never depend on one person for. */
export interface StandIns {
  /** Can keep staff and have a security key that counts. */
  readonly administrators: number;
  /** Leads and deputies with a security key that counts. */
  readonly leads: number;
  /** Told of concerns about a member of staff, before these fall to the leads: one alone may be whom it is about. */
  readonly staffConcerns: number;
}

/** Counts those who could act today: present, with a saved key that counts (product.md section 6, "Safe to go live"). */
export async function countStandIns(reader: Reader, schoolId: string, now: string): Promise<StandIns> {
  const able = await reader('staff')
    .join('user_groups', (on) =>
      on.on('user_groups.school_id', 'staff.school_id').andOn('user_groups.id', 'staff.group_id'),
    )
    .where('staff.school_id', schoolId)
    .whereNull('staff.disabled_at')
    .whereIn(
      'staff.account_id',
      reader('security_keys')
        .where({ state: 'saved', removed_at: null })
        .where('counts_from', '<=', now)
        .select('account_id'),
    )
    .select<{ id: string; administration: string }[]>('staff.id', 'user_groups.administration');
  const leads = new Set(await readLeads(reader, schoolId));
  const told = await reader('duty_list')
    .join('staff', (on) =>
      on.on('staff.school_id', 'duty_list.school_id').andOn('staff.id', 'duty_list.staff_id'),
    )
    .where('duty_list.school_id', schoolId)
    .whereIn('duty_list.role', ['named', 'head', 'chair'])
    .whereNull('staff.disabled_at')
    .whereNull('staff.offer')
    .distinct<{ id: string }[]>({ id: 'staff.id' });
  return {
    administrators: able.filter(({ administration }) => administration.split(',').includes('staff')).length,
    leads: able.filter(({ id }) => leads.has(id)).length,
    staffConcerns: told.length,
  };
}
