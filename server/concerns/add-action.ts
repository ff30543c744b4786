import type { NewAction } from '../../protocol/concern-actions';
import type { StaffActor } from '../access/actor';
import { nameFiles } from '../files/store';
import type { Ground } from '../ground';
import { timeStamp } from '../clock';
import { digestOf, isDone } from './asked-before';
import { checkAction } from './check-action';
import { insertAction } from './insert-action';
import { lockConcern, needOpen } from './lock-concern';

/**
 * Adds an action to a concern. The page makes the id, so that a repeated send adds nothing twice, and one that went by
 * the outbox as well is the same (server/intake/actions). The same id with other words is refused.
 * @param leads whether this person decides about the concern
 * @throws problem 'not-valid' with the field and what to do; 'conflict' for other words under the same id
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
  const asked = digestOf(ground, actor, action);
  const files = await nameFiles(action.files);
  const alerted = await ground.database.write(async (trx) => {
    const concern = await lockConcern(trx, schoolId, concernId);
    if (await isDone(trx, actor, { actionId, concern, digest: asked })) return [];
    needOpen(concern);
    await checkAction(trx, ground, actor, given);
    return insertAction(trx, ground, actor, { concernId, action, at, files, asked, envelope: null });
  });
  if (alerted.length > 0) ground.changes.announce(schoolId, alerted);
}
