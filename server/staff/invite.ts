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
import { openEmail } from './account-store';
import { insertLink } from './link-store';

/** An invitation is good for a week; who has a password gets a link as from the log-in page (product.md section 2). */
const INVITED = 7 * DAY;

/** Somebody who can be sent a link. */
interface Invited {
  readonly staffId: string;
  readonly name: string;
  readonly account: Pick<AccountRow, 'id' | 'email' | 'password_hash'>;
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
      title: 'This person has no e-mail address. Write one first.',
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
  return reader('staff')
    .join('accounts', 'accounts.id', 'staff.account_id')
    .where('staff.school_id', schoolId)
    .whereNull('staff.disabled_at')
    .whereNull('accounts.first_log_in_at')
    .whereIn('accounts.id', reader('links').whereNotNull('account_id').select('account_id'))
    .pluck<string[]>('staff.id');
}

async function readInvitable(
  ground: Ground,
  schoolId: string,
  staffIds: readonly string[],
): Promise<Invited[]> {
  const reader = ground.database.read;
  const rows = await reader('staff')
    .join('accounts', 'accounts.id', 'staff.account_id')
    .where('staff.school_id', schoolId)
    .whereIn('staff.id', staffIds)
    .whereNull('staff.disabled_at')
    .orderBy('staff.id')
    .select<
      (Invited['account'] & { staff_id: string })[]
    >('staff.id as staff_id', 'accounts.id', 'accounts.email', 'accounts.password_hash');
  const names = await readStaffNames(reader, ground, schoolId, staffIds);
  return rows.map(({ staff_id: staffId, ...account }) => ({
    staffId,
    name: names.get(staffId)?.name ?? '',
    account,
  }));
}

async function mailLinks(ground: Ground, actor: StaffActor, people: readonly Invited[]): Promise<void> {
  const { schoolId } = actor;
  const school = await readSchool(ground.database.read, ground, schoolId);
  const origin = await schoolOrigin(ground, schoolId);
  await ground.database.write(async (trx) => {
    for (const person of people) await mailOne(trx, ground, actor, { person, school: school.name, origin });
  });
}

async function mailOne(
  trx: Transaction,
  ground: Ground,
  { schoolId, staffId: by }: StaffActor,
  given: { person: Invited; school: string; origin: string },
): Promise<void> {
  const { account, staffId, name } = given.person;
  const purpose = account.password_hash === null ? 'invite' : 'reset';
  const life = purpose === 'invite' ? INVITED : HOUR;
  const link = await insertLink(trx, ground, { accountId: account.id, purpose, life });
  const content = {
    to: openEmail(ground, account),
    name,
    url: `${given.origin}/welcome#${link.token}`,
    schoolName: given.school,
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
