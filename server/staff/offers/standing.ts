import { uuidv7 } from '../../../protocol/identifiers';
import type { ChangeStep } from '../../school/apply-change';
import { cellsOf } from '../../storage/cells';
import { ACCOUNTS } from '../../storage/key-ring';
import type { StaffRow } from '../../storage/rows/school';
import { emailIndex } from '../account-store';
import { findHeldAccount } from '../closed-accounts';
import { isOfAnotherSchool } from '../memberships';
import { insertOffer } from './offer-store';

/** How a staff row says who logs in as this person: an account, one that was asked and has not answered, or nobody. */
export type Standing = Pick<StaffRow, 'account_id' | 'offer'>;

export const nobody: Standing = { account_id: null, offer: null };
export const offered: Standing = { account_id: null, offer: 'open' };
export const memberBy = (accountId: string): Standing => ({ account_id: accountId, offer: null });

type Step = Pick<ChangeStep, 'trx' | 'ground' | 'schoolId' | 'at'>;

/**
 * Who logs in under an address. An account that another school has is only asked: this school learns nothing of it and
 * gives it nothing before its person has accepted (docs/specs/sites.md). One of this school is taken; else one is made.
 */
export async function standingFor(step: Step, email: string | null): Promise<Standing> {
  if (email === null) return nobody;
  const { trx, ground, schoolId, at } = step;
  const index = emailIndex(ground.keys, email);
  const known = await findHeldAccount(step, index);
  if (known !== null) return (await isOfAnotherSchool(trx, known, schoolId)) ? offered : memberBy(known);
  const id = uuidv7(ground.clock.now());
  const cells = cellsOf(ground.keys, ACCOUNTS, 'accounts').seal(id, { email });
  await trx('accounts').insert({ id, email_index: index, ...cells, created_at: at });
  return memberBy(id);
}

/** Writes the offer that goes with a standing, once the staff row is there; takes an old one away otherwise. */
export async function noteStanding(
  { trx, ground, schoolId, at }: Step,
  staffId: string,
  standing: Standing,
  email: string | null,
): Promise<void> {
  if (standing.offer === 'open' && email !== null)
    await insertOffer(trx, { schoolId, staffId, emailIndex: emailIndex(ground.keys, email) }, at);
  else await trx('membership_offers').where({ school_id: schoolId, staff_id: staffId }).delete();
}
