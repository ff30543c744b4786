import { appendAudit } from '../audit/append';
import { HOUR, MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { queueMessages } from '../messages/queue';
import { readStaffNames } from '../school/names';
import { readSchool } from '../school/school';
import { emailIndex, findAccount, openEmail } from './account-store';
import { personHere } from './offers/person-here';
import { insertLink } from './link-store';
import { linkOrigin } from './link-origin';
import { takeTries } from './tries';

const LIFE = HOUR;
/** Mails per address and hour: more would let anybody fill a person's mailbox. */
const MAILS = { most: 3, seconds: 3600 } as const;

/**
 * Mails a link to choose a password, where the address belongs to somebody of this school, or somebody whom it asks to
 * join and who may have forgotten theirs; otherwise does nothing.
 * Runs after the answer has been given (`Afterwards`).
 * @param origin where the person opened Heed
 */
export async function mailLink(
  ground: Ground,
  given: { schoolId: string | null; email: string; origin: string },
): Promise<void> {
  const { schoolId } = given;
  if (schoolId === null) return;
  const reader = ground.database.read;
  const account = await findAccount(reader, schoolId, { email_index: emailIndex(ground.keys, given.email) });
  const staffId = account && (await personHere(reader, schoolId, account));
  if (!account || !staffId) return;
  const taken = await takeTries(ground, [{ name: `link:${account.id}`, ...MAILS }]);
  if ('retryAfter' in taken) return;
  const school = await readSchool(reader, ground, schoolId);
  const names = await readStaffNames(reader, ground, schoolId, [staffId]);
  await ground.database.write(async (trx) => {
    const link = await insertLink(trx, ground, { accountId: account.id, purpose: 'reset', life: LIFE });
    const content = {
      to: openEmail(ground, account),
      name: names.get(staffId)?.name ?? '',
      url: `${linkOrigin(ground, given.origin)}/welcome#${link.token}`,
      schoolName: school.name,
      minutes: LIFE / MINUTE,
    };
    await queueMessages(trx, ground, [
      { schoolId, channel: 'email', template: 'link', staffId, content, once: `link:${link.id}` },
    ]);
    await appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: 'anybody',
      what: 'link.mailed',
      object: `staff:${staffId}`,
    });
  });
}
