import type { StaffActor } from '../access/actor';
import { noteRightsEnded } from '../staff/rights-ended';
import type { Transaction } from '../storage/database';

/**
 * Something that was put on a pupil's page by mistake is taken off, another child's letter among it: it falls for everybody
 * else who may have such a page open. @returns them, to be announced once it is committed
 */
export async function noteTakenOff(trx: Transaction, { schoolId, staffId }: StaffActor): Promise<string[]> {
  const here = { school_id: schoolId };
  const viewing = trx('permissions')
    .where({ ...here, view_pupils: 1 })
    .select('group_id');
  const others = await trx('staff')
    .where(here)
    .whereIn('group_id', viewing)
    .whereNull('disabled_at')
    .whereNot({ id: staffId })
    .orderBy('id')
    .pluck<string[]>('id');
  await noteRightsEnded(trx, schoolId, others);
  return others;
}
