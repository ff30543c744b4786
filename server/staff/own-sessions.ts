import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { appendAudit, type AuditEntry } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { readSessionLimits } from '../school/settings';
import { isRunning } from './session-life';
import type { SessionRow } from '../storage/rows/accounts';
import { endSessions, listOpenSessions, listSessionsOfLogIn } from './session-store';

/** One's own running sessions at this school, newest first. */
export async function listOwnSessions(ground: Ground, actor: StaffActor): Promise<SessionRow[]> {
  const { schoolId, staffId } = actor;
  const rows = await listOpenSessions(ground.database.read, { school_id: schoolId, staff_id: staffId });
  const limits = await readSessionLimits(ground.database.read, ground, schoolId);
  return rows.filter((row) => isRunning(row, limits, ground.clock.now()));
}

/**
 * Ends one of one's own sessions, with the pushes to its browser. Another one than this ends with all that came of the
 * same log-in, also at other schools: whoever ends it has left that browser behind. Logging out ends this one alone,
 * since locking a shared tablet at one school does the same while the person works at the other.
 * @throws problem 'not-found' for anybody else's, and for one that does not run
 */
export async function endOwnSession(ground: Ground, actor: StaffActor, id: string): Promise<void> {
  const [session] = await listOpenSessions(ground.database.read, { id });
  if (!session) throw problem('not-found');
  const owned = { kind: 'owned', schoolId: session.school_id, owner: session.staff_id } as const;
  if (!can(actor, 'account.manage-own', owned)) throw problem('not-found');
  const here = id === actor.sessionId;
  const at = timeStamp(ground.clock);
  const ended = await ground.database.write(async (trx) => {
    const sessions = here ? [session] : await listSessionsOfLogIn(trx, session);
    await endSessions(trx, sessions, at);
    await appendAudit(trx, ...sessions.map((one) => endedRow(one, { at, here })));
    return sessions;
  });
  for (const one of ended) ground.changes.announce(one.school_id, [one.staff_id]);
}

const endedRow = (session: SessionRow, { at, here }: { at: string; here: boolean }): AuditEntry => ({
  schoolId: session.school_id,
  at,
  actor: session.staff_id,
  what: 'session.ended',
  object: `session:${session.id}`,
  facts: { own: here },
});
