import type { Reader } from '../storage/database';

/**
 * The groups whose people may record without ever logging in: no View right, no administration, not higher level, and
 * not one that Heed keeps (product.md section 2, point 8).
 */
export async function groupsWithoutLogIn(reader: Reader, schoolId: string): Promise<ReadonlySet<string>> {
  const viewing = reader('permissions')
    .where({ school_id: schoolId })
    .where((where) => where.where('view_pupils', 1).orWhere('view_concerns', 1))
    .select('group_id');
  const ids = await reader('user_groups')
    .where({ school_id: schoolId, higher_level: 0, administration: '' })
    .whereNull('built_in')
    .whereNotIn('id', viewing)
    .pluck<string[]>('id');
  return new Set(ids);
}
