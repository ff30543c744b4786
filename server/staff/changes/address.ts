import type { ChangeStep } from '../../school/apply-change';
import { cellsOf } from '../../storage/cells';
import { ACCOUNTS } from '../../storage/key-ring';
import type { StaffRow } from '../../storage/rows/school';
import { emailIndex } from '../account-store';
import { findHeldAccount } from '../closed-accounts';
import { isOfAnotherSchool } from '../memberships';
import { memberBy, nobody, standingFor, type Standing } from '../offers/standing';

/**
 * How somebody logs in from now on. An account that no other school knows keeps its password and its keys under the new
 * address; one of several schools stays as it is, since this school may change no other.
 */
export async function readdress(
  step: ChangeStep,
  person: Pick<StaffRow, 'account_id'>,
  email: string | null,
): Promise<Standing> {
  const { trx, ground } = step;
  if (email === null) return nobody;
  const index = emailIndex(ground.keys, email);
  const own = person.account_id;
  const taken = await findHeldAccount(step, index);
  if (own !== null && taken === own) return memberBy(own);
  if (own === null || taken !== null || (await isOfAnotherSchool(trx, own, step.schoolId)))
    return standingFor(step, email);
  const cells = cellsOf(ground.keys, ACCOUNTS, 'accounts').seal(own, { email });
  await trx('accounts')
    .where({ id: own })
    .update({ email_index: index, ...cells });
  // A link that was mailed to the old address must not open the account any more.
  await trx('links').where({ account_id: own }).whereNull('used_at').update({ used_at: step.at });
  return memberBy(own);
}
