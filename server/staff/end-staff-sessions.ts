import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { endAllSessions } from './changes/stop';

/**
 * Ends every session of one person at this school, for a lost tablet or a password that got about.
 * @throws problem 'not-found' for staff of another school
 */
export async function endStaffSessions(ground: Ground, actor: StaffActor, staffId: string): Promise<void> {
  const { schoolId } = actor;
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    const row = await trx('staff').where({ school_id: schoolId, id: staffId }).first('id');
    if (!row) throw problem('not-found');
    const sessions = await endAllSessions({ trx, schoolId, at }, staffId);
    await appendAudit(trx, {
      schoolId,
      at,
      actor: actor.staffId,
      what: 'session.ended',
      object: `staff:${staffId}`,
      facts: { own: false, sessions },
    });
  });
  ground.changes.announce(schoolId, [staffId]);
}
