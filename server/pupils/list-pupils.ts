import type { ReplyOf } from '../../protocol/endpoint';
import type { ListedPupil, listPupils as endpoint } from '../../protocol/pupils';
import type { Ground } from '../ground';
import { readNamed, readStaffNames } from '../school/names';
import { cellsOf, type Cells } from '../storage/cells';
import type { PupilRow } from '../storage/rows/school';

/** Every pupil by name and class, leavers too, with the words to choose from; no record of any. */
export async function listPupils(ground: Ground, schoolId: string): Promise<ReplyOf<typeof endpoint>> {
  const reader = ground.database.read;
  const here = { school_id: schoolId };
  const [rows, classRows, classes, years, staff] = await Promise.all([
    reader('pupils')
      .where(here)
      .select('id', 'first_name', 'last_name', 'preferred_name', 'class_id', 'year_group_id', 'left_at'),
    reader('classes').where(here).orderBy('position').select('id', 'year_group_id'),
    readNamed(reader, ground, schoolId, 'classes'),
    readNamed(reader, ground, schoolId, 'year_groups'),
    readStaffNames(reader, ground, schoolId),
  ]);
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  return {
    pupils: rows.map((row) => showPupil(cells, row)),
    classes: classRows.map(({ id, year_group_id }) => ({
      id,
      name: classes.get(id) ?? '',
      yearGroupId: year_group_id,
    })),
    yearGroups: [...years].map(([id, name]) => ({ id, name })),
    staff: [...staff.values()].map(({ id, name }) => ({ id, name })),
  };
}

/** One pupil of the list, opened. */
export function showPupil(
  cells: Cells,
  row: Pick<
    PupilRow,
    'id' | 'first_name' | 'last_name' | 'preferred_name' | 'class_id' | 'year_group_id' | 'left_at'
  >,
): ListedPupil {
  return {
    id: row.id,
    first: cells.open(row.id, 'first_name', row.first_name) ?? '',
    last: cells.open(row.id, 'last_name', row.last_name) ?? '',
    preferred: cells.open(row.id, 'preferred_name', row.preferred_name),
    classId: row.class_id,
    yearGroupId: row.year_group_id,
    leftOn: row.left_at?.slice(0, 10) ?? null,
  };
}
