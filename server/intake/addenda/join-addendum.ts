import { uuidv7 } from '../../../protocol/identifiers';
import { tellOfAddition } from '../../alerts/tell-of-addition';
import { appendAudit } from '../../audit/append';
import { MINUTE, timeStamp } from '../../clock';
import { lockConcern } from '../../concerns/lock-concern';
import type { Ground } from '../../ground';
import { cellsOf } from '../../storage/cells';
import type { Transaction } from '../../storage/database';
import type { AddedTo, Matched, WaitingAddendum } from './waiting';
import { openWaiting } from './open-addendum';

/** Written so long before it arrived, both are shown, ms. */
const LATE = 5 * MINUTE;

/**
 * Adds to a concern what its author wrote after sending it: an entry of its own, under its author's name, in the concern
 * where the words of the record stand today. Whoever has the concern is told, else the leads. It goes to a closed one
 * too: what was said must not be lost, and whether to open it again is for a lead to decide.
 */
export async function joinAddendum(
  trx: Transaction,
  ground: Ground,
  row: WaitingAddendum,
  record: AddedTo,
): Promise<Matched> {
  const { school_id: schoolId, envelope_id, author_id: authorId } = row;
  const concernId = record.joined_into ?? record.id;
  const { body } = openWaiting(ground, row);
  const concern = await lockConcern(trx, schoolId, concernId);
  const actionId = uuidv7(ground.clock.now());
  await trx('concern_actions').insert({
    school_id: schoolId,
    id: actionId,
    concern_id: concernId,
    kind: 'addendum',
    staff_id: authorId,
    ...cellsOf(ground.keys, schoolId, 'concern_actions').seal(actionId, { text: body.text }),
    // By the school's clock; where it came before its record it stands behind it all the same.
    at: row.received_at > record.received_at ? row.received_at : record.received_at,
    happened_at: writtenBefore(body.sentAt, row.received_at),
  });
  const at = timeStamp(ground.clock);
  const alerted = await tellOfAddition(trx, ground, { schoolId, concernId, concern, authorId, actionId, at });
  await trx('addenda')
    .where({ school_id: schoolId, envelope_id })
    .update({
      concern_id: concernId,
      joined_at: at,
      told: JSON.stringify(alerted),
      payload: null,
      late_at: null,
    });
  await trx('envelopes')
    .where({ school_id: schoolId, envelope_id })
    .update({ verdict: 'recorded', concern_id: concernId });
  await appendAudit(trx, {
    schoolId,
    at,
    actor: authorId ?? 'server',
    what: 'concern.added-to',
    object: `concern:${concernId}`,
    facts: { envelope: envelope_id, action: actionId, alerted },
  });
  return { concernId, alerted };
}

/** When it was written, where it then waited on its device. A clock that runs ahead says nothing. */
function writtenBefore(writtenAt: string, receivedAt: string): string | null {
  return Date.parse(receivedAt) - Date.parse(writtenAt) > LATE ? writtenAt : null;
}
