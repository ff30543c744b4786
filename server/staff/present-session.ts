import { actions } from '../../protocol/actions';
import type { Session } from '../../protocol/accounts';
import { isLead, type StaffActor } from '../access/actor';
import { anyObject, can } from '../access/can';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { initialsOf, readStaffNames } from '../school/names';
import { readSessionLimits } from '../school/settings';
import { readSchool } from '../school/school';
import { findAccount, openEmail } from './account-store';
import { listMemberships } from './memberships';
import { readOffers } from './offers/offer-store';
import { elevatedUntil } from './session-life';
import { findSessionById, listKeyKinds } from './session-store';

/** What a page may know of its own session, read afresh. @throws problem 'log-in-needed' when it just ended */
export async function presentSession(ground: Ground, actor: StaffActor): Promise<Session> {
  const { schoolId, staffId } = actor;
  const reader = ground.database.read;
  const [session, limits, school, names, account, keyKinds] = await Promise.all([
    findSessionById(reader, actor.sessionId, timeStamp(ground.clock)),
    readSessionLimits(reader, ground, schoolId),
    readSchool(reader, ground, schoolId),
    readStaffNames(reader, ground, schoolId, [staffId]),
    findAccount(reader, schoolId, { id: actor.accountId }),
    listKeyKinds(reader, actor.accountId, timeStamp(ground.clock)),
  ]);
  const [schools, offers] = await Promise.all([
    listMemberships(reader, actor.accountId),
    account ? readOffers(reader, account.email_index) : [],
  ]);
  const person = names.get(staffId);
  if (!session || !person || !account) throw problem('log-in-needed');
  const until = elevatedUntil(session, limits, ground.clock.now());
  const now: StaffActor = { ...actor, elevated: until !== null, keyHolder: session.saved_keys > 0 };
  return {
    staffId,
    schoolId,
    schoolName: school.name,
    name: person.name,
    shortName: person.first,
    initials: initialsOf(person.name),
    email: openEmail(ground, account),
    keyHolder: session.counting_keys > 0,
    keyKinds,
    higherLevel: actor.group.higherLevel,
    lead: isLead(actor),
    severalSites: schools.some((one) => one.schoolId !== schoolId),
    asked: offers.length > 0,
    passwordAt: session.password_at,
    rightsEnded: session.rights_ended,
    elevatedUntil: until === null ? null : new Date(until).toISOString(),
    keepsSites: actor.keepsSites,
    administrator: actor.group.administration.size > 0,
    may: actions.filter((action) => can(now, action, anyObject)),
  };
}
