import { siteRefusals } from '../../protocol/words/refusals/school';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { DAY, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { queueMessages } from '../messages/queue';
import { readSchool } from '../school/school';
import { siteFault } from '../set-up/check-cells';
import {
  INVITATION_LIFE,
  insertInvitation,
  listInvitations,
  type SiteInvitation,
} from '../set-up/site-invitations';
import type { Transaction } from '../storage/database';

export interface NewSite {
  readonly site: string;
  readonly contactName: string;
  readonly email: string;
}

/**
 * Reserves the name of a site and mails its main contact the link with which they upload their spreadsheet. Whoever
 * sends it gets nothing of that school: the link goes to the contact alone, and the school's people are its own.
 * @throws problem 'not-valid' that names the field: no name for an address, taken, or reserved by another link
 */
export async function inviteSite(ground: Ground, actor: StaffActor, given: NewSite): Promise<SiteInvitation> {
  const fault = siteFault(given.site);
  if (fault) throw problem('not-valid', { field: 'body.site', title: `${fault.join('. ')}.` });
  const { name: schoolName } = await readSchool(ground.database.read, ground, actor.schoolId);
  return ground.database.write(async (trx) => {
    await mustBeFree(trx, ground, given.site);
    const { schoolId, staffId } = actor;
    const { invitation, token } = await insertInvitation(trx, ground, { ...given, schoolId, staffId });
    const origin = ground.settings.publicUrl.origin;
    const content = {
      to: given.email,
      name: given.contactName,
      schoolName,
      site: given.site,
      url: `${origin}/set-up#${token}`,
      days: INVITATION_LIFE / DAY,
    };
    const once = `site-invitation:${invitation.id}`;
    await queueMessages(trx, ground, [
      { schoolId, channel: 'email', template: 'site-invitation', staffId: null, content, once },
    ]);
    await appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: staffId,
      what: 'site.invited',
      object: `site:${invitation.id}`,
      facts: { site: given.site },
    });
    return invitation;
  });
}

async function mustBeFree(trx: Transaction, ground: Ground, site: string): Promise<void> {
  const school: unknown = await trx('schools').where({ site }).first('id');
  if (school) throw taken(siteRefusals.nameTaken);
  const reserved = (await listInvitations(trx, ground)).some((one) => one.site === site);
  if (reserved) throw taken(siteRefusals.linkOnItsWay);
}

const taken = (title: string) => problem('not-valid', { field: 'body.site', title });
