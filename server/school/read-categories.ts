import type { AdministeredCategory } from '../../protocol/categories';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import { inTreeOrder } from './tree-order';

/** Every category with what administrators may change of it, as a tree in the school's order. */
export async function readCategories(ground: Ground, schoolId: string): Promise<AdministeredCategory[]> {
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
