import type { AdministeredCategory } from '../../../../protocol/categories';
import type { Change, ChangeOf } from '../../../../protocol/changes/change';
import type { ChangeTray } from '../change-tray';

export type CategoryFacts = Omit<ChangeOf<'category.add'>, 'kind'>;

/** One category as it would be after saving, at its place in the tree. */
export interface CategoryLine {
  /** Its id, or the key of one that is not saved yet. */
  readonly key: string;
  readonly saved: AdministeredCategory | null;
  readonly facts: CategoryFacts;
  readonly depth: number;
  readonly unsaved: boolean;
  /** What becomes of it beside its facts. */
  readonly fate: ChangeOf<'category.disable' | 'category.enable' | 'category.merge'> | null;
}

export const ORDER = 'order';
export const fateKey = (key: string): string => `${key} fate`;

/** The tree with what is not saved yet; categories that went into others are left out, new ones stand last. */
export function categoryLines(categories: readonly AdministeredCategory[], tray: ChangeTray): CategoryLine[] {
  const own = inOrder(
    categories.filter(({ mergedInto }) => mergedInto === null),
    tray.find(ORDER),
  );
  const below = (parentId: string | null, depth: number): CategoryLine[] =>
    own
      .filter((one) => one.parentId === parentId)
      .flatMap((one) => [lineOf(one, depth, tray), ...below(one.id, depth + 1)]);
  const added = tray.all.flatMap(([key, change]): CategoryLine[] =>
    change.kind === 'category.add'
      ? [{ key, saved: null, facts: change, depth: change.parentId ? 1 : 0, unsaved: true, fate: null }]
      : [],
  );
  return [...below(null, 0), ...added];
}

function inOrder(
  categories: readonly AdministeredCategory[],
  change: Change | undefined,
): readonly AdministeredCategory[] {
  if (change?.kind !== 'category.order') return categories;
  return change.order.flatMap((id) => categories.find((one) => one.id === id) ?? []);
}

function lineOf(saved: AdministeredCategory, depth: number, tray: ChangeTray): CategoryLine {
  const change = tray.find(saved.id);
  const fate = tray.find(fateKey(saved.id));
  const isFate =
    fate?.kind === 'category.disable' || fate?.kind === 'category.enable' || fate?.kind === 'category.merge';
  return {
    key: saved.id,
    saved,
    facts: change?.kind === 'category.change' ? change : saved,
    depth,
    unsaved: change !== undefined || fate !== undefined,
    fate: isFate ? fate : null,
  };
}

/** The order of all categories with two neighbours of one level changed for each other. */
export function swapped(lines: readonly CategoryLine[], one: string, other: string): string[] {
  const order = lines.flatMap(({ saved }) => saved?.id ?? []);
  return order.map((id) => (id === one ? other : id === other ? one : id));
}

/** The next category of the same level above (-1) or below (1), if there is one. */
export function neighbourOf(lines: readonly CategoryLine[], line: CategoryLine, step: -1 | 1): string | null {
  if (!line.saved) return null;
  const level = lines.filter(({ saved }) => saved && saved.parentId === line.saved?.parentId);
  const place = level.findIndex(({ key }) => key === line.key);
  return level[place + step]?.key ?? null;
}

/** Ids of a category and everything below it. */
export function withBelow(lines: readonly CategoryLine[], id: string): Set<string> {
  const found = new Set([id]);
  for (const { saved } of lines) if (saved?.parentId && found.has(saved.parentId)) found.add(saved.id);
  return found;
}

/** The change that a category's form makes; null where it says what is saved. */
export function changeOfCategory(saved: AdministeredCategory | null, facts: CategoryFacts): Change | null {
  const given = pick(facts);
  if (!saved) return { kind: 'category.add', ...given };
  if (JSON.stringify(pick(saved)) === JSON.stringify(given)) return null;
  return { kind: 'category.change', categoryId: saved.id, ...given };
}

function pick(facts: CategoryFacts): CategoryFacts {
  const { name, parentId, colour, guidance, restricted, urgent, bodyMap, onRecordScreen } = facts;
  return {
    name,
    parentId,
    colour: colour.toUpperCase(),
    guidance,
    restricted,
    urgent,
    bodyMap,
    onRecordScreen,
  };
}
