import type { DutyRole } from '../access/actor';
import { readDutyList } from '../school/duty';
import type { Reader } from '../storage/database';
import type { AlertedPupil, AlertRule, SchoolRules } from './rules';

/** Everything that alerts of one school depend on, read at the moment of sending. Seven reads, whatever the size. */
export async function loadRules(reader: Reader, schoolId: string): Promise<SchoolRules> {
  const all = (table: string) => reader(table).where({ school_id: schoolId });
  const [categories, rules, parts, groups, members, staff, duty] = await Promise.all([
    all('categories').select('id', 'parent_id') as Promise<{ id: string; parent_id: string | null }[]>,
    all('automatic_alerts').orderBy('position').select('id', 'category_id') as Promise<RuleRow[]>,
    all('automatic_alert_parts').select('rule_id', 'kind', 'target_id') as Promise<PartRow[]>,
    all('alert_groups').where({ fallback: 1 }).orderBy('position').select('id') as Promise<{ id: string }[]>,
    all('alert_group_members').orderBy('staff_id').select('group_id', 'staff_id') as Promise<MemberRow[]>,
    all('staff').whereNull('disabled_at').select('id') as Promise<{ id: string }[]>,
    readDutyList(reader, schoolId) as Promise<{ role: DutyRole; staffId: string }[]>,
  ]);
  return {
    parents: new Map(categories.map((row) => [row.id, row.parent_id])),
    rules: rules.map((rule) => ruleOf(rule, parts)),
    members: groupBy(
      members,
      (row) => row.group_id,
      (row) => row.staff_id,
    ),
    fallbackGroups: groups.map((row) => row.id),
    duty,
    present: new Set(staff.map((row) => row.id)),
  };
}

interface RuleRow {
  id: string;
  category_id: string;
}
interface PartRow {
  rule_id: string;
  kind: 'group' | 'staff' | 'year' | 'class';
  target_id: string;
}
interface MemberRow {
  group_id: string;
  staff_id: string;
}

function ruleOf(rule: RuleRow, parts: readonly PartRow[]): AlertRule {
  const targets = (kind: PartRow['kind']) =>
    parts.filter((part) => part.rule_id === rule.id && part.kind === kind).map((part) => part.target_id);
  return {
    id: rule.id,
    categoryId: rule.category_id,
    groups: targets('group').sort(),
    staff: targets('staff').sort(),
    classes: new Set(targets('class')),
    years: new Set(targets('year')),
  };
}

/** The pupils of a concern in the order given; one that is not on the roll has no class and nobody connected. */
export async function loadAlertedPupils(
  reader: Reader,
  schoolId: string,
  pupilIds: readonly string[],
): Promise<AlertedPupil[]> {
  const [pupils, connected] = await Promise.all([
    reader('pupils')
      .where({ school_id: schoolId })
      .whereIn('id', pupilIds)
      .select('id', 'class_id', 'year_group_id') as Promise<
      { id: string; class_id: string; year_group_id: string }[]
    >,
    reader('connected_staff')
      .where({ school_id: schoolId })
      .whereIn('pupil_id', pupilIds)
      .select('pupil_id', 'staff_id') as Promise<{ pupil_id: string; staff_id: string }[]>,
  ]);
  const places = new Map(pupils.map((row) => [row.id, row]));
  const near = groupBy(
    connected,
    (row) => row.pupil_id,
    (row) => row.staff_id,
  );
  return pupilIds.map((id) => ({
    classId: places.get(id)?.class_id ?? null,
    yearGroupId: places.get(id)?.year_group_id ?? null,
    connectedStaff: new Set(near.get(id)),
  }));
}

function groupBy<Row, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  valueOf: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), valueOf(row)]);
  return groups;
}
