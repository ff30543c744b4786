import type { IDToken } from 'openid-client';
import { signInRefusals } from '../../protocol/words/refusals/sign-in';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { MINUTE, SECOND, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { findAccount, openEmail } from '../staff/account-store';
import { notePassword } from '../staff/session-store';
import { addressIn, goesBy } from './claims';
import { findIdentity, findLinkOf } from './identity-store';
import { linkAccount } from './link-account';
import { kindOf, type Provider } from './provider';

/** Clocks of a provider and of this server may differ by as much. */
const TOLERANCE = MINUTE;

/**
 * The person has signed in at the provider anew, in a running session: counts like a password typed again.
 * @throws problem 'log-in-failed' for another person's account, and where the provider does not say that it asked anew
 */
export async function proveThrough(
  ground: Ground,
  actor: StaffActor,
  given: { provider: Provider; claims: IDToken; begunAt: string },
): Promise<void> {
  const { provider, claims, begunAt } = given;
  const known = await findIdentity(ground.database.read, ground, { provider, sub: claims.sub });
  if (known?.account_id !== actor.accountId)
    throw problem('log-in-failed', { title: signInRefusals.otherAccount });
  const { auth_time: provedAt } = claims;
  if (provedAt === undefined || provedAt * SECOND < Date.parse(begunAt) - TOLERANCE)
    throw problem('log-in-failed', {
      title: signInRefusals.notAskedAgain,
    });
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    if (!(await notePassword(trx, actor.sessionId, at))) throw problem('log-in-needed');
    await appendAudit(trx, {
      schoolId: actor.schoolId,
      at,
      actor: actor.staffId,
      what: 'session.proved-again',
      object: `session:${actor.sessionId}`,
      facts: { provider: kindOf(provider) },
    });
  });
}

/**
 * Links one's own account at a provider, from a session whose person was proved just now. The account there must go by
 * the address here: a password that a colleague has seen links no account of theirs, nor does a tablet that is signed in
 * as somebody else.
 * @throws problem 'not-valid' where it cannot be linked, with a sentence that says why
 */
export async function linkThrough(
  ground: Ground,
  actor: StaffActor,
  { provider, claims }: { provider: Provider; claims: IDToken },
): Promise<void> {
  const subject = { provider, sub: claims.sub };
  await ground.database.write(async (trx) => {
    const account = await findAccount(trx, actor.schoolId, { id: actor.accountId });
    if (!account) throw problem('log-in-needed');
    if (!goesBy(provider, claims, openEmail(ground, account))) refuse(signInRefusals.otherAddress);
    const known = await findIdentity(trx, ground, subject);
    if (known?.account_id === actor.accountId) return;
    const own = await findLinkOf(trx, ground, actor.accountId, provider);
    if (own?.removed_at === null) refuse(signInRefusals.linkedAlready);
    if (known) refuse(signInRefusals.linkedElsewhere);
    await linkAccount(trx, ground, actor, { subject, address: addressIn(claims), proof: 'session' });
  });
}

function refuse(title: string): never {
  throw problem('not-valid', { title });
}
