import type { Category } from '../../protocol/devices';
import { loadRules } from '../alerts/load-rules';
import type { Ground } from '../ground';
import { readNamed, type StaffNames } from '../school/names';
import { cellsOf } from '../storage/cells';
import { groupBy } from '../storage/group-by';

/** The school's categories in their order, each with whom its rules alert ("Goes to: …"). */
export async function readBoardCategories(
  ground: Ground,
  schoolId: string,
  staff: ReadonlyMap<string, StaffNames>,
): Promise<Category[]> {
  const { read } = ground.database;
  const rows = await read('categories')
    .where({ school_id: schoolId })
    .whereNull('disabled_at')
    .orderBy('position');
  const rules = await readRules(ground, schoolId, staff);
  const parents = new Map(rows.map((row) => [row.id, row.parent_id]));
  const rulesOf = (id: string | null): NamedRule[] =>
    id === null ? [] : [...(rules.get(id) ?? []), ...rulesOf(parents.get(id) ?? null)];
  const cells = cellsOf(ground.keys, schoolId, 'categories');
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    name: cells.need(row.id, 'name', row.name),
    colour: row.colour,
    urgent: row.urgent === 1,
    bodyMap: row.body_map === 1,
    onRecordScreen: row.on_record_screen === 1,
    guidance: cells.open(row.id, 'guidance', row.guidance),
    ...toldBy(rulesOf(row.id)),
  }));
}

/** A rule with the names of whom it alerts, in place of their ids. */
type NamedRule = Category['limited'][number];

/** Rules without classes and years are for every pupil (server/alerts/recipients.ts, covers). */
function toldBy(rules: readonly NamedRule[]): Pick<Category, 'goesTo' | 'limited'> {
  const isLimited = ({ classes, years }: NamedRule) => classes.length + years.length > 0;
  const forAll = rules.filter((rule) => !isLimited(rule));
  return { goesTo: [...new Set(forAll.flatMap(({ names }) => names))], limited: rules.filter(isLimited) };
}

async function readRules(
  ground: Ground,
  schoolId: string,
  staff: ReadonlyMap<string, StaffNames>,
): Promise<Map<string, NamedRule[]>> {
  const { rules } = await loadRules(ground.database.read, schoolId);
  const groups = await readNamed(ground.database.read, ground, schoolId, 'alert_groups');
  const named = rules.flatMap(({ categories, groups: told, staff: people, classes, years }) => {
    const names = [
      ...told.flatMap((id) => groups.get(id) ?? []),
      ...people.flatMap((id) => staff.get(id)?.formal ?? []),
    ];
    const rule = { names, classes: [...classes], years: [...years] };
    return categories.map((categoryId) => ({ categoryId, rule }));
  });
  return groupBy(
    named,
    (one) => one.categoryId,
    (one) => one.rule,
  );
}

/** Whom a concern goes to that goes to nobody else: the fallback groups, else the head, else the chair. */
export async function readFallbackNames(
  ground: Ground,
  schoolId: string,
  staff: ReadonlyMap<string, StaffNames>,
): Promise<string[]> {
  const { read } = ground.database;
  const { fallbackGroups, members, present, duty } = await loadRules(read, schoolId);
  const groups = await readNamed(read, ground, schoolId, 'alert_groups');
  const reached = fallbackGroups.filter((id) => members.get(id)?.some((one) => present.has(one)));
  const holders = (wanted: 'head' | 'chair') =>
    duty.filter(({ role }) => role === wanted).flatMap(({ staffId }) => staff.get(staffId)?.formal ?? []);
  const steps = [reached.flatMap((id) => groups.get(id) ?? []), holders('head'), holders('chair')];
  return steps.find((names) => names.length > 0) ?? [];
}
