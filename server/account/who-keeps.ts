import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { readStaffNames } from '../school/names';

/** More names than these help nobody who looks for one. */
const MOST = 3;

/** Names of colleagues who keep the staff list, for "Ask …"; never the person themself. */
export async function whoKeepsStaff(ground: Ground, { schoolId, staffId }: StaffActor): Promise<string[]> {
  const { read } = ground.database;
  const groups = await read('user_groups').where({ school_id: schoolId }).select('id', 'administration');
  const keeping = groups.filter(({ administration }) => administration.split(',').includes('staff'));
  const ids = await read('staff')
    .where({ school_id: schoolId })
    .whereNull('disabled_at')
    .whereIn(
      'group_id',
      keeping.map(({ id }) => id),
    )
    .whereNot({ id: staffId })
    .orderBy('created_at')
    .orderBy('id')
    .limit(MOST)
    .pluck('id');
  const names = await readStaffNames(read, ground, schoolId, ids);
  return ids.flatMap((id) => names.get(id)?.name ?? []);
}
