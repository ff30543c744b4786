import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { UNDO_LIFE } from '../records/load-facts';
import { lockConcern, needOpen } from './lock-concern';
import { overdueAt } from '../school/overdue-at';

/**
 * Takes back within 10 minutes that something is done: only who said it. Its owner is still told once that it is late, if
 * they had not been when it was done.
 * @throws problem 'not-found' for anything else
 */
export async function undoFinish(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  { concernId, actionId }: { concernId: string; actionId: string },
): Promise<void> {
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    const concern = await lockConcern(trx, schoolId, concernId);
    const one = { school_id: schoolId, id: actionId, concern_id: concernId };
    const row = await trx('concern_actions').where(one).first('due_day', 'done_at', 'done_by');
    const { due_day: day, done_at: doneAt } = row ?? {};
    if (!row || !day || !doneAt || row.done_by !== staffId) throw problem('not-found');
    if (ground.clock.now() - Date.parse(doneAt) >= UNDO_LIFE) throw problem('not-found');
    needOpen(concern);
    const late = await overdueAt(trx, ground, schoolId, day);
    await trx('concern_actions')
      .where(one)
      .update({ done_at: null, done_by: null, overdue_at: late > doneAt ? late : null });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'concern.action-undone',
      object: `concern:${concernId}`,
      facts: { action: actionId },
    });
  });
}
