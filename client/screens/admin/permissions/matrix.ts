import type { Change, ChangeOf } from '../../../../protocol/changes/change';
import type { ListedCategory, Permission, Rights, UserGroup } from '../../../../protocol/groups';

export type RightName = keyof Rights;
export const rightNames: readonly RightName[] = ['viewPupils', 'viewConcerns', 'addConcerns'];

/** What stands in one cell of the category × group matrix. */
export interface Cell {
  readonly on: boolean;
  /** This row is the group's own for this category; otherwise it comes from the category above. */
  readonly own: boolean;
  readonly unsaved: boolean;
  /** Somebody's change of it waits for a second person. */
  readonly waits: boolean;
}

/** What a page knows of the matrix: as it is, what is not saved yet, and what waits. */
export interface Matrix {
  readonly categories: readonly ListedCategory[];
  readonly permissions: readonly Permission[];
  readonly unsaved: (groupId: string, categoryId: string) => Change | undefined;
  readonly pending: readonly Change[];
}

const none: Rights = { viewPupils: false, viewConcerns: false, addConcerns: false };

/** One right of one group in one category; `*` is the row above all categories. */
export function cellOf(matrix: Matrix, groupId: string, categoryId: string, right: RightName): Cell {
  const own = ownRights(matrix, groupId, categoryId);
  const rights = own ?? rightsOf(matrix, groupId, parentOf(matrix, categoryId));
  const waiting = matrix.pending.find((change) => isAbout(change, groupId, categoryId));
  return {
    on: rights[right],
    own: own !== null,
    unsaved:
      matrix.unsaved(groupId, categoryId) !== undefined &&
      rights[right] !== saved(matrix, groupId, categoryId)[right],
    waits:
      waiting !== undefined && (waiting.rights ?? none)[right] !== saved(matrix, groupId, categoryId)[right],
  };
}

/** The change that ticking or clearing one cell makes; null where the row is again as it is saved. */
export function changeOfCell(
  matrix: Matrix,
  place: { groupId: string; categoryId: string; right: RightName; on: boolean },
): ChangeOf<'permissions.set'> | null {
  const { groupId, categoryId, right, on } = place;
  const now =
    ownRights(matrix, groupId, categoryId) ?? rightsOf(matrix, groupId, parentOf(matrix, categoryId));
  const rights = { ...now, [right]: on };
  if (sameRights(rights, saved(matrix, groupId, categoryId))) return null;
  return { kind: 'permissions.set', groupId, categoryId, rights };
}

/** Groups whose row for this category is their own, so that it could be as the category above. */
export function ownRows(matrix: Matrix, groups: readonly UserGroup[], categoryId: string): UserGroup[] {
  return groups.filter((group) => !group.builtIn && ownRights(matrix, group.id, categoryId) !== null);
}

/** Rights that hold in a category: its own row, else the nearest parent's, else `*` (set-up-spreadsheet.md). */
function rightsOf(matrix: Matrix, groupId: string, categoryId: string | null): Rights {
  if (categoryId === null) return none;
  return ownRights(matrix, groupId, categoryId) ?? rightsOf(matrix, groupId, parentOf(matrix, categoryId));
}

function ownRights(matrix: Matrix, groupId: string, categoryId: string): Rights | null {
  const unsaved = matrix.unsaved(groupId, categoryId);
  if (unsaved?.kind === 'permissions.set') return unsaved.rights;
  return savedRow(matrix, groupId, categoryId);
}

function saved(matrix: Matrix, groupId: string, categoryId: string): Rights {
  return rightsOf({ ...matrix, unsaved: () => undefined }, groupId, categoryId);
}

function savedRow(matrix: Matrix, groupId: string, categoryId: string): Rights | null {
  const row = matrix.permissions.find((one) => one.groupId === groupId && one.categoryId === categoryId);
  return row
    ? { viewPupils: row.viewPupils, viewConcerns: row.viewConcerns, addConcerns: row.addConcerns }
    : null;
}

function parentOf(matrix: Matrix, categoryId: string): string | null {
  if (categoryId === '*') return null;
  return matrix.categories.find(({ id }) => id === categoryId)?.parentId ?? '*';
}

function isAbout(change: Change, groupId: string, categoryId: string): change is ChangeOf<'permissions.set'> {
  return change.kind === 'permissions.set' && change.groupId === groupId && change.categoryId === categoryId;
}

function sameRights(a: Rights, b: Rights): boolean {
  return rightNames.every((name) => a[name] === b[name]);
}
