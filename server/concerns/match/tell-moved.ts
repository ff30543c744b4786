import { can } from '../../access/can';
import { isApart } from '../../access/staff-path';
import type { Ground } from '../../ground';
import type { GuardedConcern } from '../read-concern';
import { elevatedActorOf } from '../../staff/elevated-actor';

/**
 * Who may have a concern open by what their group sees, before it moves to another pupil: their screens look again then,
 * so that it falls at once. Says nothing to whom it must not be known.
 */
export async function readersByGroup(
  ground: Ground,
  schoolId: string,
  { loaded, restrictions }: GuardedConcern,
): Promise<string[]> {
  const { read } = ground.database;
  const concern = { ...loaded.facts, alert: null };
  const staff = await read('staff')
    .where({ school_id: schoolId })
    .whereNull('disabled_at')
    .pluck<string[]>('id');
  const readers: string[] = [];
  for (const id of staff.filter((one) => isApart(one, concern))) {
    const actor = await elevatedActorOf(read, schoolId, id);
    if (actor && can(actor, 'concern.read', { kind: 'guarded-concern', concern, restrictions }))
      readers.push(id);
  }
  return readers;
}
