import type { Place, RuleFacts, SchoolAccess } from '../access/reach';
import { loadRestrictions } from '../school/load-restrictions';
import type { Reader, Transaction } from '../storage/database';
import { groupBy } from '../storage/group-by';
import type { AutomaticAlertPartRow, AutomaticAlertRow, StaffRow } from '../storage/rows/school';

type Rows = ReturnType<typeof readRows> extends Promise<infer R> ? R : never;

/**
 * The same for a change: whoever changes this school next waits until this transaction ends. Two changes that open nothing
 * apart, a right for an empty group and somebody who moves into it, would otherwise not see each other on PostgreSQL.
 */
export async function loadAccessAlone(trx: Transaction, schoolId: string): Promise<SchoolAccess> {
  await trx('schools').where({ id: schoolId }).forUpdate().first('id');
  return loadAccess(trx, schoolId);
}

/** Everything that decides who may read or be told what in one school, in a fixed number of statements. */
export async function loadAccess(reader: Reader, schoolId: string): Promise<SchoolAccess> {
  const [rows, restrictions] = [await readRows(reader, schoolId), await loadRestrictions(reader, schoolId)];
  return {
    categories: rows.categories.map(({ id, parent_id, restricted, merged_into }) => ({
      id,
      parentId: parent_id,
      restricted: restricted === 1,
      mergedInto: merged_into,
    })),
    groups: groupsOf(rows),
    staff: rows.staff.map(({ id, group_id, disabled_at, offer, address }) => ({
      id,
      groupId: group_id,
      disabled: disabled_at !== null,
      offered: offer !== null,
      address,
    })),
    restrictions,
    places: placesOf(rows),
    pupils: pupilsOf(rows),
    alerted: new Set(rows.alerted),
    alertGroups: alertGroupsOf(rows),
    rules: rows.rules.map((rule) => ruleOf(rule, rows.parts)),
    duty: rows.duty.map(({ role, staff_id }) => ({ role, staffId: staff_id })),
    connected: new Set(rows.connected.map(({ pupil_id, staff_id }) => `${pupil_id} ${staff_id}`)),
  };
}

async function readRows(reader: Reader, schoolId: string) {
  const here = { school_id: schoolId };
  return {
    categories: await reader('categories').where(here).select('id', 'parent_id', 'restricted', 'merged_into'),
    groups: await reader('user_groups').where(here),
    permissions: await reader('permissions').where(here),
    staff: await readStaff(reader, schoolId),
    classes: await reader('classes').where(here).select('id', 'year_group_id'),
    pupils: await reader('pupils').where(here).select('id', 'class_id', 'year_group_id', 'joined_into'),
    alerted: await readAlerted(reader, schoolId),
    alertGroups: await reader('alert_groups').where(here).select('id', 'fallback'),
    members: await reader('alert_group_members').where(here).select('group_id', 'staff_id'),
    rules: await reader('automatic_alerts').where(here).whereNull('switched_off_at').select('id'),
    parts: await reader('automatic_alert_parts').where(here).select('rule_id', 'kind', 'target_id'),
    duty: await reader('duty_list').where(here).select('role', 'staff_id'),
    connected: await reader('connected_staff').where(here).select('pupil_id', 'staff_id'),
  };
}

/**
 * Whoever is asked to join counts with what they will have: the second person confirms it when they are asked, for
 * nobody is asked again when they accept.
 */
async function readStaff(reader: Reader, schoolId: string) {
  return reader('staff')
    .leftJoin('accounts', 'accounts.id', 'staff.account_id')
    .leftJoin('membership_offers as o', (on) =>
      on.on('o.school_id', 'staff.school_id').andOn('o.staff_id', 'staff.id'),
    )
    .where('staff.school_id', schoolId)
    .select<(Pick<StaffRow, 'id' | 'group_id' | 'disabled_at' | 'offer'> & { address: string | null })[]>(
      'staff.id',
      'staff.group_id',
      'staff.disabled_at',
      'staff.offer',
      reader.raw('coalesce(accounts.email_index, o.email_index) as address'),
    );
}

/** Staff who were ever alerted: one look into the index for each of them, not a walk over all alerts. */
async function readAlerted(reader: Reader, schoolId: string): Promise<string[]> {
  return reader('staff')
    .where({ school_id: schoolId })
    .whereExists((alerts) =>
      alerts
        .from('alerts')
        .where({ school_id: schoolId })
        .where('alerts.staff_id', reader.ref('staff.id'))
        .select('alerts.id'),
    )
    .pluck('id');
}

const placeOf = (classId: string, yearGroupId: string): Place => ({ classId, yearGroupId });

/** A pupil who was joined with another stands where that one stands: there their records are read. */
function pupilsOf({ pupils }: Rows): SchoolAccess['pupils'] {
  const rows = new Map(pupils.map((row) => [row.id, row]));
  return pupils.map((own) => {
    const row = own.joined_into === null ? own : (rows.get(own.joined_into) ?? own);
    return { id: own.id, ...placeOf(row.class_id, row.year_group_id) };
  });
}

/** Classes with their year group, and every other pair of the two in which a pupil stands. */
function placesOf({ classes, pupils }: Rows): Place[] {
  const pairs = [
    ...classes.map((row) => placeOf(row.id, row.year_group_id)),
    ...pupils.map((row) => placeOf(row.class_id, row.year_group_id)),
  ];
  return [...new Map(pairs.map((place) => [`${place.classId} ${place.yearGroupId}`, place])).values()];
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

type Part = Pick<AutomaticAlertPartRow, 'rule_id' | 'kind' | 'target_id'>;

function ruleOf(rule: Pick<AutomaticAlertRow, 'id'>, parts: readonly Part[]): RuleFacts {
  const targets = (kind: Part['kind']) =>
    parts.filter((part) => part.rule_id === rule.id && part.kind === kind).map((part) => part.target_id);
  return {
    categories: targets('category'),
    groups: targets('group'),
    staff: targets('staff'),
    classes: new Set(targets('class')),
    years: new Set(targets('year')),
  };
}
