import { can } from '../access/can';
import { isApart } from '../access/staff-path';
import type { Ground } from '../ground';
import { timeStamp } from '../clock';
import { knowConcerns, UNDO_LIFE } from '../records/load-facts';
import { loadRestrictions } from '../school/load-restrictions';
import type { Reader } from '../storage/database';
import { elevatedActorOf } from '../staff/elevated-actor';

/**
 * Who may have a concern open, by what their group sees or because they were alerted, before something of it is no longer
 * theirs to see: it falls at once then, wherever it stands. Nobody whom it must not be known to. Ask it in the transaction
 * that ends it, so that nobody is forgotten where the answer of the first try was lost.
 */
export async function readersOf(
  read: Reader,
  ground: Ground,
  { schoolId, concernId }: { schoolId: string; concernId: string },
): Promise<string[]> {
  const known = (await knowConcerns(read, ground, { schoolId, staffId: '' }, [concernId])).get(concernId);
  if (!known) return [];
  const restrictions = await loadRestrictions(read, schoolId);
  const concern = { ...known.facts, alert: null };
  const here = { school_id: schoolId };
  // Whoever's group views nothing, and who is not on the duty list, reads what they were alerted to and no more.
  const viewing = read('permissions')
    .where({ ...here, view_concerns: 1 })
    .select('group_id');
  const onDuty = read('duty_list').where(here).select('staff_id');
  const staff = await read('staff')
    .where(here)
    .whereNull('disabled_at')
    .where((one) => one.whereIn('group_id', viewing).orWhereIn('id', onDuty))
    .pluck<string[]>('id');
  const undoable = timeStamp(ground.clock, -UNDO_LIFE);
  const alerted = await read('alerts')
    .where({ ...here, concern_id: concernId })
    .where((open) => open.whereNull('read_at').orWhere('read_at', '>', undoable))
    .pluck<string[]>('staff_id');
  const readers: string[] = alerted.filter((one) => isApart(one, concern));
  for (const id of staff.filter((one) => isApart(one, concern))) {
    const actor = await elevatedActorOf(read, schoolId, id);
    if (actor && can(actor, 'concern.read', { kind: 'guarded-concern', concern, restrictions }))
      readers.push(id);
  }
  return [...new Set(readers)];
}
