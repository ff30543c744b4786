import { uuidv7 } from '../../protocol/identifiers';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { dutyOf } from '../school/duty';
import type { Transaction } from '../storage/database';
import { emailIndex, findAccount, noteLogIn, type AccountAtSchool } from './account-store';
import { nameBrowser } from './browser-name';
import { markBrowser } from './browser-store';
import { needPasswordTry } from './password-tries';
import { verifyPassword } from './passwords';
import { endSessions, insertSession, listOpenSessions } from './session-store';
import { hashToken, isToken, newToken } from './tokens';
import { giveBack } from './tries';

export interface LogInGiven {
  readonly schoolId: string | null;
  readonly email: string;
  readonly password: string;
  /** User-Agent of the browser, and the cookies it sent. */
  readonly userAgent: string;
  readonly browserToken: string | undefined;
  readonly sessionToken: string | undefined;
}

export interface LoggedIn {
  readonly sessionId: string;
  readonly sessionToken: string;
  readonly browserToken: string;
}

type Member = AccountAtSchool & { readonly staff_id: string };

/**
 * Begins a session by address and password. An unknown address, a wrong password, somebody who left and a member of
 * another school get the same answer after the same work.
 * @throws problem 'log-in-failed'; 'too-many' with the seconds to wait
 */
export async function logIn(ground: Ground, given: LogInGiven): Promise<LoggedIn> {
  const index = emailIndex(ground.keys, given.email);
  const tries = await needPasswordTry(ground, index, given.browserToken);
  const account = await findAccount(ground.database.read, given.schoolId ?? '', { email_index: index });
  const right = await verifyPassword(account?.password_hash ?? null, given.password);
  if (!right || !account || account.staff_id === null || given.schoolId === null)
    throw problem('log-in-failed');
  const member: Member = { ...account, staff_id: account.staff_id };
  const begin = { ...given, schoolId: given.schoolId };
  return ground.database.write(async (trx) => {
    await giveBack(trx, tries);
    return beginSession(trx, ground, member, begin);
  });
}

/** Ends whatever session this browser had, and begins a new one under a new token. */
async function beginSession(
  trx: Transaction,
  ground: Ground,
  member: Member,
  given: LogInGiven & { schoolId: string },
): Promise<LoggedIn> {
  const now = timeStamp(ground.clock);
  const { schoolId } = given;
  const duty = await dutyOf(trx, schoolId, member.staff_id);
  await endEarlier(trx, given.sessionToken, now);
  const sessionId = uuidv7(ground.clock.now());
  const sessionToken = newToken();
  await insertSession(trx, {
    id: sessionId,
    account_id: member.id,
    school_id: schoolId,
    staff_id: member.staff_id,
    token_hash: hashToken(sessionToken),
    browser: nameBrowser(given.userAgent),
    created_at: now,
    active_at: now,
    password_at: now,
  });
  const browserToken = await markBrowser(trx, ground, member.id, given.browserToken);
  const lead = duty.includes('lead') || duty.includes('deputy');
  await noteLogIn(trx, { accountId: member.id, schoolId, lead, now });
  await appendAudit(trx, {
    schoolId,
    at: now,
    actor: member.staff_id,
    what: 'session.begun',
    object: `session:${sessionId}`,
    facts: { first: member.first_log_in_at === null },
  });
  return { sessionId, sessionToken, browserToken };
}

/** A browser holds one session: the one before ends, so that nobody goes on under another person's name. */
async function endEarlier(trx: Transaction, token: string | undefined, now: string): Promise<void> {
  if (!isToken(token)) return;
  await endSessions(trx, await listOpenSessions(trx, { token_hash: hashToken(token) }), now);
}
