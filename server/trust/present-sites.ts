import type { ReplyOf } from '../../protocol/endpoint';
import type { inviteSite } from '../../protocol/trust';
import type { SiteInvitation } from '../set-up/site-invitations';

/** A link as whoever may send them sees it; never its token. */
export function presentInvitation(invitation: SiteInvitation): ReplyOf<typeof inviteSite> {
  const { id, site, contactName, email, sent, expires } = invitation;
  return { id, site, contactName, email, sent, expires };
}
