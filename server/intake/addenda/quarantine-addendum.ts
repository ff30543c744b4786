import { uuidv7 } from '../../../protocol/identifiers';
import type { QuarantineReason } from '../../../protocol/concerns';
import { waitForSummary } from '../../alerts/escalation/wait-for-summary';
import { raiseAlerts } from '../../alerts/raise-alerts';
import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import type { Transaction } from '../../storage/database';
import { findRecipients } from '../find-recipients';
import { findGathering } from '../gather';
import { insertConcern } from '../insert-concern';
import { unjudgedColumns } from '../judging';
import { concernOfAddendum } from './concern-of-addendum';
import type { AddedTo, Matched, WaitingAddendum } from './waiting';
import { openWaiting } from './open-addendum';

/**
 * An addition that cannot be taken as its record's author's becomes a record with a doubt of its own, which a lead opens,
 * joins, accepts or dismisses like any other of these. Where its record is known it is about the same people and in the
 * same categories, so that nobody comes to know of it whom that record is kept from.
 */
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
  const concernId = uuidv7(ground.clock.now());
  const written = openWaiting(ground, waiting);
  const { body, about } = await concernOfAddendum(trx, ground, waiting, written.body, record);
  const opened = { payload: { ...written, body }, authorId, doubt: quarantine };
  // Never the twin of a record of the same draft: those are compared with each other alone.
  const urgent = await insertConcern(trx, ground, row, {
    opened,
    bodyHash: null,
    quarantine,
    concernId,
    about,
  });
  const recipients = await findRecipients(trx, ground, row, { opened, quarantine, about, concernId });
  const at = timeStamp(ground.clock);
  const gathering = await findGathering(trx, ground, row, { quarantine, urgent, recipients });
  const { reference } = row;
  const alarm = { schoolId, concernId, reference, urgent, recipients, at, gathering };
  const raised = await raiseAlerts(trx, ground, alarm);
  await waitForSummary(trx, ground, { schoolId, concernId, raised });
  await trx('addenda').where(here).update({ concern_id: concernId, payload: null, late_at: null });
  await trx('envelopes')
    .where(here)
    .update({ verdict: 'quarantined', reason: quarantine, concern_id: concernId, judged_at: at });
  const alerted = recipients.map(({ staffId }) => staffId);
  await appendAudit(trx, {
    schoolId,
    at,
    actor: authorId ?? `device:${row.device_id}`,
    what: 'concern.quarantined',
    object: `concern:${concernId}`,
    facts: { envelope: envelope_id, reason: quarantine, alerted },
  });
  return { concernId, alerted };
}
