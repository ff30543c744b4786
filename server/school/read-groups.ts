import type { AdministrationRight } from '../../protocol/administration';
import type { readGroups as endpoint, ListedCategory, UserGroup } from '../../protocol/groups';
import type { ReplyOf } from '../../protocol/endpoint';
import type { Ground } from '../ground';
import type { Reader } from '../storage/database';
import { cellsOf } from '../storage/cells';
import { inTreeOrder } from './tree-order';

interface GroupRow {
  id: string;
  name: Buffer;
  higher_level: number;
  unrestricted: number;
  built_in: string | null;
  administration: string;
}
interface CategoryRow {
  id: string;
  parent_id: string | null;
  name: Buffer;
  colour: string;
  restricted: number;
  disabled_at: string | null;
}
interface PermissionRow {
  group_id: string;
  category_id: string;
  view_pupils: number;
  view_concerns: number;
  add_concerns: number;
}

/** User groups by name, categories as a tree in the school's order, and what each group may do. */
export async function readGroups(ground: Ground, schoolId: string): Promise<ReplyOf<typeof endpoint>> {
  const reader = ground.database.read;
  const [groups, categories, permissions] = await Promise.all([
    listGroups(reader, ground, schoolId),
    listCategories(reader, ground, schoolId),
    reader('permissions').where({ school_id: schoolId }).select<PermissionRow[]>('*'),
  ]);
  return {
    groups,
    categories,
    permissions: permissions.map((row) => ({
      groupId: row.group_id,
      categoryId: row.category_id,
      viewPupils: row.view_pupils === 1,
      viewConcerns: row.view_concerns === 1,
      addConcerns: row.add_concerns === 1,
    })),
  };
}

async function listGroups(reader: Reader, ground: Ground, schoolId: string): Promise<UserGroup[]> {
  const rows = (await reader('user_groups').where({ school_id: schoolId })) as GroupRow[];
  const counts = (await reader('staff')
    .where({ school_id: schoolId })
    .whereNull('disabled_at')
    .groupBy('group_id')
    .select('group_id')
    .count({ people: '*' })) as unknown as { group_id: string; people: number | string }[];
  const people = new Map(counts.map((row) => [row.group_id, Number(row.people)]));
  const cells = cellsOf(ground.keys, schoolId, 'user_groups');
  const groups = rows.map((row) => ({
    id: row.id,
    name: cells.need(row.id, 'name', row.name),
    higherLevel: row.higher_level === 1,
    unrestricted: row.unrestricted === 1,
    administration: row.administration ? (row.administration.split(',') as AdministrationRight[]) : [],
    builtIn: row.built_in !== null,
    people: people.get(row.id) ?? 0,
  }));
  return groups.sort((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name));
}

/** Who may do most stands first, as people expect of the matrix. */
function weight(group: UserGroup): number {
  return Number(group.unrestricted) * 4 + Number(group.higherLevel) * 2 - Number(group.builtIn) * 8;
}

/** Every category that is one still, parents before their sub-categories, each level in the school's order. */
export async function listCategories(
  reader: Reader,
  ground: Ground,
  schoolId: string,
): Promise<ListedCategory[]> {
  const rows = (await reader('categories')
    .where({ school_id: schoolId })
    .whereNull('merged_into')
    .orderBy('position')) as CategoryRow[];
  const cells = cellsOf(ground.keys, schoolId, 'categories');
  return inTreeOrder(rows).map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    name: cells.need(row.id, 'name', row.name),
    colour: row.colour,
    restricted: row.restricted === 1,
    disabled: row.disabled_at !== null,
  }));
}
