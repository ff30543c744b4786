import type { CategoryRights } from './actor';

export interface PermissionRow {
  /** Category id or '*'. */
  readonly categoryId: string;
  readonly rights: CategoryRights;
}

const none: CategoryRights = { viewPupils: false, viewConcerns: false, addConcerns: false };

/**
 * Rights of one group for every category: its own row, else the nearest parent's, else `*`, else nothing
 * (set-up-spreadsheet.md, Permissions).
 */
export function rightsByCategory(
  categories: readonly { readonly id: string; readonly parentId: string | null }[],
  permissions: readonly PermissionRow[],
): Map<string, CategoryRights> {
  const parents = new Map(categories.map((category) => [category.id, category.parentId]));
  const rows = new Map(permissions.map((row) => [row.categoryId, row.rights]));
  const find = (id: string | null): CategoryRights => {
    if (id === null) return rows.get('*') ?? none;
    return rows.get(id) ?? find(parents.get(id) ?? null);
  };
  return new Map(categories.map((category) => [category.id, find(category.id)]));
}
