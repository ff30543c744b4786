import type { Category } from '../../protocol/devices';
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
  const named = await namesByCategory(ground, schoolId, staff);
  const parents = new Map(rows.map((row) => [row.id, row.parent_id]));
  const goesTo = (id: string | null): string[] =>
    id === null ? [] : [...(named.get(id) ?? []), ...goesTo(parents.get(id) ?? null)];
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
    goesTo: [...new Set(goesTo(row.id))],
  }));
}

async function namesByCategory(
  ground: Ground,
  schoolId: string,
  staff: ReadonlyMap<string, StaffNames>,
): Promise<Map<string, string[]>> {
  const { read } = ground.database;
  const [groups, rules, parts] = await Promise.all([
    readNamed(read, ground, schoolId, 'alert_groups'),
    read('automatic_alerts').where({ school_id: schoolId }).orderBy('position').select('id'),
    read('automatic_alert_parts').where({ school_id: schoolId }),
  ]);
  const byRule = groupBy(
    parts,
    (part) => part.rule_id,
    (part) => part,
  );
  const names = new Map<string, string[]>();
  for (const { id } of rules) {
    const own = byRule.get(id) ?? [];
    const told = own.flatMap(({ kind, target_id }) => {
      if (kind === 'group') return groups.get(target_id) ?? [];
      return kind === 'staff' ? (staff.get(target_id)?.formal ?? []) : [];
    });
    for (const { kind, target_id } of own)
      if (kind === 'category') names.set(target_id, [...(names.get(target_id) ?? []), ...told]);
  }
  return names;
}

/** Whom a concern goes to that no rule catches: the fallback group's name, else the leads. */
export async function readFallbackNames(
  ground: Ground,
  schoolId: string,
  staff: ReadonlyMap<string, StaffNames>,
): Promise<string[]> {
  const { read } = ground.database;
  const groups = await readNamed(read, ground, schoolId, 'alert_groups');
  const fallback = await read('alert_groups').where({ school_id: schoolId, fallback: 1 }).first('id');
  const name = fallback && groups.get(fallback.id);
  if (name !== undefined) return [name];
  const leads = await read('duty_list')
    .where({ school_id: schoolId })
    .whereIn('role', ['lead', 'deputy'])
    .orderBy('position')
    .select('staff_id');
  return leads.flatMap(({ staff_id }) => staff.get(staff_id)?.formal ?? []);
}
