import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { readSessionLimits } from '../school/settings';
import { isRunning } from './session-life';
import type { SessionRow } from '../storage/rows/accounts';
import { endSessions, listOpenSessions } from './session-store';

/** One's own running sessions at this school, newest first. */
export async function listOwnSessions(ground: Ground, actor: StaffActor): Promise<SessionRow[]> {
  const { schoolId, staffId } = actor;
  const rows = await listOpenSessions(ground.database.read, { school_id: schoolId, staff_id: staffId });
  const limits = await readSessionLimits(ground.database.read, ground, schoolId);
  return rows.filter((row) => isRunning(row, limits, ground.clock.now()));
}

/**
 * Ends one of one's own sessions, with the pushes to its browser.
 * @throws problem 'not-found' for anybody else's, and for one that does not run
 */
export async function endOwnSession(ground: Ground, actor: StaffActor, id: string): Promise<void> {
  const [session] = await listOpenSessions(ground.database.read, { id });
  if (!session) throw problem('not-found');
  const owned = { kind: 'owned', schoolId: session.school_id, owner: session.staff_id } as const;
  if (!can(actor, 'account.manage-own', owned)) throw problem('not-found');
  const now = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    await endSessions(trx, [session], now);
    await appendAudit(trx, {
      schoolId: actor.schoolId,
      at: now,
      actor: actor.staffId,
      what: 'session.ended',
      object: `session:${id}`,
      facts: { own: id === actor.sessionId },
    });
  });
}
