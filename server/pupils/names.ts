import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';

/** Names of pupils as people call them, by id. */
export async function readPupilNames(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader('pupils')
    .where({ school_id: schoolId })
    .whereIn('id', ids)
    .select('id', 'first_name', 'last_name', 'preferred_name');
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  return new Map(
    rows.map((row) => {
      const first =
        cells.open(row.id, 'preferred_name', row.preferred_name) ??
        cells.need(row.id, 'first_name', row.first_name);
      return [row.id, `${first} ${cells.need(row.id, 'last_name', row.last_name)}`];
    }),
  );
}
