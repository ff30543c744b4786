import type { readAlertGroups as endpoint } from '../../protocol/alert-groups';
import type { ReplyOf } from '../../protocol/endpoint';
import type { Ground } from '../ground';
import { readInOrder } from '../school/names';
import { readPeople } from '../school/read-people';
import { groupBy } from '../storage/group-by';

/** Alert groups in the school's order, with their members by name. */
export async function readAlertGroups(ground: Ground, schoolId: string): Promise<ReplyOf<typeof endpoint>> {
  const reader = ground.database.read;
  const here = { school_id: schoolId };
  const [groups, people, fallback, members, named] = await Promise.all([
    readInOrder(reader, ground, schoolId, 'alert_groups'),
    readPeople(reader, ground, schoolId),
    reader('alert_groups')
      .where({ ...here, fallback: 1 })
      .pluck('id'),
    reader('alert_group_members').where(here).select('group_id', 'staff_id'),
    reader('automatic_alert_parts')
      .where({ ...here, kind: 'group' })
      .pluck('target_id'),
  ]);
  const byGroup = groupBy(
    members,
    (row) => row.group_id,
    (row) => row.staff_id,
  );
  return {
    groups: groups.map(({ id, name }) => ({
      id,
      name,
      fallback: fallback.includes(id),
      members: people.among(byGroup.get(id) ?? []),
      rules: named.filter((target) => target === id).length,
    })),
    staff: people.present,
  };
}
