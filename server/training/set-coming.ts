import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { isFor } from './list-training';

/**
 * Somebody comes to a session, or withdraws; said again it changes nothing.
 * @throws problem 'not-found' for one that is over, is not for them, or never was
 */
export async function setComing(
  ground: Ground,
  actor: StaffActor,
  id: string,
  coming: boolean,
): Promise<void> {
  const { schoolId, staffId } = actor;
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    const session = await trx('training_sessions')
      .where({ school_id: schoolId, id })
      .where('ends_at', '>', at)
      .first('audience');
    if (!session || !isFor(actor, session.audience)) throw problem('not-found');
    const place = { school_id: schoolId, session_id: id, staff_id: staffId };
    const known: unknown = await trx('training_places').where(place).first('taken_at');
    if (Boolean(known) === coming) return;
    if (coming) await trx('training_places').insert({ ...place, taken_at: at });
    else await trx('training_places').where(place).delete();
    const what = coming ? 'training.coming' : 'training.withdrawn';
    await appendAudit(trx, { schoolId, at, actor: staffId, what, object: `training:${id}` });
  });
}
