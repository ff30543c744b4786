import { accountRefusals } from '../../protocol/words/refusals/account';
import type { Ground } from '../ground';
import { problem, type ProblemError } from '../http/problem';
import { emailIndex, findAccount, holdsPassword } from './account-store';
import { beginSession, type Begun, type Beginning } from './begin-session';
import { findOpenOffer } from './offers/offer-store';
import { needPasswordTry } from './password-tries';
import { verifyPassword } from './passwords';
import { giveBack } from './tries';

export interface LogInGiven extends Beginning {
  readonly schoolId: string | null;
  readonly email: string;
  readonly password: string;
}

/**
 * Begins a session by address and password. An unknown address, a wrong password, somebody who left and a member of
 * another school get the same answer after the same work.
 * @param guessed told when the tries of this address are spent, before it is known whether anybody has it
 * @throws problem 'log-in-failed'; 'too-many' with the seconds to wait
 */
export async function logIn(ground: Ground, given: LogInGiven, guessed: () => void): Promise<Begun> {
  const index = emailIndex(ground.keys, given.email);
  const tries = await needPasswordTry(ground, index, given.browserToken, guessed);
  const account = await findAccount(ground.database.read, given.schoolId ?? '', { email_index: index });
  const right = await verifyPassword(account?.password_hash ?? null, given.password);
  if (!right || !account || given.schoolId === null) throw problem('log-in-failed');
  if (account.staff_id === null) throw await notHere(ground, given.schoolId, index);
  const member = {
    accountId: account.id,
    schoolId: given.schoolId,
    staffId: account.staff_id,
    firstLogIn: account.first_log_in_at === null,
  };
  return ground.database.write(async (trx) => {
    if (!(await holdsPassword(trx, account))) throw problem('log-in-failed');
    await giveBack(trx, tries);
    return beginSession(trx, ground, member, { ...given, by: 'password' });
  });
}

/** Whoever knows the password, and is asked to join this school, hears that they have not accepted yet. */
async function notHere(ground: Ground, schoolId: string, index: string): Promise<ProblemError> {
  const offer = await findOpenOffer(ground.database.read, schoolId, index);
  if (!offer) return problem('log-in-failed');
  return problem('log-in-failed', {
    field: 'body.email',
    title: accountRefusals.notJoined,
  });
}
