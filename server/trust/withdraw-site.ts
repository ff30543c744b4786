import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { endInvitation, listInvitations } from '../set-up/site-invitations';

/** Withdraws a link that was not used; the name of its site is free again. @throws problem 'not-found' */
export async function withdrawSite(ground: Ground, actor: StaffActor, id: string): Promise<void> {
  const { schoolId, staffId } = actor;
  await ground.database.write(async (trx) => {
    const invitation = (await listInvitations(trx, ground)).find((one) => one.id === id);
    if (!invitation || !(await endInvitation(trx, ground, id, 'withdrawn_at'))) throw problem('not-found');
    await appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: staffId,
      what: 'site.withdrawn',
      object: `site:${id}`,
      facts: { site: invitation.site },
    });
  });
}
