import type { IDToken } from 'openid-client';
import { appendAudit } from '../audit/append';
import { DAY, SECOND, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { emailIndex, findAccount, type AccountAtSchool } from '../staff/account-store';
import { beginSession, type Beginning, type Begun } from '../staff/begin-session';
import type { Transaction } from '../storage/database';
import { addressIn, provenEmail } from './claims';
import { findIdentity, findLinkOf, noteIdentityUsed, type Subject } from './identity-store';
import { linkAccount } from './link-account';
import { mailSignInChange } from './notices';
import { kindOf, type Provider } from './provider';
import { notKnown } from './read-answer';

/** Why somebody whom the provider knows does not get in; told to the log and the audit only. */
type Refused = 'unknown' | 'not-proved' | 'other-account' | 'removed';

/**
 * Begins a session for whoever the provider says this is: by its subject where that was linked before, else by an address
 * that it vouches for, and then never again by an address. Makes no account; never elevates.
 * @throws problem 'log-in-failed' for everybody else, alike
 */
export async function logInThrough(
  ground: Ground,
  provider: Provider,
  claims: IDToken,
  beginning: Beginning,
): Promise<Begun> {
  const begun = await ground.database.write(async (trx) => {
    const found = await findPerson(trx, ground, { provider, sub: claims.sub }, claims);
    if (typeof found === 'string') return found;
    const { account, staffId } = found;
    const member = {
      accountId: account.id,
      schoolId: provider.schoolId,
      staffId,
      firstLogIn: account.first_log_in_at === null,
    };
    const provedAt = timeStampOf(claims.auth_time, ground);
    return beginSession(trx, ground, member, { ...beginning, by: 'provider', provedAt });
  });
  if (typeof begun !== 'string') return begun;
  ground.log.info({ provider: kindOf(provider), why: begun }, 'a sign-in was refused');
  throw notKnown();
}

async function findPerson(
  trx: Transaction,
  ground: Ground,
  subject: Subject,
  claims: IDToken,
): Promise<{ account: AccountAtSchool; staffId: string } | Refused> {
  const { schoolId } = subject.provider;
  const known = await findIdentity(trx, ground, subject);
  if (known) {
    const account = await findAccount(trx, schoolId, { id: known.account_id });
    if (!account || account.staff_id === null) return 'unknown';
    await noteIdentityUsed(trx, known.id, timeStamp(ground.clock));
    return { account, staffId: account.staff_id };
  }
  const email = provenEmail(subject.provider, claims);
  if (email === null) return 'not-proved';
  const account = await findAccount(trx, schoolId, { email_index: emailIndex(ground.keys, email) });
  if (!account || account.staff_id === null) return 'unknown';
  const staffId = account.staff_id;
  const earlier = await findLinkOf(trx, ground, account.id, subject.provider);
  if (earlier) {
    const removed = earlier.removed_at !== null;
    await refuse(trx, ground, { schoolId, staffId, linkId: earlier.id, removed, provider: subject.provider });
    return removed ? 'removed' : 'other-account';
  }
  const whose = { accountId: account.id, schoolId, staffId };
  const id = await linkAccount(trx, ground, whose, { subject, address: addressIn(claims), proof: 'email' });
  await noteIdentityUsed(trx, id, timeStamp(ground.clock));
  return { account, staffId };
}

/** Another account there has the address by now: its owner is mailed, once a day, and it is in the audit. */
async function refuse(
  trx: Transaction,
  ground: Ground,
  given: { schoolId: string; staffId: string; linkId: string; removed: boolean; provider: Provider },
): Promise<void> {
  const { schoolId, staffId, linkId, removed } = given;
  const at = timeStamp(ground.clock);
  const provider = kindOf(given.provider);
  if (!removed) {
    const once = `${linkId}:${at.slice(0, 10)}`;
    await mailSignInChange(trx, ground, { schoolId, staffId }, { happened: 'taken', provider, once });
  }
  await appendAudit(trx, {
    schoolId,
    at,
    actor: 'anybody',
    what: 'sign-in.refused',
    object: `staff:${staffId}`,
    facts: { provider, because: removed ? 'removed' : 'other-account' },
  });
}

/**
 * When the person last proved who they are at the provider. Where it does not say, long ago: whoever finds a browser
 * that is signed in there gets a session by it, and no more.
 */
function timeStampOf(authTime: number | undefined, { clock }: Ground): string {
  const at = authTime === undefined ? clock.now() - DAY : Math.min(authTime * SECOND, clock.now());
  return new Date(at).toISOString();
}
