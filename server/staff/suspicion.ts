import { appendAudit } from '../audit/append';
import { DAY, timeStamp } from '../clock';
import type { Ground } from '../ground';
import type { Transaction } from '../storage/database';
import { emailIndex, findAccount } from './account-store';
import { mailStaff } from './mail-staff';
import { takeTries } from './tries';

/**
 * Tells a person that their account was used in a browser in which they never logged in before, in the transaction of
 * that log-in (ASVS 5.0, 6.3.5): the one sign of a stolen password that reaches its owner.
 */
export async function mailNewBrowser(
  trx: Transaction,
  ground: Ground,
  who: { schoolId: string; staffId: string },
  session: { browser: string; sessionId: string },
): Promise<void> {
  await mailStaff(trx, ground, who.schoolId, [who.staffId], () => ({
    template: 'new-browser',
    more: { browser: session.browser },
    once: `new-browser:${session.sessionId}`,
  }));
}

/**
 * Tells a person, once a day, that somebody tries passwords for their account; does nothing for an address that nobody
 * of this school has. Runs after the answer has been given (`Afterwards`), which is the same for every address.
 */
export async function tellOfWrongPasswords(
  ground: Ground,
  given: { schoolId: string | null; email: string },
): Promise<void> {
  const { schoolId } = given;
  if (schoolId === null) return;
  const index = { email_index: emailIndex(ground.keys, given.email) };
  const account = await findAccount(ground.database.read, schoolId, index);
  if (!account?.staff_id) return;
  const staffId = account.staff_id;
  const once = await takeTries(ground, [
    { name: `passwords-guessed:${account.id}`, most: 1, seconds: DAY / 1000 },
  ]);
  if ('retryAfter' in once) return;
  const now = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    await mailStaff(trx, ground, schoolId, [staffId], () => ({
      template: 'passwords-guessed',
      more: {},
      once: `passwords-guessed:${account.id}:${now}`,
    }));
    await appendAudit(trx, {
      schoolId,
      at: now,
      actor: 'anybody',
      what: 'passwords.guessed',
      object: `staff:${staffId}`,
    });
  });
}
