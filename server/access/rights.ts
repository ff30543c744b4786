import type { CategoryRights } from './actor';

export interface PermissionRow {
  /** Category id or '*'. */
  readonly categoryId: string;
  readonly rights: CategoryRights;
}

const none: CategoryRights = { viewPupils: false, viewConcerns: false, addConcerns: false };

/** A group's rights for one category, and the row of the matrix that gives them. */
export interface FoundRights {
  readonly rights: CategoryRights;
  /** The category itself, one above it, or '*'; null where no row says anything. */
  readonly from: string | null;
}

type Categories = readonly { readonly id: string; readonly parentId: string | null }[];

/**
 * Rights of one group for every category: its own row, else the nearest parent's, else `*`, else nothing
 * (set-up-spreadsheet.md, Permissions).
 */
export function rightsByCategory(
  categories: Categories,
  permissions: readonly PermissionRow[],
): Map<string, CategoryRights> {
  const found = foundRights(categories, permissions);
  return new Map([...found].map(([id, { rights }]) => [id, rights]));
}

/** The same, with the row that says so: for whoever has to explain it (product.md section 6, "See as"). */
export function foundRights(
  categories: Categories,
  permissions: readonly PermissionRow[],
): Map<string, FoundRights> {
  const parents = new Map(categories.map((category) => [category.id, category.parentId]));
  const rows = new Map(permissions.map((row) => [row.categoryId, row.rights]));
  const find = (id: string | null): FoundRights => {
    const from = id ?? '*';
    const rights = rows.get(from);
    if (rights) return { rights, from };
    return id === null ? { rights: none, from: null } : find(parents.get(id) ?? null);
  };
  return new Map(categories.map((category) => [category.id, find(category.id)]));
}
