import { currentPupils } from '../pupils/joined-pupils';
import { readDutyList } from '../school/duty';
import type { Reader } from '../storage/database';
import { groupBy } from '../storage/group-by';
import type { AutomaticAlertPartRow, AutomaticAlertRow } from '../storage/rows/school';
import type { AlertedPupil, AlertRule, SchoolRules } from './rules';

/** Everything that alerts of one school depend on, read at the moment of sending. A fixed number of reads, whatever the size. */
export async function loadRules(reader: Reader, schoolId: string): Promise<SchoolRules> {
  const here = { school_id: schoolId };
  const categories = await reader('categories').where(here).select('id', 'parent_id');
  const rules = await readRules(reader, schoolId);
  const groups = await reader('alert_groups')
    .where(here)
    .where({ fallback: 1 })
    .orderBy('position')
    .select('id');
  const members = await reader('alert_group_members')
    .where(here)
    .orderBy('staff_id')
    .select('group_id', 'staff_id');
  const staff = await reader('staff').where(here).whereNull('disabled_at').whereNull('offer').select('id');
  const duty = await readDutyList(reader, schoolId);
  return {
    parents: new Map(categories.map((row) => [row.id, row.parent_id])),
    rules: rules.filter(({ on }) => on).map(({ rule }) => rule),
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

/** Every automatic alert in the school's order, those that are switched off too. */
export async function readRules(
  reader: Reader,
  schoolId: string,
): Promise<{ readonly rule: AlertRule; readonly on: boolean }[]> {
  const here = { school_id: schoolId };
  const rules = await reader('automatic_alerts')
    .where(here)
    .orderBy('position')
    .select('id', 'switched_off_at');
  const parts = await reader('automatic_alert_parts').where(here).select('rule_id', 'kind', 'target_id');
  return rules.map((rule) => ({ rule: ruleOf(rule, parts), on: rule.switched_off_at === null }));
}

type Part = Pick<AutomaticAlertPartRow, 'rule_id' | 'kind' | 'target_id'>;

function ruleOf(rule: Pick<AutomaticAlertRow, 'id'>, parts: readonly Part[]): AlertRule {
  const targets = (kind: Part['kind']) =>
    parts.filter((part) => part.rule_id === rule.id && part.kind === kind).map((part) => part.target_id);
  return {
    id: rule.id,
    categories: targets('category').sort(),
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
  const current = await currentPupils(reader, schoolId, pupilIds);
  const today = [...new Set(current.values())];
  const pupils = await reader('pupils')
    .where({ school_id: schoolId })
    .whereIn('id', today)
    .select('id', 'class_id', 'year_group_id');
  const connected = await reader('connected_staff')
    .where({ school_id: schoolId })
    .whereIn('pupil_id', today)
    .select('pupil_id', 'staff_id');
  const places = new Map(pupils.map((row) => [row.id, row]));
  const near = groupBy(
    connected,
    (row) => row.pupil_id,
    (row) => row.staff_id,
  );
  return pupilIds.map((given) => {
    const id = current.get(given) ?? given;
    return {
      classId: places.get(id)?.class_id ?? null,
      yearGroupId: places.get(id)?.year_group_id ?? null,
      connectedStaff: new Set(near.get(id)),
    };
  });
}
