import type { AutomaticAlert, readAutomaticAlerts as endpoint } from '../../protocol/automatic-alerts';
import type { ReplyOf } from '../../protocol/endpoint';
import type { Named } from '../../protocol/fields';
import type { Ground } from '../ground';
import { readInOrder } from '../school/names';
import { readCategories } from '../school/read-categories';
import { readPeople, type People } from '../school/read-people';
import { groupBy } from '../storage/group-by';
import type { AutomaticAlertPartRow } from '../storage/rows/school';

type Part = Pick<AutomaticAlertPartRow, 'kind' | 'target_id'>;

/** Automatic alerts in their order, and what a sentence of one may name. */
export async function readAutomaticAlerts(
  ground: Ground,
  schoolId: string,
): Promise<ReplyOf<typeof endpoint>> {
  const reader = ground.database.read;
  const [categories, classes, years, groups, people, rows] = await Promise.all([
    readCategories(ground, schoolId),
    readInOrder(reader, ground, schoolId, 'classes'),
    readInOrder(reader, ground, schoolId, 'year_groups'),
    readInOrder(reader, ground, schoolId, 'alert_groups'),
    readPeople(reader, ground, schoolId),
    readRows(ground, schoolId),
  ]);
  const names = { categories, classes, years, groups };
  return {
    rules: rows.rules.map((id) =>
      ruleOf(id, rows.parts.get(id) ?? [], { names, people, members: rows.members }),
    ),
    choices: {
      categories: categories
        .filter(({ mergedInto }) => mergedInto === null)
        .map(({ id, name, parentId, disabled }) => ({ id, name, parentId, disabled })),
      classes,
      years,
      groups,
      staff: people.present,
    },
  };
}

async function readRows(ground: Ground, schoolId: string) {
  const reader = ground.database.read;
  const here = { school_id: schoolId };
  const [rules, parts, members] = await Promise.all([
    reader('automatic_alerts').where(here).orderBy('position').pluck('id'),
    reader('automatic_alert_parts').where(here).select('rule_id', 'kind', 'target_id'),
    reader('alert_group_members').where(here).select('group_id', 'staff_id'),
  ]);
  return {
    rules,
    parts: groupBy(
      parts,
      (row) => row.rule_id,
      (row) => row,
    ),
    members: groupBy(
      members,
      (row) => row.group_id,
      (row) => row.staff_id,
    ),
  };
}

interface Known {
  readonly names: Readonly<Record<'categories' | 'classes' | 'years' | 'groups', readonly Named[]>>;
  readonly people: People;
  readonly members: ReadonlyMap<string, readonly string[]>;
}

function ruleOf(id: string, parts: readonly Part[], { names, people, members }: Known): AutomaticAlert {
  const targets = (kind: Part['kind']) =>
    parts.filter((part) => part.kind === kind).map((part) => part.target_id);
  const named = (kind: Part['kind'], all: readonly Named[]) => {
    const wanted = targets(kind);
    return all.filter((one) => wanted.includes(one.id)).map(({ id, name }) => ({ id, name }));
  };
  const told = [...targets('staff'), ...targets('group').flatMap((group) => members.get(group) ?? [])];
  return {
    id,
    categories: named('category', names.categories),
    classes: named('class', names.classes),
    years: named('year', names.years),
    groups: named('group', names.groups),
    staff: people.among(targets('staff')),
    reaches: people.among(told).filter(({ left }) => !left).length,
  };
}
