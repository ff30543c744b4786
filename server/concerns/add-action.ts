import type { NewAction } from '../../protocol/concern-actions';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import { insertActionFiles } from '../files/name-online';
import { nameFiles } from '../files/store';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import { checkAction } from './check-action';
import { isDone, lockConcern, needOpen } from './lock-concern';
import { overdueAt } from '../school/overdue-at';

/**
 * Adds an action to a concern. The page makes the id, so that a repeated send adds nothing twice.
 * @param leads whether this person decides about the concern
 * @throws problem 'not-valid' with the field and what to do
 */
export async function addAction(
  ground: Ground,
  actor: StaffActor,
  given: { concernId: string; action: NewAction; leads: boolean },
): Promise<void> {
  const { schoolId, staffId } = actor;
  const { concernId, action } = given;
  const { actionId, kind, due } = action;
  const at = timeStamp(ground.clock);
  const files = await nameFiles(action.files);
  const sealed = cellsOf(ground.keys, schoolId, 'concern_actions').seal(actionId, { text: action.text });
  await ground.database.write(async (trx) => {
    const concern = await lockConcern(trx, schoolId, concernId);
    if (await isDone(trx, { schoolId, concernId, actionId })) return;
    needOpen(concern);
    await checkAction(trx, ground, actor, given);
    await trx('concern_actions').insert({
      school_id: schoolId,
      id: actionId,
      concern_id: concernId,
      kind,
      staff_id: staffId,
      ...sealed,
      at,
      happened_at: action.happenedAt,
      agency_id: action.agencyId,
      due_day: due?.day ?? null,
      owner_id: due?.ownerId ?? null,
      overdue_at: due && (await overdueAt(trx, ground, schoolId, due.day)),
    });
    await insertActionFiles(trx, ground, { schoolId, staffId, concernId, actionId, files });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'concern.action-added',
      object: `concern:${concernId}`,
      facts: {
        action: actionId,
        kind,
        ...(due ? { owner: due.ownerId } : {}),
        ...(files.length > 0 ? { files: files.map(({ fileId }) => fileId) } : {}),
      },
    });
  });
}
