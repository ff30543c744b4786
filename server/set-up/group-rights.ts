import { nameKey } from '../sheets/name-key';
import type { PlannedCategory, PlannedPermission } from './school-plan';

/** What a user group may do with one category. */
export type CategoryRights = Pick<PlannedPermission, 'viewPupils' | 'viewConcerns' | 'addConcerns'>;

const NONE: CategoryRights = { viewPupils: false, viewConcerns: false, addConcerns: false };

/** The Permissions sheet as it takes effect, category by category. */
export class GroupRights {
  #rows: ReadonlyMap<string, CategoryRights>;
  #parents: ReadonlyMap<string, string | undefined>;

  constructor(categories: readonly PlannedCategory[], permissions: readonly PlannedPermission[]) {
    this.#rows = new Map(permissions.map((row) => [rowKey(row.userGroup, row.category), row]));
    this.#parents = new Map(categories.map(({ name, parent }) => [name, parent]));
  }

  /**
   * The row of the category itself, else of the nearest category above it, else the row for `*`, else nothing
   * (set-up-spreadsheet.md, Permissions).
   */
  of(userGroup: string, category: string): CategoryRights {
    const passed = new Set<string>();
    for (let name: string | undefined = category; name && !passed.has(name); name = this.#parents.get(name)) {
      const row = this.#rows.get(rowKey(userGroup, name));
      if (row) return row;
      passed.add(name);
    }
    return this.#rows.get(rowKey(userGroup, '*')) ?? NONE;
  }

  /** Whether the group has a View right for any category. */
  canView(userGroup: string): boolean {
    return [...this.#parents.keys()].some((category) => {
      const rights = this.of(userGroup, category);
      return rights.viewPupils || rights.viewConcerns;
    });
  }
}

const rowKey = (userGroup: string, category: string) => JSON.stringify([nameKey(userGroup), category]);
