import type { ReplyOf } from '../../protocol/endpoint';
import type { ListedStaff, listStaff as endpoint } from '../../protocol/staff';
import { locale } from '../../protocol/words/language';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readNamed } from '../school/names';
import { groupsWithoutLogIn } from '../school/without-log-in';
import { cellsOf } from '../storage/cells';
import type { StaffRow } from '../storage/rows/school';
import type { SlipRow } from '../storage/rows/slips';
import { readProgress, type Progress } from './read-progress';
import { slipState } from './slips/slip-state';

/** 1A before 10A. */
const byName = new Intl.Collator(locale, { numeric: true });

/** Everybody on the staff, leavers too, with the words to choose from. A fixed number of statements. */
export async function listStaff(ground: Ground, schoolId: string): Promise<ReplyOf<typeof endpoint>> {
  const reader = ground.database.read;
  const here = { school_id: schoolId };
  const now = timeStamp(ground.clock);
  const [rows, progress, groups, slipGroups, groupNames, classes, deputies] = await Promise.all([
    reader('staff').where(here).orderBy('id'),
    readProgress(reader, schoolId, now),
    reader('user_groups').where(here).select('id', 'higher_level', 'built_in'),
    groupsWithoutLogIn(reader, schoolId),
    readNamed(reader, ground, schoolId, 'user_groups'),
    readNamed(reader, ground, schoolId, 'classes'),
    reader('duty_list')
      .where({ ...here, role: 'deputy' })
      .orderBy('position')
      .pluck<string[]>('staff_id'),
  ]);
  return {
    staff: rows.map((row) => ({
      ...showPerson(ground, row),
      ...showProgress(progress, row),
      takesSlip: row.email === null && row.disabled_at === null && slipGroups.has(row.group_id),
      slip: showSlip(progress.slips.get(row.id), now),
    })),
    groups: groups.map(({ id, higher_level, built_in }) => ({
      id,
      name: groupNames.get(id) ?? '',
      higherLevel: higher_level === 1,
      builtIn: built_in !== null,
    })),
    classes: [...classes].map(([id, name]) => ({ id, name })).sort((a, b) => byName.compare(a.name, b.name)),
    deputies,
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
    practisedAt: row.practised_at,
    declined: row.offer === 'declined',
  };
}

type Shown = Pick<
  ListedStaff,
  | 'classes'
  | 'duty'
  | 'invitedAt'
  | 'inviteFailed'
  | 'firstLogInAt'
  | 'key'
  | 'keys'
  | 'tablets'
  | 'alerted'
  | 'testedAt'
  | 'testFailed'
>;

function showSlip(slip: SlipRow | undefined, now: string): ListedStaff['slip'] {
  return slip ? { state: slipState(slip, now), expiresAt: slip.expires_at, usedAt: slip.used_at } : null;
}

function showProgress(progress: Progress, { id, account_id: account }: StaffRow): Shown {
  const of = <T>(map: ReadonlyMap<string, T>) => (account === null ? undefined : map.get(account));
  const keys = of(progress.keys) ?? [];
  const tested = progress.tested.get(id);
  return {
    classes: progress.classes.get(id) ?? [],
    duty: progress.duty.get(id) ?? [],
    invitedAt: of(progress.invited) ?? progress.asked.get(id) ?? null,
    inviteFailed: progress.bounced.has(id),
    firstLogInAt: of(progress.logIns) ?? null,
    key: keys.length === 0 ? 'none' : keys.includes('saved') ? 'saved' : 'waits',
    keys: keys.length,
    tablets: new Set(progress.tablets.get(id)).size,
    alerted: progress.alerted.has(id),
    testedAt: tested?.sentAt ?? null,
    testFailed: tested?.failed ?? false,
  };
}
