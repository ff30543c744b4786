import type { Assertion } from '../../../protocol/fresh-proof';
import { passkeyRefusals } from '../../../protocol/words/refusals/security-keys';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { findAccount } from '../../staff/account-store';
import { beginSession, type Beginning, type Begun, type Member } from '../../staff/begin-session';
import { needLogInTry } from '../../staff/password-tries';
import { isToken } from '../../staff/tokens';
import { giveBack } from '../../staff/tries';
import type { Transaction } from '../../storage/database';
import type { HeldSecurityKey } from '../key-store';
import { logInBy } from './ask-passkey';
import { noteCopied } from './note-copied';
import { credentialIndex, findPasskey } from './passkey-store';
import { userHandleOf } from './relying-party';
import { usePasskey } from './use-passkey';
import { verifyAssertion, type RightAnswer } from './verify-assertion';

export interface PasskeyLogIn extends Beginning {
  readonly schoolId: string | null;
  readonly answer: Assertion;
  /** The mark of the browser for which the challenge was made. */
  readonly mark: string | undefined;
  readonly origin: string;
}

/**
 * Begins a session by a passkey; it gives no full access. An unknown passkey, a removed one, one that waits to be
 * confirmed, somebody who left and a member of another school get the same answer after the same work.
 * @throws problem 'log-in-failed'; 'too-many' with the seconds to wait
 */
export async function logInByPasskey(ground: Ground, given: PasskeyLogIn): Promise<Begun> {
  const { answer, schoolId } = given;
  const reader = ground.database.read;
  const key = await findPasskey(reader, ground.keys, answer.id);
  const index = credentialIndex(ground.keys, answer.id);
  const accountId = key?.accountId ?? '';
  const tries = await needLogInTry(
    ground,
    { what: `passkey:${index}`, whose: { accountId } },
    given.browserToken,
  );
  const account = await findAccount(reader, schoolId ?? '', { id: accountId });
  const right = await verifyAssertion(ground, given.origin, key, answer);
  const counts = key !== null && key.countsFrom !== null && key.countsFrom <= timeStamp(ground.clock);
  if (!right || !counts || !isOwner(answer, accountId)) throw failed();
  if (!account || account.staff_id === null || schoolId === null) throw failed();
  const firstLogIn = account.first_log_in_at === null;
  const member = { accountId, schoolId, staffId: account.staff_id, firstLogIn };
  const begun = await ground.database.write(async (trx) => {
    if (!(await settle(trx, ground, { given, key, right, member }))) return null;
    await giveBack(trx, tries);
    return beginSession(trx, ground, member, { ...given, by: 'passkey' });
  });
  if (!begun) throw failed();
  return begun;
}

/** Uses the answer up; what is written of a copied passkey stays although the log-in is refused. */
async function settle(
  trx: Transaction,
  ground: Ground,
  it: { given: PasskeyLogIn; key: HeldSecurityKey; right: RightAnswer; member: Member },
): Promise<boolean> {
  const { mark } = it.given;
  if (!isToken(mark)) return false;
  const use = await usePasskey(trx, ground, it.key, it.right, logInBy(mark));
  if (use === 'copied') await noteCopied(trx, ground, it.member, it.key);
  return use === 'right';
}

/** The authenticator names the account for which it made the passkey (WebAuthn, section 7.2, step 6). */
function isOwner({ response }: Assertion, accountId: string): boolean {
  return response.userHandle === userHandleOf(accountId).toString('base64url');
}

const failed = () =>
  problem('log-in-failed', {
    title: passkeyRefusals.doesNotLogIn,
  });
