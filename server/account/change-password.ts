import { accountRefusals } from '../../protocol/words/refusals/account';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { queueMessages } from '../messages/queue';
import {
  emailIndex,
  findAccount,
  holdsPassword,
  openEmail,
  savePassword,
  type AccountAtSchool,
} from '../staff/account-store';
import { useUpLinks } from '../staff/link-store';
import { listMemberships } from '../staff/memberships';
import { needStrongPassword } from '../staff/need-strong-password';
import { needPasswordTry } from '../staff/password-tries';
import { hashPassword, verifyPassword } from '../staff/passwords';
import { endSessions, listOpenSessions, renewSession } from '../staff/session-store';
import { hashToken, newToken } from '../staff/tokens';
import { giveBack } from '../staff/tries';
import type { Slot } from '../staff/tries-store';
import type { Transaction } from '../storage/database';
import { dropPendingKeys } from '../staff/pending-keys';

/** What the person typed, and the cookie of their browser. */
export interface PasswordGiven {
  readonly current: string;
  readonly password: string;
  readonly browserToken: string | undefined;
}

/**
 * Changes the password of whoever is logged in: by the current one, under the limits of a log-in. Every other session of
 * the account ends, at each school, and with it the pushes to its browser; this one goes on under a new token. No
 * link that was mailed before works any more, and no security key that was only begun. Drafts, PINs and saved keys are
 * as they were.
 * @returns the token for the cookie
 * @throws problem 'password-weak' with the reason; 'log-in-failed' for a wrong current password; 'too-many' with the
 * seconds to wait; 'log-in-needed' when the session ended, and 'conflict' when the password was changed, meanwhile
 */
export async function changePassword(
  ground: Ground,
  actor: StaffActor,
  given: PasswordGiven,
): Promise<string> {
  const { schoolId, staffId, accountId } = actor;
  const account = await findAccount(ground.database.read, schoolId, { id: accountId });
  if (!account) throw problem('log-in-needed');
  const email = openEmail(ground, account);
  const content = await needStrongPassword(ground, { schoolId, staffId, email }, given.password);
  const tries = await needPasswordTry(ground, emailIndex(ground.keys, email), given.browserToken);
  if (!(await verifyPassword(account.password_hash, given.current))) {
    throw problem('log-in-failed', { field: 'body.current', title: accountRefusals.wrongPassword });
  }
  const hash = await hashPassword(given.password);
  const token = newToken();
  const now = timeStamp(ground.clock);
  const told = await ground.database.write(async (trx) => {
    await replacePassword(trx, account, { hash, now, tries });
    if (!(await renewSession(trx, actor.sessionId, hashToken(token), now))) throw problem('log-in-needed');
    const others = await endOthers(trx, actor, now);
    const once = `password-changed:${accountId}:${now}`;
    await queueMessages(trx, ground, [
      { schoolId, channel: 'email', template: 'password-changed', staffId, content, once },
    ]);
    const places = await listMemberships(trx, accountId);
    for (const place of places) await note(trx, place, now, others.get(place.schoolId) ?? 0);
    return places;
  });
  // Open streams of the sessions that ended look again, and find themselves ended.
  for (const place of told) ground.changes.announce(place.schoolId, [place.staffId]);
  return token;
}

/** Saves it unless somebody was first: of two changes by the same current password one wins. */
async function replacePassword(
  trx: Transaction,
  account: AccountAtSchool,
  { hash, now, tries }: { hash: string; now: string; tries: readonly Slot[] },
): Promise<void> {
  if (!(await holdsPassword(trx, account))) throw problem('conflict');
  await giveBack(trx, tries);
  await savePassword(trx, account.id, hash, now);
  await useUpLinks(trx, account.id, now);
  await dropPendingKeys(trx, account.id);
}

/** Ends every session of the account but this one. @returns how many, by school */
async function endOthers(trx: Transaction, actor: StaffActor, now: string): Promise<Map<string, number>> {
  const open = await listOpenSessions(trx, { account_id: actor.accountId });
  const others = open.filter(({ id }) => id !== actor.sessionId);
  await endSessions(trx, others, now);
  const counts = new Map<string, number>();
  for (const { school_id: school } of others) counts.set(school, (counts.get(school) ?? 0) + 1);
  return counts;
}

async function note(
  trx: Transaction,
  { schoolId, staffId }: { schoolId: string; staffId: string },
  at: string,
  sessions: number,
): Promise<void> {
  await appendAudit(trx, {
    schoolId,
    at,
    actor: staffId,
    what: 'password.changed',
    object: `staff:${staffId}`,
    facts: { sessions },
  });
}
