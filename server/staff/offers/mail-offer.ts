import { appendAudit } from '../../audit/append';
import { DAY, timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { queueMessages } from '../../messages/queue';
import type { Transaction } from '../../storage/database';
import { renewOffer } from './offer-store';

/** As long as an invitation (invite.ts). */
const OFFERED = 7 * DAY;

export interface MailedOffer {
  readonly schoolId: string;
  readonly staffId: string;
  readonly to: string;
  readonly name: string;
  readonly schoolName: string;
  /** The school's own, without a trailing slash. */
  readonly origin: string;
}

/**
 * Mails somebody that a school asks them to join, in the caller's transaction. The audit has the same words as for any
 * invitation, so that it does not tell the office of an account elsewhere.
 */
export async function mailOffer(
  trx: Transaction,
  ground: Ground,
  offer: MailedOffer,
  by: string,
): Promise<void> {
  const { schoolId, staffId, to, name, schoolName, origin } = offer;
  const at = timeStamp(ground.clock);
  const token = await renewOffer(trx, ground, offer, OFFERED);
  const content = { to, name, schoolName, url: `${origin}/join#${token}`, days: OFFERED / DAY };
  await queueMessages(trx, ground, [
    {
      schoolId,
      channel: 'email',
      template: 'membership-offer',
      staffId,
      content,
      once: `offer:${staffId}:${at}`,
    },
  ]);
  await appendAudit(trx, {
    schoolId,
    at,
    actor: by,
    what: 'link.mailed',
    object: `staff:${staffId}`,
    facts: { purpose: 'invite' },
  });
}
