import type { ReplyOf } from '../../protocol/endpoint';
import type { listOwnSites as endpoint } from '../../protocol/sites';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { countInbox } from '../inbox/count-inbox';
import { readSchool } from '../school/school';
import { findAccount } from '../staff/account-store';
import { elevatedActorOf } from '../staff/elevated-actor';
import { listMemberships, type Membership } from '../staff/memberships';
import { readOffers } from '../staff/offers/offer-store';

/**
 * The schools of one person beside this one, by name, each with the number of alerts that wait there: counted as that
 * school's own inbox counts them for this person, so that a number tells nobody of a record that they are not to know of.
 */
export async function listOwnSites(ground: Ground, actor: StaffActor): Promise<ReplyOf<typeof endpoint>> {
  const reader = ground.database.read;
  const account = await findAccount(reader, actor.schoolId, { id: actor.accountId });
  if (!account) throw problem('log-in-needed');
  const nameOf = async (schoolId: string) => (await readSchool(reader, ground, schoolId)).name;
  const others = (await listMemberships(reader, account.id)).filter((one) => one.schoolId !== actor.schoolId);
  const offers = await readOffers(reader, account.email_index);
  return {
    here: { schoolId: actor.schoolId, name: await nameOf(actor.schoolId) },
    others: await Promise.all(
      others.map(async (one) => ({
        schoolId: one.schoolId,
        name: await nameOf(one.schoolId),
        toRead: await countToRead(ground, one),
      })),
    ),
    offers: await Promise.all(
      offers.map(async ({ schoolId, offeredAt }) => ({ schoolId, name: await nameOf(schoolId), offeredAt })),
    ),
  };
}

async function countToRead(ground: Ground, { schoolId, staffId }: Membership): Promise<number> {
  const there = await elevatedActorOf(ground.database.read, schoolId, staffId);
  if (!there) return 0;
  // Elevation here is none there: no more than the inbox says before a code.
  return (await countInbox(ground, { ...there, elevated: false })).toRead;
}
