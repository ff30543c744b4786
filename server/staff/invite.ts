import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { DAY, HOUR, MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { queueMessages } from '../messages/queue';
import { schoolOrigin } from '../messages/school-origin';
import { readStaffNames } from '../school/names';
import { readSchool } from '../school/school';
import { findAccount, openEmail } from './account-store';
import { insertLink } from './link-store';

/** An invitation is good for a week; who has a password gets a link as from the log-in page (product.md section 2). */
const INVITED = 7 * DAY;

/**
 * Mails one person a link to choose a password, sent by an administrator. Choosing one never elevates.
 * @throws problem 'not-found' for leavers and other schools; 'not-valid' where there is no address
 */
export async function sendFirstLogIn(ground: Ground, actor: StaffActor, staffId: string): Promise<void> {
  const { schoolId } = actor;
  const reader = ground.database.read;
  const person = await reader('staff')
    .where({ school_id: schoolId, id: staffId })
    .whereNull('disabled_at')
    .first('account_id');
  if (!person) throw problem('not-found');
  const account = person.account_id ? await findAccount(reader, schoolId, { id: person.account_id }) : null;
  if (!account) {
    throw problem('not-valid', {
      field: 'params.id',
      title: 'This person has no e-mail address. Write one first.',
    });
  }
  const fresh = account.password_hash === null;
  const life = fresh ? INVITED : HOUR;
  const [school, names, origin] = [
    await readSchool(reader, ground, schoolId),
    await readStaffNames(reader, ground, schoolId, [staffId]),
    await schoolOrigin(ground, schoolId),
  ];
  await ground.database.write(async (trx) => {
    const purpose = fresh ? 'invite' : 'reset';
    const link = await insertLink(trx, ground, { accountId: account.id, purpose, life });
    const content = {
      to: openEmail(ground, account),
      name: names.get(staffId)?.name ?? '',
      url: `${origin}/welcome#${link.token}`,
      schoolName: school.name,
      minutes: life / MINUTE,
      invited: true,
    };
    await queueMessages(trx, ground, [
      { schoolId, channel: 'email', template: 'link', staffId, content, once: `link:${link.id}` },
    ]);
    await appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: actor.staffId,
      what: 'link.mailed',
      object: `staff:${staffId}`,
      facts: { purpose },
    });
  });
}
