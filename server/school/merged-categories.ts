import type { Reader } from '../storage/database';

/**
 * Where what was ticked stands today: a tablet that was offline may still tick a category that has been merged into
 * another one. Each once, in the order given; ids that are no category stay as they are.
 */
export async function currentCategories(
  reader: Reader,
  schoolId: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await reader('categories')
    .where({ school_id: schoolId })
    .whereIn('id', ids)
    .whereNotNull('merged_into')
    .select('id', 'merged_into');
  const into = new Map(rows.map((row) => [row.id, row.merged_into ?? row.id]));
  return [...new Set(ids.map((id) => into.get(id) ?? id))];
}
