import { accountRefusals } from '../../protocol/words/refusals/account';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { emailIndex, findAccount, holdsPassword, openEmail } from './account-store';
import { needPasswordTry } from './password-tries';
import { verifyPassword } from './passwords';
import { notePassword } from './session-store';
import { giveBack } from './tries';

/**
 * The person types their password again in a running session.
 * @throws problem 'log-in-failed' when it is wrong; 'too-many' with the seconds to wait; 'log-in-needed' when the
 * session ended meanwhile
 */
export async function proveAgain(
  ground: Ground,
  actor: StaffActor,
  given: { password: string; browserToken: string | undefined },
): Promise<void> {
  const account = await findAccount(ground.database.read, actor.schoolId, { id: actor.accountId });
  if (!account) throw problem('log-in-needed');
  const index = emailIndex(ground.keys, openEmail(ground, account));
  const tries = await needPasswordTry(ground, index, given.browserToken);
  if (!(await verifyPassword(account.password_hash, given.password))) throw notYours();
  const now = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    if (!(await holdsPassword(trx, account))) throw notYours();
    await giveBack(trx, tries);
    if (!(await notePassword(trx, actor.sessionId, now))) throw problem('log-in-needed');
    await appendAudit(trx, {
      schoolId: actor.schoolId,
      at: now,
      actor: actor.staffId,
      what: 'session.password-again',
      object: `session:${actor.sessionId}`,
    });
  });
}

const notYours = () => problem('log-in-failed', { title: accountRefusals.wrongPassword });
