import type { QuarantineReason } from '../../../protocol/concerns';
import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import type { Transaction } from '../../storage/database';
import { unjudgedColumns } from '../judging';
import { openWaiting } from './open-addendum';
import { raiseAsRecord } from './raise-as-record';
import type { AddedTo, Matched, WaitingAddendum } from './waiting';

/** An addition that cannot be taken as its record's author's becomes a record with a doubt of its own. */
export async function quarantineAddendum(
  trx: Transaction,
  ground: Ground,
  waiting: WaitingAddendum,
  { record, doubt: quarantine }: { record: AddedTo | null; doubt: QuarantineReason },
): Promise<Matched> {
  const { school_id: schoolId, envelope_id, author_id: authorId } = waiting;
  const here = { school_id: schoolId, envelope_id };
  const row = await trx('envelopes')
    .where(here)
    .first(...unjudgedColumns);
  if (!row) throw new Error('an envelope is gone');
  const { body: words, ...written } = openWaiting(ground, waiting);
  const raised = await raiseAsRecord(trx, ground, row, { written, words, authorId, quarantine, record });
  const { concernId, alerted } = raised;
  const at = timeStamp(ground.clock);
  await trx('addenda').where(here).update({ concern_id: concernId, payload: null, late_at: null });
  await trx('envelopes')
    .where(here)
    .update({ verdict: 'quarantined', reason: quarantine, concern_id: concernId, judged_at: at });
  await appendAudit(trx, {
    schoolId,
    at,
    actor: authorId ?? `device:${row.device_id}`,
    what: 'concern.quarantined',
    object: `concern:${concernId}`,
    facts: { envelope: envelope_id, reason: quarantine, alerted },
  });
  return raised;
}
