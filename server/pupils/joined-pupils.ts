import type { Reader } from '../storage/database';

/**
 * Who these pupils are today: a tablet that was offline may still name an entry that was joined with another one.
 * Ids that are no pupil of this school are left out.
 */
export async function currentPupils(
  reader: Reader,
  schoolId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader('pupils')
    .where({ school_id: schoolId })
    .whereIn('id', ids)
    .select('id', 'joined_into');
  return new Map(rows.map(({ id, joined_into }) => [id, joined_into ?? id]));
}
