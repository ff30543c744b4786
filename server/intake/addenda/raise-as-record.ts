import { uuidv7 } from '../../../protocol/identifiers';
import type { QuarantineReason } from '../../../protocol/concerns';
import type { Payload } from '../../../protocol/payload';
import { waitForSummary } from '../../alerts/escalation/wait-for-summary';
import { raiseAlerts } from '../../alerts/raise-alerts';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import type { Transaction } from '../../storage/database';
import { findRecipients } from '../find-recipients';
import { findGathering } from '../gather';
import { insertConcern } from '../insert-concern';
import type { UnjudgedRow } from '../judging';
import { concernOfAddendum, type AddedWords } from './concern-of-addendum';
import type { AddedTo, Matched } from './waiting';

export interface RaisedWords {
  readonly written: Omit<Payload<'addendum'>, 'body'>;
  readonly words: AddedWords;
  readonly authorId: string | null;
  readonly quarantine: QuarantineReason;
  /** What it adds to; null: not here. */
  readonly record: Pick<AddedTo, 'id'> | null;
}

/**
 * Words that cannot be added to the record which they name become a record with a doubt of their own, which a lead opens,
 * joins, accepts or dismisses like any other of these. Where their record is known it is about the same people and in the
 * same categories, so that nobody comes to know of it whom that record is kept from.
 */
export async function raiseAsRecord(
  trx: Transaction,
  ground: Ground,
  row: UnjudgedRow,
  { written, words, authorId, quarantine, record }: RaisedWords,
): Promise<Matched> {
  const { school_id: schoolId, reference } = row;
  const concernId = uuidv7(ground.clock.now());
  const { body, about } = await concernOfAddendum(trx, ground, schoolId, words, record);
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
  const alarm = { schoolId, concernId, reference, urgent, recipients, at, gathering };
  const raised = await raiseAlerts(trx, ground, alarm);
  await waitForSummary(trx, ground, { schoolId, concernId, raised });
  return { concernId, alerted: recipients.map(({ staffId }) => staffId) };
}
