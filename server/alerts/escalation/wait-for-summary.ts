import { DAY } from '../../clock';
import type { Ground } from '../../ground';
import type { Transaction } from '../../storage/database';
import type { RaisedAlert } from '../raise-alerts';
import { loadEscalationRules } from './load';
import { dueAfter } from './steps';

/**
 * A concern of which everybody is told by the daily summary alone goes up the school later than others, but it does: its
 * clock starts a day after the first summary that tells of it. It counts from the summary, not from the end of anybody's
 * quiet hours after it.
 */
export async function waitForSummary(
  trx: Transaction,
  ground: Ground,
  given: { schoolId: string; concernId: string; raised: readonly RaisedAlert[] },
): Promise<void> {
  const { schoolId, concernId, raised } = given;
  const summaries = raised.flatMap(({ held }) => (held?.for === 'daily' ? held.until : [])).sort();
  const [first] = summaries;
  if (first === undefined || summaries.length < raised.length) return;
  const rules = await loadEscalationRules(trx, ground, schoolId);
  await trx('concerns')
    .where({ school_id: schoolId, id: concernId })
    .update({ escalates_at: dueAfter(Date.parse(first) + DAY, false, rules) });
}
