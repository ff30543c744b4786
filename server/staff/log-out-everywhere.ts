import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { listMemberships } from './memberships';
import { endSessions, listOpenSessions } from './session-store';
import { dropPendingKeys } from './pending-keys';

/**
 * Ends every session of one's own at all of one's schools, every push to them, and every security key that was only
 * begun. It is in the audit of each.
 */
export async function logOutEverywhere(ground: Ground, { accountId }: StaffActor): Promise<void> {
  const at = timeStamp(ground.clock);
  const schools = await ground.database.write(async (trx) => {
    await dropPendingKeys(trx, accountId);
    const sessions = await listOpenSessions(trx, { account_id: accountId });
    await endSessions(trx, sessions, at);
    const memberships = await listMemberships(trx, accountId);
    for (const { schoolId, staffId } of memberships) {
      await trx('push_subscriptions').where({ school_id: schoolId, staff_id: staffId }).delete();
      await appendAudit(trx, {
        schoolId,
        at,
        actor: staffId,
        what: 'session.ended',
        object: `staff:${staffId}`,
        facts: {
          own: true,
          everywhere: true,
          sessions: sessions.filter((session) => session.school_id === schoolId).length,
        },
      });
    }
    return memberships;
  });
  for (const { schoolId, staffId } of schools) ground.changes.announce(schoolId, [staffId]);
}
