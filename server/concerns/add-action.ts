import type { NewAction } from '../../protocol/concern-actions';
import type { StaffActor } from '../access/actor';
import { nameFiles } from '../files/store';
import type { Ground } from '../ground';
import { timeStamp } from '../clock';
import { checkAction } from './check-action';
import { insertAction } from './insert-action';
import { isDone, lockConcern, needOpen } from './lock-concern';

/**
 * Adds an action to a concern. The page makes the id, so that a repeated send adds nothing twice, and one that went by
 * the outbox as well is the same (server/intake/actions).
 * @param leads whether this person decides about the concern
 * @throws problem 'not-valid' with the field and what to do
 */
export async function addAction(
  ground: Ground,
  actor: StaffActor,
  given: { concernId: string; action: NewAction; leads: boolean },
): Promise<void> {
  const { schoolId } = actor;
  const { concernId, action } = given;
  const { actionId } = action;
  const at = timeStamp(ground.clock);
  const files = await nameFiles(action.files);
  const alerted = await ground.database.write(async (trx) => {
    const concern = await lockConcern(trx, schoolId, concernId);
    if (await isDone(trx, { schoolId, concernId, actionId })) return [];
    needOpen(concern);
    await checkAction(trx, ground, actor, given);
    return insertAction(trx, ground, actor, { concernId, action, at, files, envelope: null });
  });
  if (alerted.length > 0) ground.changes.announce(schoolId, alerted);
}
