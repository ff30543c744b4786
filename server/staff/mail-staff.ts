import type { Ground } from '../ground';
import { queueMessages, type NewMessage } from '../messages/queue';
import { readStaffNames } from '../school/names';
import { readSchool } from '../school/school';
import type { Transaction } from '../storage/database';
import { readMailboxes } from './account-store';

/** One mail to a staff member: the template, what it says beside name and school, and what names it for ever. */
export type StaffMail = Pick<NewMessage, 'template' | 'once'> & { more: Record<string, string> };

/** Queues a mail to each of these people who have not left and have an address, in the caller's transaction. */
export async function mailStaff(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  staffIds: readonly string[],
  make: (staffId: string) => StaffMail,
): Promise<void> {
  const school = await readSchool(trx, ground, schoolId);
  const names = await readStaffNames(trx, ground, schoolId, staffIds);
  const mailboxes = await readMailboxes(trx, ground, schoolId, staffIds);
  const messages = mailboxes.map(({ staffId, email }): NewMessage => {
    const { template, more, once } = make(staffId);
    const name = names.get(staffId)?.name ?? '';
    const content = { to: email, name, schoolName: school.name, ...more };
    return { schoolId, channel: 'email', template, staffId, content, once };
  });
  await queueMessages(trx, ground, messages);
}
