import { createHash } from 'node:crypto';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { schoolOrigin } from '../messages/school-origin';
import { readSessionLimits } from '../school/settings';
import { beginSession, type Beginning, type Begun } from '../staff/begin-session';
import { listMemberships } from '../staff/memberships';
import { isRunning } from '../staff/session-life';
import { listOpenSessions } from '../staff/session-store';
import type { Reader, Transaction } from '../storage/database';
import type { SessionRow } from '../storage/rows/accounts';
import type { SiteChangeRow } from '../storage/rows/sites';
import { bindSwitch, closeSwitch, findSwitch, insertSwitch, makeCode, useCode } from './switch-store';

/**
 * Going to another school without a second log-in, each being an origin of its own (docs/specs/sites.md). The school
 * where the person is hands the browser to the other with a ticket; the other's page keeps a secret and sends the
 * browser back with its hash noted; the first gives a code; the other takes code and secret for a session. Every
 * address in it is the server's, of a school where this account is a member.
 */

/** Every refusal is the same one, whatever is wrong. */
const refused = () => problem('switch-refused');

/** @returns where the browser goes @throws problem 'switch-refused' for a school where this account is no member */
export async function beginSwitch(ground: Ground, actor: StaffActor, toSchoolId: string): Promise<string> {
  const { accountId, sessionId, schoolId } = actor;
  if (toSchoolId === schoolId || !(await memberOf(ground.database.read, accountId, toSchoolId)))
    throw refused();
  const origin = await schoolOrigin(ground, toSchoolId);
  const ticket = await ground.database.write((trx) =>
    insertSwitch(trx, ground, { accountId, sessionId, toSchoolId }),
  );
  return `${origin}/switch#t=${ticket}`;
}

/**
 * The other school's page has made its secret. @returns where the browser goes back to; null where it has a session of
 * this account here already, which then goes on, with its own full access if it has any
 * @throws problem 'switch-refused' for a ticket of another school, and one that is used or too old
 */
export async function answerSwitch(
  ground: Ground,
  given: { schoolId: string | null; staff: StaffActor | null; ticket: string; challenge: string },
): Promise<string | null> {
  const reader = ground.database.read;
  const row = await findSwitch(reader, ground, { ticket: given.ticket });
  if (!row || row.to_school_id !== given.schoolId) throw refused();
  const [from] = await listOpenSessions(reader, { id: row.session_id });
  if (!from) throw refused();
  if (given.staff?.accountId === row.account_id) {
    await ground.database.write((trx) => closeSwitch(trx, ground, row.id));
    return null;
  }
  if (!(await ground.database.write((trx) => bindSwitch(trx, row.id, given.challenge)))) throw refused();
  return `${await schoolOrigin(ground, from.school_id)}/switch#s=${row.id}`;
}

/** @returns where the browser goes, with the code in the fragment @throws problem 'switch-refused' */
export async function issueSwitchCode(ground: Ground, actor: StaffActor, id: string): Promise<string> {
  const row = await findSwitch(ground.database.read, ground, { id });
  if (!row || row.session_id !== actor.sessionId || row.account_id !== actor.accountId) throw refused();
  if (!(await memberOf(ground.database.read, row.account_id, row.to_school_id))) throw refused();
  const origin = await schoolOrigin(ground, row.to_school_id);
  const code = await ground.database.write((trx) => makeCode(trx, ground, row.id));
  if (code === null) throw refused();
  return `${origin}/switch#c=${code}`;
}

/**
 * Begins the session at the other school: as old as the log-in and the password that it comes from, and never elevated.
 * @throws problem 'switch-refused', and the code is used up
 */
export async function finishSwitch(
  ground: Ground,
  given: Beginning & { schoolId: string | null; code: string; verifier: string },
): Promise<Begun> {
  const begun = await ground.database.write(async (trx) => {
    const row = await useCode(trx, ground, given.code);
    if (!row || row.to_school_id !== given.schoolId || hashOf(given.verifier) !== row.challenge) return null;
    const first = await findFirst(trx, ground, row);
    const staffId = await memberOf(trx, row.account_id, row.to_school_id);
    if (!first || staffId === null) return null;
    const member = { accountId: row.account_id, schoolId: row.to_school_id, staffId, firstLogIn: false };
    return beginSession(trx, ground, member, { ...given, by: 'site', first });
  });
  if (!begun) throw refused();
  return begun;
}

/** What stands for the page's secret: SHA-256 in base64url, as the page makes it. */
const hashOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');

/** The session that it comes from, while it runs. */
async function findFirst(trx: Transaction, ground: Ground, row: SiteChangeRow): Promise<SessionRow | null> {
  const [session] = await listOpenSessions(trx, { id: row.session_id });
  if (!session || (await memberOf(trx, row.account_id, session.school_id)) === null) return null;
  const limits = await readSessionLimits(trx, ground, session.school_id);
  return isRunning(session, limits, ground.clock.now()) ? session : null;
}

async function memberOf(reader: Reader, accountId: string, schoolId: string): Promise<string | null> {
  const schools = await listMemberships(reader, accountId);
  return schools.find((one) => one.schoolId === schoolId)?.staffId ?? null;
}
