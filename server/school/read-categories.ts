import type { Knex } from 'knex';
import type { AdministeredCategory } from '../../protocol/categories';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import { inTreeOrder } from './tree-order';

type Facts = Omit<AdministeredCategory, 'uses'>;

/** Every category with what administrators may change of it, as a tree in the school's order. */
export async function readCategories(ground: Ground, schoolId: string): Promise<Facts[]> {
  const rows = await ground.database
    .read('categories')
    .where({ school_id: schoolId })
    .orderBy('position')
    .select();
  const cells = cellsOf(ground.keys, schoolId, 'categories');
  return inTreeOrder(rows).map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    name: cells.need(row.id, 'name', row.name),
    colour: row.colour,
    guidance: cells.open(row.id, 'guidance', row.guidance),
    restricted: row.restricted === 1,
    urgent: row.urgent === 1,
    bodyMap: row.body_map === 1,
    onRecordScreen: row.on_record_screen === 1,
    disabled: row.disabled_at !== null,
    mergedInto: row.merged_into,
  }));
}

/**
 * The same with what names each category. Concerns of a pupil to whom this person is connected are not counted
 * (access.md, "connected staff"), nor are those about a member of staff: a count that grows would tell of them.
 */
export async function readCategoriesInUse(
  ground: Ground,
  { schoolId, staffId }: Pick<StaffActor, 'schoolId' | 'staffId'>,
): Promise<AdministeredCategory[]> {
  const reader = ground.database.read;
  const here = { school_id: schoolId };
  const hidden = reader('concern_pupils as p')
    .join('connected_staff as c', (on) =>
      on.on('c.pupil_id', 'p.pupil_id').andOn('c.school_id', 'p.school_id'),
    )
    .where({ 'p.school_id': schoolId, 'c.staff_id': staffId })
    .select('p.concern_id');
  const ofStaff = reader('concerns')
    .where({ ...here, about_staff: 1 })
    .select('id');
  const [categories, concerns, rules, groups] = await Promise.all([
    readCategories(ground, schoolId),
    countBy(
      reader('concern_categories')
        .where(here)
        .whereNotIn('concern_id', hidden)
        .whereNotIn('concern_id', ofStaff),
      'category_id',
    ),
    countBy(reader('automatic_alert_parts').where({ ...here, kind: 'category' }), 'target_id'),
    countBy(reader('permissions').where(here), 'category_id'),
  ]);
  return categories.map((category) => {
    const count = (counts: ReadonlyMap<string, number>) => counts.get(category.id) ?? 0;
    return { ...category, uses: { concerns: count(concerns), rules: count(rules), groups: count(groups) } };
  });
}

interface Counted {
  value: string;
  rows: number | string;
}

/** Number of rows of each value; PostgreSQL counts in text. */
async function countBy(query: Knex.QueryBuilder, column: string): Promise<Map<string, number>> {
  const rows: Counted[] = await query.groupBy(column).select({ value: column }).count({ rows: '*' });
  return new Map(rows.map(({ value, rows }) => [value, Number(rows)]));
}
