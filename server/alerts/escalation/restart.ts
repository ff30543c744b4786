import type { Ground } from '../../ground';
import type { Transaction } from '../../storage/database';
import { loadEscalationRules } from './load';
import { dueAfter } from './steps';

/**
 * Begins the escalation of a concern anew, as if it had been recorded now: nobody has taken it. Opening a record with a
 * doubt took it, so that one was looked at; accepted, it waits for a lead like any other.
 */
export async function restartEscalation(
  trx: Transaction,
  ground: Ground,
  { schoolId, concernId, urgent }: { schoolId: string; concernId: string; urgent: boolean },
): Promise<void> {
  const rules = await loadEscalationRules(trx, ground, schoolId);
  await trx('concerns')
    .where({ school_id: schoolId, id: concernId })
    .update({
      taken_by: null,
      taken_at: null,
      escalation_step: 0,
      escalates_at: dueAfter(ground.clock.now(), urgent, rules),
    });
}
