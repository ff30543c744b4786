import type { CategoryTile } from '../../components/heed-category-tiles';
import type { Category } from '../../../protocol/devices';

/** What the tiles are made of. */
export interface KindFacts {
  categories: readonly Category[];
  /** ids that this person may add to; null where nobody can say (no roll yet, or nobody has unlocked): all */
  mayAdd: readonly string[] | null;
}

/**
 * The tiles of the record screen: categories marked "On record screen", at any depth, that this person may add to.
 * Under a ticked one stand its sub-categories, under a ticked sub-category its own. A marked category that the
 * person may not add to gives its place to those below it that they may.
 */
export function kindTiles(facts: KindFacts, chosen: readonly string[]): CategoryTile[] {
  const may = (category: Category) => facts.mayAdd?.includes(category.id) ?? true;
  const childrenOf = (id: string) => facts.categories.filter((one) => one.parentId === id);
  const firstsBelow = (category: Category): Category[] =>
    may(category) ? [category] : childrenOf(category.id).flatMap(firstsBelow);
  const tops = new Map(
    facts.categories
      .filter((one) => one.onRecordScreen)
      .flatMap(firstsBelow)
      .map((one) => [one.id, one]),
  );
  const below = (id: string): CategoryTile[] =>
    childrenOf(id)
      .filter((child) => !tops.has(child.id))
      .flatMap((child) => {
        if (!may(child)) return below(child.id);
        return chosen.includes(child.id) ? [tileOf(child), ...below(child.id)] : [tileOf(child)];
      });
  return [...tops.values()].map((category) => ({ ...tileOf(category), children: below(category.id) }));
}

/** Of what was ticked, what is still to be seen: unticking a tile unticks what stood under it. */
export function seenKinds(facts: KindFacts, chosen: readonly string[]): string[] {
  const tiles = kindTiles(facts, chosen);
  const seen = tiles.flatMap((tile) =>
    chosen.includes(tile.id) ? [tile.id, ...(tile.children ?? []).map((child) => child.id)] : [],
  );
  const kept = chosen.filter((id) => seen.includes(id));
  // One level at a time: a sub-category's own sub-category goes with it.
  return kept.length === chosen.length ? kept : seenKinds(facts, kept);
}

/** Whether one of the ticked categories, or what it is a part of, is marked urgent. */
export function isUrgent(categories: readonly Category[], chosen: readonly string[]): boolean {
  const urgent = (id: string | null): boolean => {
    const category = id === null ? undefined : categories.find((one) => one.id === id);
    return category !== undefined && (category.urgent || urgent(category.parentId));
  };
  return chosen.some(urgent);
}

function tileOf(category: Category): CategoryTile {
  const { id, name, guidance } = category;
  return guidance === null || guidance === '' ? { id, name } : { id, name, guidance };
}
