import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { queueMessages } from '../messages/queue';
import { savePassword } from './account-store';
import { markBrowser } from './browser-store';
import { checkLink } from './check-link';
import { useLink } from './link-store';
import { needStrongPassword } from './need-strong-password';
import { noteAtEverySchool } from './memberships';
import { hashPassword } from './passwords';
import { endSessions, listOpenSessions } from './session-store';
import { dropPendingKeys } from './pending-keys';

/**
 * Saves a password by a mailed link and uses the link up; of two at once one wins. Ends every session of the account
 * and mails a notice. Never elevates, never touches a saved security key (product.md section 2, point 2). The browser
 * counts as known from now on: whoever reads the mailbox can log in past a flood of wrong passwords.
 * @throws problem 'link-used'; 'password-weak' with the reason, and the link still works
 */
export async function choosePassword(
  ground: Ground,
  given: { schoolId: string | null; token: string; password: string; browserToken: string | undefined },
): Promise<{ email: string; browserToken: string }> {
  const { schoolId } = given;
  const link = await checkLink(ground, schoolId, given.token);
  if (!link || schoolId === null) throw problem('link-used');
  const { accountId, staffId, email } = link;
  const content = await needStrongPassword(ground, { schoolId, staffId, email }, given.password);
  const hash = await hashPassword(given.password);
  const now = timeStamp(ground.clock);
  return ground.database.write(async (trx) => {
    if (!(await useLink(trx, ground, accountId, given.token))) throw problem('link-used');
    await savePassword(trx, accountId, hash, now);
    await dropPendingKeys(trx, accountId);
    await endSessions(trx, await listOpenSessions(trx, { account_id: accountId }), now);
    const { token: browserToken } = await markBrowser(trx, ground, accountId, given.browserToken);
    const once = `password-changed:${accountId}:${now}`;
    await queueMessages(trx, ground, [
      { schoolId, channel: 'email', template: 'password-changed', staffId, content, once },
    ]);
    await noteAtEverySchool(trx, accountId, (own) => ({
      at: now,
      what: 'password.chosen',
      object: `staff:${own}`,
      facts: { first: !link.hasPassword },
    }));
    // The school that only asks learns that its link was used, and nothing of the account.
    if (!link.member)
      await appendAudit(trx, {
        schoolId,
        at: now,
        actor: staffId,
        what: 'password.chosen',
        object: `staff:${staffId}`,
      });
    return { email, browserToken };
  });
}
