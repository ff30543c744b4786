import type { Kept } from '../../protocol/own-account';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { readSchool } from '../school/school';
import { PASSWORD_FRESH } from '../staff/session-life';
import { readKeptAccount } from './kept-account';
import { readKeptAudit } from './kept-audit';
import { readKeptHere } from './kept-here';

/**
 * What Heed keeps about this person, to download. Read from tables of accounts and devices alone: no record, no alert,
 * no message and no colleague is looked at, so that it cannot tell of any.
 * @throws problem 'password-needed' when the password was typed more than 5 minutes ago
 */
export async function downloadKept(ground: Ground, actor: StaffActor): Promise<Kept> {
  const { read } = ground.database;
  const session = await read('sessions').where({ id: actor.sessionId }).first('password_at');
  if (!session) throw problem('log-in-needed');
  if (ground.clock.now() - Date.parse(session.password_at) > PASSWORD_FRESH) throw problem('password-needed');
  const made = timeStamp(ground.clock);
  const [school, account, here, audit] = await Promise.all([
    readSchool(read, ground, actor.schoolId),
    readKeptAccount(ground, actor.accountId),
    readKeptHere(ground, actor),
    readKeptAudit(read, actor),
  ]);
  const { email, ...kept } = account;
  await ground.database.write((trx) =>
    appendAudit(trx, {
      schoolId: actor.schoolId,
      at: made,
      actor: actor.staffId,
      what: 'account.kept-downloaded',
      object: `staff:${actor.staffId}`,
    }),
  );
  return { made, school: school.name, ...kept, ...here, person: { ...here.person, email }, audit };
}
