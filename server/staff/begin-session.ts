import { uuidv7 } from '../../protocol/identifiers';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { dutyOf } from '../school/duty';
import type { Transaction } from '../storage/database';
import type { SessionRow } from '../storage/rows/accounts';
import { noteLogIn } from './account-store';
import { nameBrowser } from './browser-name';
import { markBrowser } from './browser-store';
import { isMember } from './memberships';
import { mailNewBrowser } from './suspicion';
import { endSessions, insertSession, listOpenSessions, logInOf } from './session-store';
import { hashToken, isToken, newToken } from './tokens';

/** The browser that asks for a session: its User-Agent, and the cookies it sent. */
export interface Beginning {
  readonly userAgent: string;
  readonly browserToken: string | undefined;
  readonly sessionToken: string | undefined;
}

/** An account at one school, known to belong to somebody who works there now. */
export interface Member {
  readonly accountId: string;
  readonly schoolId: string;
  readonly staffId: string;
  /** Whether this account has never logged in before. */
  readonly firstLogIn: boolean;
}

/** A session that has begun, and the tokens for the browser's cookies. */
export interface Begun {
  readonly sessionId: string;
  readonly sessionToken: string;
  /** Null where nothing is known of the browser. */
  readonly browserToken: string | null;
}

/**
 * Whatever proved who the person is: each way to log in names itself in the audit. A provider may have known the person
 * for days, so it says since when: only a person who was proved just now may change keys. From another school of the
 * person, log-in and proof are as old as those of the session there, and both come of one log-in.
 */
type Way =
  | { readonly by: 'password' | 'passkey' }
  | { readonly by: 'provider'; readonly provedAt: string }
  | { readonly by: 'site'; readonly first: SessionRow };

/**
 * Ends whatever session this browser had, so that nobody goes on under another person's name, and begins a new one
 * under a new token; the last statement is its audit row. Every way to log in ends here.
 * @throws problem 'log-in-failed' when the account stopped being a member meanwhile
 */
export async function beginSession(
  trx: Transaction,
  ground: Ground,
  member: Member,
  given: Beginning & Way,
): Promise<Begun> {
  const now = timeStamp(ground.clock);
  const { accountId, schoolId, staffId } = member;
  if (!(await isMember(trx, member))) throw problem('log-in-failed');
  const duty = await dutyOf(trx, schoolId, staffId);
  await endEarlier(trx, given.sessionToken, now);
  const sessionId = uuidv7(ground.clock.now());
  const sessionToken = newToken();
  const browser = nameBrowser(given.userAgent);
  const first =
    given.by === 'site'
      ? given.first
      : { created_at: now, password_at: given.by === 'provider' ? given.provedAt : now };
  await insertSession(trx, {
    id: sessionId,
    account_id: accountId,
    school_id: schoolId,
    staff_id: staffId,
    token_hash: hashToken(sessionToken),
    browser,
    created_at: first.created_at,
    active_at: now,
    password_at: first.password_at,
    log_in_id: given.by === 'site' ? logInOf(given.first) : null,
  });
  const browserToken = await knowBrowser(trx, ground, member, given, { browser, sessionId });
  const lead = duty.includes('lead') || duty.includes('deputy');
  await noteLogIn(trx, { accountId, schoolId, lead, now });
  await appendAudit(trx, {
    schoolId,
    at: now,
    actor: staffId,
    what: 'session.begun',
    object: `session:${sessionId}`,
    facts: { first: member.firstLogIn, by: given.by },
  });
  return { sessionId, sessionToken, browserToken };
}

/**
 * Makes the browser known to the person, who hears of it by mail where it is new to them. A session that came from
 * another school proves nothing about the browser: it may have been copied there.
 */
async function knowBrowser(
  trx: Transaction,
  ground: Ground,
  member: Member,
  given: Beginning & Way,
  session: { browser: string; sessionId: string },
): Promise<string | null> {
  if (given.by === 'site') return null;
  const { known, token } = await markBrowser(trx, ground, member.accountId, given.browserToken);
  if (!known && !member.firstLogIn) await mailNewBrowser(trx, ground, member, session);
  return token;
}

async function endEarlier(trx: Transaction, token: string | undefined, now: string): Promise<void> {
  if (!isToken(token)) return;
  await endSessions(trx, await listOpenSessions(trx, { token_hash: hashToken(token) }), now);
}
