import type { StaffActor } from '../access/actor';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import type { RequestFacts } from '../http/call';
import { dutyOf } from '../school/duty';
import { readSessionLimits, type SessionLimits } from '../school/settings';
import { loadGroup } from '../school/load-group';
import { ACTIVITY_STEP, ELEVATED_ACTIVITY_STEP, elevatedUntil, isRunning } from './session-life';
import { findSessionById, findSessionByToken, noteActivity, type JoinedSession } from './session-store';
import { hashToken, isToken } from './tokens';

/**
 * Who the cookie's session belongs to, at the school whose address was opened; null when there is none, when it ran
 * out, or when the person has left. With `activity` the call counts as a person's and keeps the session alive.
 */
export async function resolveSession(
  ground: Ground,
  request: Pick<RequestFacts, 'cookie'>,
  schoolId: string | null,
  activity: boolean,
): Promise<StaffActor | null> {
  const token = request.cookie('session');
  if (schoolId === null || !isToken(token)) return null;
  const { clock, database } = ground;
  const [session, limits] = await Promise.all([
    findSessionByToken(database.read, schoolId, hashToken(token), timeStamp(clock)),
    readSessionLimits(database.read, ground, schoolId),
  ]);
  if (!session || session.disabled_at !== null || !isRunning(session, limits, clock.now())) return null;
  if (activity) await keepAlive(ground, session, limits);
  return actorOf(ground, session, limits);
}

/** The actor of a session that is known to run: after a log-in or an elevation. @throws when it is gone */
export async function actorOfSession(ground: Ground, sessionId: string): Promise<StaffActor> {
  const session = await findSessionById(ground.database.read, sessionId, timeStamp(ground.clock));
  if (!session) throw new Error('no such session');
  return actorOf(ground, session, await readSessionLimits(ground.database.read, ground, session.school_id));
}

async function actorOf(ground: Ground, session: JoinedSession, limits: SessionLimits): Promise<StaffActor> {
  const { school_id: schoolId, staff_id: staffId } = session;
  const reader = ground.database.read;
  const [group, duty] = await Promise.all([
    loadGroup(reader, schoolId, session.group_id),
    dutyOf(reader, schoolId, staffId),
  ]);
  return {
    kind: 'staff',
    schoolId,
    staffId,
    accountId: session.account_id,
    sessionId: session.id,
    group,
    duty,
    elevated: elevatedUntil(session, limits, ground.clock.now()) !== null,
    // A key that still waits counts here, so that elevating with it can say whom to ask.
    keyHolder: session.saved_keys > 0,
    disabled: session.disabled_at !== null,
    keepsSites: session.trust_rows > 0,
  };
}

/** Writes activity down, at most every 15 seconds while elevated and once a minute otherwise. */
async function keepAlive(ground: Ground, session: JoinedSession, limits: SessionLimits): Promise<void> {
  const now = ground.clock.now();
  const elevated = elevatedUntil(session, limits, now) !== null;
  const last = Date.parse((elevated ? session.elevation_active_at : null) ?? session.active_at);
  if (now - last < (elevated ? ELEVATED_ACTIVITY_STEP : ACTIVITY_STEP)) return;
  const aliveSince = elevated ? timeStamp(ground.clock, -limits.elevationIdle) : null;
  await ground.database.write((trx) => noteActivity(trx, session.id, timeStamp(ground.clock), aliveSince));
}
