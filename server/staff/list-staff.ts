import type { ReplyOf } from '../../protocol/endpoint';
import type { ListedStaff, listStaff as endpoint } from '../../protocol/staff';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readNamed } from '../school/names';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import { groupBy } from '../storage/group-by';
import type { StaffRow } from '../storage/rows/school';

/** Everybody on the staff, leavers too, with the words to choose from. A fixed number of statements. */
export async function listStaff(ground: Ground, schoolId: string): Promise<ReplyOf<typeof endpoint>> {
  const reader = ground.database.read;
  const here = { school_id: schoolId };
  const [rows, progress, groups, groupNames, classes] = await Promise.all([
    reader('staff').where(here).orderBy('id'),
    readProgress(reader, schoolId, timeStamp(ground.clock)),
    reader('user_groups').where(here).select('id', 'higher_level', 'built_in'),
    readNamed(reader, ground, schoolId, 'user_groups'),
    readNamed(reader, ground, schoolId, 'classes'),
  ]);
  return {
    staff: rows.map((row) => ({ ...showPerson(ground, row), ...showProgress(progress, row) })),
    groups: groups.map(({ id, higher_level, built_in }) => ({
      id,
      name: groupNames.get(id) ?? '',
      higherLevel: higher_level === 1,
      builtIn: built_in !== null,
    })),
    classes: [...classes].map(([id, name]) => ({ id, name })),
  };
}

type Texts = 'first_name' | 'last_name' | 'title' | 'known_as' | 'email' | 'phone' | 'job_title';

function showPerson(ground: Ground, row: StaffRow) {
  const cells = cellsOf(ground.keys, row.school_id, 'staff');
  const open = (column: Texts) => cells.open(row.id, column, row[column]);
  const [firstName, lastName] = [open('first_name') ?? '', open('last_name') ?? ''];
  const knownAs = open('known_as');
  return {
    id: row.id,
    name: `${knownAs ?? firstName} ${lastName}`.trim(),
    firstName,
    lastName,
    title: open('title'),
    knownAs,
    email: open('email'),
    phone: open('phone'),
    jobTitle: open('job_title'),
    groupId: row.group_id,
    leftAt: row.disabled_at,
  };
}

type Progress = Awaited<ReturnType<typeof readProgress>>;
type Shown = Pick<
  ListedStaff,
  'classes' | 'duty' | 'invitedAt' | 'firstLogInAt' | 'key' | 'tablets' | 'testedAt'
>;

function showProgress(progress: Progress, { id, account_id: account }: StaffRow): Shown {
  const of = <T>(map: ReadonlyMap<string, T>) => (account === null ? undefined : map.get(account));
  const keys = of(progress.keys);
  return {
    classes: progress.classes.get(id) ?? [],
    duty: progress.duty.get(id) ?? [],
    invitedAt: of(progress.invited) ?? null,
    firstLogInAt: of(progress.logIns) ?? null,
    key: keys === undefined ? 'none' : keys.includes('saved') ? 'saved' : 'waits',
    tablets: new Set(progress.tablets.get(id)).size,
    testedAt: progress.tested.get(id) ?? null,
  };
}

async function readProgress(reader: Reader, schoolId: string, now: string) {
  const here = { school_id: schoolId };
  const [classes, duty, accounts, invited, keys, tablets, tested] = await Promise.all([
    reader('staff_classes').where(here),
    reader('duty_list').where(here).select('staff_id', 'role'),
    reader('accounts').whereIn('id', accountsOf(reader, schoolId)).select('id', 'first_log_in_at'),
    readInvited(reader, schoolId),
    readKeys(reader, schoolId, now),
    readTablets(reader, schoolId),
    readTested(reader, schoolId),
  ]);
  return {
    classes: groupBy(
      classes,
      (row) => row.staff_id,
      (row) => row.class_id,
    ),
    duty: groupBy(
      duty,
      (row) => row.staff_id,
      (row) => row.role,
    ),
    logIns: new Map(accounts.map((row) => [row.id, row.first_log_in_at])),
    invited,
    keys,
    tablets,
    tested,
  };
}

const accountsOf = (reader: Reader, schoolId: string) =>
  reader('staff').where({ school_id: schoolId }).whereNotNull('account_id').select('account_id');

async function readInvited(reader: Reader, schoolId: string): Promise<Map<string, string>> {
  const rows = await reader('links')
    .whereIn('account_id', accountsOf(reader, schoolId))
    .groupBy('account_id')
    .select<{ account_id: string; at: string }[]>('account_id', reader.raw('max(created_at) as at'));
  return new Map(rows.map((row) => [row.account_id, row.at]));
}

async function readKeys(reader: Reader, schoolId: string, now: string) {
  const rows = await reader('security_keys')
    .whereIn('account_id', accountsOf(reader, schoolId))
    .where({ state: 'saved' })
    .whereNull('removed_at')
    .select('account_id', 'counts_from');
  return groupBy(
    rows,
    (row) => row.account_id,
    (row) => (row.counts_from !== null && row.counts_from <= now ? 'saved' : 'waits'),
  );
}

async function readTablets(reader: Reader, schoolId: string): Promise<Map<string, string[]>> {
  const rows = await reader('author_keys as k')
    .join('devices as d', (on) => on.on('d.id', 'k.device_id').andOn('d.school_id', 'k.school_id'))
    .where({ 'k.school_id': schoolId })
    .whereNull('k.removed_at')
    .whereNull('d.revoked_at')
    .select<{ staff_id: string; device_id: string }[]>('k.staff_id', 'k.device_id');
  return groupBy(
    rows,
    (row) => row.staff_id,
    (row) => row.device_id,
  );
}

async function readTested(reader: Reader, schoolId: string): Promise<Map<string, string>> {
  const rows = await reader('messages')
    .where({ school_id: schoolId, template: 'test', state: 'sent' })
    .whereNotNull('staff_id')
    .groupBy('staff_id')
    .select<{ staff_id: string; at: string }[]>('staff_id', reader.raw('max(sent_at) as at'));
  return new Map(rows.map((row) => [row.staff_id, row.at]));
}
