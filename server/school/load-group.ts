import type { CategoryRights, StaffActor } from '../access/actor';
import { rightsByCategory, type PermissionRow as FoundRow } from '../access/rights';
import type { Reader } from '../storage/database';
import type { PermissionRow } from '../storage/rows/school';

/** A user group with its rights for every category, as decisions need it. @throws when there is none of this id */
export async function loadGroup(
  reader: Reader,
  schoolId: string,
  groupId: string,
): Promise<StaffActor['group']> {
  const group = await reader('user_groups').where({ school_id: schoolId, id: groupId }).first();
  const categories = await reader('categories').where({ school_id: schoolId }).select('id', 'parent_id');
  const permissions = await loadPermissions(reader, schoolId, groupId);
  if (!group) throw new Error('no such user group');
  return {
    id: groupId,
    higherLevel: group.higher_level === 1,
    unrestricted: group.unrestricted === 1,
    administration: new Set(group.administration ? group.administration.split(',') : []),
    rights: rightsByCategory(
      categories.map((row) => ({ id: row.id, parentId: row.parent_id })),
      permissions,
    ),
  };
}

/** The rows of the matrix that a school has written for one group. */
export async function loadPermissions(
  reader: Reader,
  schoolId: string,
  groupId: string,
): Promise<FoundRow[]> {
  const rows = await reader('permissions').where({ school_id: schoolId, group_id: groupId }).select();
  return rows.map((row) => ({ categoryId: row.category_id, rights: rightsOf(row) }));
}

function rightsOf(row: PermissionRow): CategoryRights {
  return {
    viewPupils: row.view_pupils === 1,
    viewConcerns: row.view_concerns === 1,
    addConcerns: row.add_concerns === 1,
  };
}
