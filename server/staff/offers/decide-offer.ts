import { accountRefusals } from '../../../protocol/words/refusals/account';
import type { StaffActor } from '../../access/actor';
import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { findAccount, holdsPassword, openEmail, type AccountAtSchool } from '../account-store';
import { beginSession, type Beginning, type Begun } from '../begin-session';
import { stillHas } from '../closed-accounts';
import { mailStaff } from '../mail-staff';
import { needPasswordTry } from '../password-tries';
import { verifyPassword } from '../passwords';
import { giveBack } from '../tries';
import type { Transaction } from '../../storage/database';
import { findMailedOffer, findOpenOffer, settleOffer, type OpenOffer } from './offer-store';

export type OfferDecision = 'accept' | 'decline';

/**
 * A person who is logged in at one of their schools accepts or declines what another school offers their address.
 * @throws problem 'not-found' where that school offers them nothing
 */
export async function decideOffer(
  ground: Ground,
  actor: StaffActor,
  schoolId: string,
  decision: OfferDecision,
): Promise<void> {
  const reader = ground.database.read;
  const account = await findAccount(reader, actor.schoolId, { id: actor.accountId });
  const offer = account && (await findOpenOffer(reader, schoolId, account.email_index));
  if (!account || !offer) throw problem('not-found');
  await ground.database.write((trx) =>
    decision === 'accept' ? accept(trx, ground, offer, account.id) : decline(trx, ground, offer),
  );
  ground.changes.announce(schoolId, [offer.staffId]);
}

/**
 * Says whose a mailed link is, at the school whose address was opened, without using it up; null where it works no
 * more. @returns the address that was asked
 */
export async function checkMailedOffer(
  ground: Ground,
  schoolId: string | null,
  token: string,
): Promise<string | null> {
  const found = await findMailed(ground, schoolId, token);
  return found && openEmail(ground, found.account);
}

/**
 * Accepts by a mailed link and the password of the account, and begins a session here.
 * @throws problem 'link-used'; 'log-in-failed' for a wrong password; 'too-many' with the seconds to wait
 */
export async function acceptMailedOffer(
  ground: Ground,
  given: Beginning & { schoolId: string | null; token: string; password: string },
): Promise<Begun> {
  const found = await findMailed(ground, given.schoolId, given.token);
  if (!found) throw problem('link-used');
  const { offer, account } = found;
  const tries = await needPasswordTry(ground, offer.emailIndex, given.browserToken);
  if (!(await verifyPassword(account.password_hash, given.password))) throw notTheirs();
  const { schoolId, staffId } = offer;
  const begun = await ground.database.write(async (trx) => {
    await accept(trx, ground, offer, account.id);
    if (!(await holdsPassword(trx, account))) throw notTheirs();
    await giveBack(trx, tries);
    const firstLogIn = account.first_log_in_at === null;
    return beginSession(
      trx,
      ground,
      { accountId: account.id, schoolId, staffId, firstLogIn },
      {
        ...given,
        by: 'password',
      },
    );
  });
  ground.changes.announce(schoolId, [staffId]);
  return begun;
}

const notTheirs = () =>
  problem('log-in-failed', {
    field: 'body.password',
    title: accountRefusals.wrongPasswordThere,
  });

/** Declines by a mailed link. @throws problem 'link-used' */
export async function declineMailedOffer(
  ground: Ground,
  schoolId: string | null,
  token: string,
): Promise<void> {
  const found = await findMailed(ground, schoolId, token);
  if (!found) throw problem('link-used');
  await ground.database.write((trx) => decline(trx, ground, found.offer));
}

async function findMailed(
  ground: Ground,
  schoolId: string | null,
  token: string,
): Promise<{ offer: OpenOffer; account: AccountAtSchool } | null> {
  if (schoolId === null) return null;
  const reader = ground.database.read;
  const offer = await findMailedOffer(reader, ground, schoolId, token);
  const account = offer && (await findAccount(reader, schoolId, { email_index: offer.emailIndex }));
  return offer && account && { offer, account };
}

/** From now on the account is a member; its person is told, in case it was not them. */
async function accept(trx: Transaction, ground: Ground, offer: OpenOffer, accountId: string): Promise<void> {
  const { schoolId, staffId, emailIndex } = offer;
  const at = timeStamp(ground.clock);
  const settled =
    (await stillHas(trx, accountId, emailIndex)) && (await settleOffer(trx, offer, accountId, at));
  if (!settled) throw gone(offer);
  await mailStaff(trx, ground, schoolId, [staffId], () => ({
    template: 'membership-accepted',
    more: {},
    once: `joined:${staffId}:${at}`,
  }));
  await noteDecision(trx, offer, 'membership.accepted', at);
}

async function decline(trx: Transaction, ground: Ground, offer: OpenOffer): Promise<void> {
  const at = timeStamp(ground.clock);
  if (!(await settleOffer(trx, offer, null, at))) throw gone(offer);
  await noteDecision(trx, offer, 'membership.declined', at);
}

/** What is answered to whoever decides about an offer that stands no more. */
const gone = ({ tokenHash }: OpenOffer) => problem(tokenHash === undefined ? 'not-found' : 'link-used');

const noteDecision = (trx: Transaction, { schoolId, staffId }: OpenOffer, what: string, at: string) =>
  appendAudit(trx, { schoolId, at, actor: staffId, what, object: `staff:${staffId}` });
