import type { DutyRole } from '../access/actor';
import type { RuleFacts, SchoolAccess } from '../access/reach';
import { loadRestrictions } from '../school/load-restrictions';
import type { Reader } from '../storage/database';
import { groupBy } from '../storage/group-by';

type Rows = ReturnType<typeof readRows> extends Promise<infer R> ? R : never;

/** Everything that decides who may read or be told what in one school, in a fixed number of statements. */
export async function loadAccess(reader: Reader, schoolId: string): Promise<SchoolAccess> {
  const [rows, restrictions] = [await readRows(reader, schoolId), await loadRestrictions(reader, schoolId)];
  return {
    categories: rows.categories.map(({ id, parent_id, restricted }) => ({
      id,
      parentId: parent_id,
      restricted: restricted === 1,
    })),
    groups: groupsOf(rows),
    staff: rows.staff.map(({ id, group_id, disabled_at, address }) => ({
      id,
      groupId: group_id,
      disabled: disabled_at !== null,
      address,
    })),
    restrictions,
    places: rows.places.map(({ class_id, year_group_id }) => ({
      classId: class_id,
      yearGroupId: year_group_id,
    })),
    alertGroups: alertGroupsOf(rows),
    rules: rows.rules.map((rule) => ruleOf(rule, rows.parts)),
    duty: rows.duty.map(({ role, staff_id }) => ({ role, staffId: staff_id })),
    connected: new Set(rows.connected.map(({ pupil_id, staff_id }) => `${pupil_id} ${staff_id}`)),
  };
}

async function readRows(reader: Reader, schoolId: string) {
  const all = (table: string) => reader(table).where({ school_id: schoolId });
  return {
    categories: await all('categories').select<
      { id: string; parent_id: string | null; restricted: number }[]
    >('id', 'parent_id', 'restricted'),
    groups: await all('user_groups').select<GroupRow[]>(
      'id',
      'higher_level',
      'unrestricted',
      'administration',
    ),
    permissions: await all('permissions').select<PermissionRow[]>('*'),
    staff: await readStaff(reader, schoolId),
    places: await readPlaces(reader, schoolId),
    alertGroups: await all('alert_groups').select<{ id: string; fallback: number }[]>('id', 'fallback'),
    members: await all('alert_group_members').select<{ group_id: string; staff_id: string }[]>(
      'group_id',
      'staff_id',
    ),
    rules: await all('automatic_alerts').select<{ id: string; category_id: string }[]>('id', 'category_id'),
    parts: await all('automatic_alert_parts').select<PartRow[]>('rule_id', 'kind', 'target_id'),
    duty: await all('duty_list').select<{ role: DutyRole; staff_id: string }[]>('role', 'staff_id'),
    connected: await all('connected_staff').select<{ pupil_id: string; staff_id: string }[]>(
      'pupil_id',
      'staff_id',
    ),
  };
}

interface GroupRow {
  id: string;
  higher_level: number;
  unrestricted: number;
  administration: string;
}
interface PermissionRow {
  group_id: string;
  category_id: string;
  view_pupils: number;
  view_concerns: number;
  add_concerns: number;
}
interface PartRow {
  rule_id: string;
  kind: 'group' | 'staff' | 'year' | 'class';
  target_id: string;
}
interface StaffRow {
  id: string;
  group_id: string;
  disabled_at: string | null;
  address: string | null;
}

async function readStaff(reader: Reader, schoolId: string): Promise<StaffRow[]> {
  return reader('staff')
    .leftJoin('accounts', 'accounts.id', 'staff.account_id')
    .where({ 'staff.school_id': schoolId })
    .select<StaffRow[]>('staff.id', 'staff.group_id', 'staff.disabled_at', 'accounts.email_index as address');
}

/** Classes with their year group, and every other pair of the two in which a pupil stands. */
async function readPlaces(reader: Reader, schoolId: string) {
  return reader('classes')
    .where({ school_id: schoolId })
    .select('id as class_id', 'year_group_id')
    .union(reader('pupils').where({ school_id: schoolId }).select('class_id', 'year_group_id')) as Promise<
    { class_id: string; year_group_id: string }[]
  >;
}

function groupsOf({ groups, permissions }: Rows): SchoolAccess['groups'] {
  const byGroup = groupBy(
    permissions,
    (row) => row.group_id,
    (row) => ({
      categoryId: row.category_id,
      rights: {
        viewPupils: row.view_pupils === 1,
        viewConcerns: row.view_concerns === 1,
        addConcerns: row.add_concerns === 1,
      },
    }),
  );
  return new Map(
    groups.map((group) => [
      group.id,
      {
        higherLevel: group.higher_level === 1,
        unrestricted: group.unrestricted === 1,
        administration: new Set(group.administration ? group.administration.split(',') : []),
        permissions: byGroup.get(group.id) ?? [],
      },
    ]),
  );
}

function alertGroupsOf({ alertGroups, members }: Rows): SchoolAccess['alertGroups'] {
  const byGroup = groupBy(
    members,
    (row) => row.group_id,
    (row) => row.staff_id,
  );
  return new Map(
    alertGroups.map(({ id, fallback }) => [id, { fallback: fallback === 1, members: byGroup.get(id) ?? [] }]),
  );
}

function ruleOf(rule: { id: string; category_id: string }, parts: readonly PartRow[]): RuleFacts {
  const targets = (kind: PartRow['kind']) =>
    parts.filter((part) => part.rule_id === rule.id && part.kind === kind).map((part) => part.target_id);
  return {
    categoryId: rule.category_id,
    groups: targets('group'),
    staff: targets('staff'),
    classes: new Set(targets('class')),
    years: new Set(targets('year')),
  };
}
