/** Parents before their sub-categories, each level in the order given. */
export function inTreeOrder<Row extends { readonly id: string; readonly parent_id: string | null }>(
  rows: readonly Row[],
): Row[] {
  const below = (parentId: string | null): Row[] =>
    rows.filter((row) => row.parent_id === parentId).flatMap((row) => [row, ...below(row.id)]);
  return below(null);
}
