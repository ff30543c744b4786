import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { lockConcern, needOpen } from './lock-concern';

/**
 * What was due is done, or answered. Said again it changes nothing: whoever said it first stands.
 * @param leads whether this person decides about the concern; others finish what is theirs
 * @throws problem 'not-found' for what is not due, or not theirs
 */
export async function finishAction(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  given: { concernId: string; actionId: string; leads: boolean },
): Promise<void> {
  const { concernId, actionId, leads } = given;
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    const concern = await lockConcern(trx, schoolId, concernId);
    const one = { school_id: schoolId, id: actionId, concern_id: concernId };
    const row = await trx('concern_actions').where(one).first('due_day', 'owner_id', 'done_at');
    if (!row?.due_day || (!leads && row.owner_id !== staffId)) throw problem('not-found');
    if (row.done_at !== null) return;
    needOpen(concern);
    await trx('concern_actions').where(one).update({ done_at: at, done_by: staffId, overdue_at: null });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'concern.action-done',
      object: `concern:${concernId}`,
      facts: { action: actionId },
    });
  });
}

/** The concern that an action belongs to. @throws problem 'not-found' */
export async function concernOfAction(
  { database }: Ground,
  { schoolId }: StaffActor,
  actionId: string,
): Promise<string> {
  const row = await database
    .read('concern_actions')
    .where({ school_id: schoolId, id: actionId })
    .first('concern_id');
  if (!row) throw problem('not-found');
  return row.concern_id;
}
