import type { Ground } from '../../ground';
import type { Transaction } from '../../storage/database';
import { loadEscalationRules } from './load';
import { dueAfter } from './steps';

/** A concern turned out to be urgent: where nobody has taken it, it goes up the school as soon as an urgent one. */
export async function hastenEscalation(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  concernId: string,
): Promise<void> {
  const rules = await loadEscalationRules(trx, ground, schoolId);
  const escalates_at = dueAfter(ground.clock.now(), true, rules);
  await trx('concerns')
    .where({ school_id: schoolId, id: concernId, taken_by: null, closed_at: null })
    .where('escalates_at', '>', escalates_at)
    .update({ escalates_at });
}
