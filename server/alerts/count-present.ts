import type { ChangeStep } from '../school/apply-change';

/** How many people who have not left, and have joined, these groups and people come to, each once. */
export async function countPresent(
  { trx, schoolId }: Pick<ChangeStep, 'trx' | 'schoolId'>,
  named: { groups: readonly string[]; staff: readonly string[] },
): Promise<number> {
  const members = await trx('alert_group_members')
    .where({ school_id: schoolId })
    .whereIn('group_id', named.groups)
    .pluck('staff_id');
  const present = await trx('staff')
    .where({ school_id: schoolId })
    .whereIn('id', [...new Set([...named.staff, ...members])])
    .whereNull('disabled_at')
    .whereNull('offer')
    .pluck('id');
  return present.length;
}
