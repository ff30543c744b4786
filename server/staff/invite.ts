import { staffRefusals } from '../../protocol/words/refusals/staff';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { DAY, HOUR, MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { queueMessages } from '../messages/queue';
import { schoolOrigin } from '../messages/school-origin';
import { readStaffNames } from '../school/names';
import { readSchool } from '../school/school';
import type { Reader, Transaction } from '../storage/database';
import type { AccountRow } from '../storage/rows/accounts';
import { cellsOf } from '../storage/cells';
import type { StaffRow } from '../storage/rows/school';
import { openEmail } from './account-store';
import { insertLink } from './link-store';
import { mailOffer } from './offers/mail-offer';
import { noteStanding, standingFor } from './offers/standing';

/** An invitation is good for a week; who has a password gets a link as from the log-in page (product.md section 2). */
const INVITED = 7 * DAY;

type InvitedAccount = Pick<AccountRow, 'id' | 'password_hash'>;

/** Somebody who can be sent a link. */
interface Invited {
  readonly staffId: string;
  readonly name: string;
  readonly to: string;
  /** Null for whoever has an account at another school, and is asked to join. */
  readonly account: InvitedAccount | null;
}

/**
 * Mails one person a link to choose a password, sent by an administrator. Choosing one never elevates.
 * @throws problem 'not-found' for leavers and other schools; 'not-valid' where there is no address
 */
export async function sendFirstLogIn(ground: Ground, actor: StaffActor, staffId: string): Promise<void> {
  const there = await ground.database
    .read('staff')
    .where({ school_id: actor.schoolId, id: staffId })
    .whereNull('disabled_at')
    .first('id');
  if (!there) throw problem('not-found');
  const people = await readInvitable(ground, actor.schoolId, [staffId]);
  if (people.length === 0) {
    throw problem('not-valid', {
      field: 'params.id',
      title: staffRefusals.noAddress,
    });
  }
  await mailLinks(ground, actor, people);
}

/**
 * Mails several people a link to choose a password. `waiting`: everybody who was sent one and has not logged in yet.
 * Leavers, people without an address and ids of other schools are left out. @returns who is mailed
 */
export async function mailFirstLogIns(
  ground: Ground,
  actor: StaffActor,
  { to, rehearse }: { to: 'waiting' | readonly string[]; rehearse: boolean },
): Promise<{ id: string; name: string }[]> {
  const { schoolId } = actor;
  const ids = to === 'waiting' ? await readWaiting(ground.database.read, schoolId) : to;
  const people = await readInvitable(ground, schoolId, ids);
  if (!rehearse && people.length > 0) await mailLinks(ground, actor, people);
  return people.map(({ staffId, name }) => ({ id: staffId, name }));
}

/** Staff who were sent a link and have never logged in. */
async function readWaiting(reader: Reader, schoolId: string): Promise<string[]> {
  const linked = await reader('staff')
    .join('accounts', 'accounts.id', 'staff.account_id')
    .where('staff.school_id', schoolId)
    .whereNull('staff.disabled_at')
    .whereNull('accounts.first_log_in_at')
    .whereIn('accounts.id', reader('links').whereNotNull('account_id').select('account_id'))
    .pluck<string[]>('staff.id');
  const asked = await reader('staff')
    .where({ school_id: schoolId, offer: 'open' })
    .whereNull('disabled_at')
    .whereIn(
      'id',
      reader('membership_offers').where({ school_id: schoolId }).whereNotNull('mailed_at').select('staff_id'),
    )
    .pluck<string[]>('id');
  return [...linked, ...asked];
}

async function readInvitable(
  ground: Ground,
  schoolId: string,
  staffIds: readonly string[],
): Promise<Invited[]> {
  const reader = ground.database.read;
  const rows = await reader('staff')
    .leftJoin('accounts', 'accounts.id', 'staff.account_id')
    .where('staff.school_id', schoolId)
    .whereIn('staff.id', staffIds)
    .whereNull('staff.disabled_at')
    .orderBy('staff.id')
    .select<
      InvitableRow[]
    >('staff.id', 'staff.email', 'staff.offer', 'accounts.id as account', 'accounts.email as address', 'accounts.password_hash');
  const names = await readStaffNames(reader, ground, schoolId, staffIds);
  const cells = cellsOf(ground.keys, schoolId, 'staff');
  return rows.flatMap((row): Invited[] => {
    const { id: staffId, account: id, address: email, password_hash } = row;
    const name = names.get(staffId)?.name ?? '';
    if (id !== null && email !== null)
      return [{ staffId, name, to: openEmail(ground, { id, email }), account: { id, password_hash } }];
    const to = row.offer === null ? null : cells.open(staffId, 'email', row.email);
    return to === null ? [] : [{ staffId, name, to, account: null }];
  });
}

type InvitableRow = Pick<StaffRow, 'id' | 'email' | 'offer'> &
  Pick<AccountRow, 'password_hash'> & { account: string | null; address: Buffer | null };

async function mailLinks(ground: Ground, actor: StaffActor, people: readonly Invited[]): Promise<void> {
  const { schoolId } = actor;
  const school = await readSchool(ground.database.read, ground, schoolId);
  const origin = await schoolOrigin(ground, schoolId);
  await ground.database.write(async (trx) => {
    for (const person of people) await mailOne(trx, ground, actor, { person, school: school.name, origin });
  });
}

/**
 * Whoever was asked to join may have another address at the other school by now: then this one is nobody's, and the
 * person is invited as anybody is. @returns null while an account of another school has it
 */
async function takeFree(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  { staffId, to }: Invited,
): Promise<InvitedAccount | null> {
  const step = { trx, ground, schoolId, at: timeStamp(ground.clock) };
  const standing = await standingFor(step, to);
  if (standing.account_id === null) return null;
  await trx('staff').where({ school_id: schoolId, id: staffId }).update(standing);
  await noteStanding(step, staffId, standing, to);
  const account = await trx('accounts').where({ id: standing.account_id }).first('id', 'password_hash');
  return account ?? null;
}

async function mailOne(
  trx: Transaction,
  ground: Ground,
  { schoolId, staffId: by }: StaffActor,
  given: { person: Invited; school: string; origin: string },
): Promise<void> {
  const { school: schoolName, origin } = given;
  const { staffId, name, to } = given.person;
  const account = given.person.account ?? (await takeFree(trx, ground, schoolId, given.person));
  if (account === null)
    return mailOffer(trx, ground, { schoolId, staffId, to, name, schoolName, origin }, by);
  const purpose = account.password_hash === null ? 'invite' : 'reset';
  const life = purpose === 'invite' ? INVITED : HOUR;
  const link = await insertLink(trx, ground, { accountId: account.id, purpose, life });
  const content = {
    to,
    name,
    url: `${origin}/welcome#${link.token}`,
    schoolName,
    minutes: life / MINUTE,
    invited: true,
  };
  await queueMessages(trx, ground, [
    { schoolId, channel: 'email', template: 'link', staffId, content, once: `link:${link.id}` },
  ]);
  await appendAudit(trx, {
    schoolId,
    at: timeStamp(ground.clock),
    actor: by,
    what: 'link.mailed',
    object: `staff:${staffId}`,
    facts: { purpose },
  });
}
