import type { ReplyOf } from '../../protocol/endpoint';
import type { ListedPupil, listPupils as endpoint } from '../../protocol/pupils';
import type { Ground } from '../ground';
import { readInOrder, readStaffNames } from '../school/names';
import { cellsOf, type Cells } from '../storage/cells';
import type { PupilRow } from '../storage/rows/school';

/** Every pupil by name and class, leavers too, with the words to choose from; no record of any. */
export async function listPupils(ground: Ground, schoolId: string): Promise<ReplyOf<typeof endpoint>> {
  const reader = ground.database.read;
  const here = { school_id: schoolId };
  const [rows, classes, yearGroups, staff] = await Promise.all([
    reader('pupils')
      .where(here)
      .whereNull('joined_into')
      .select(
        'id',
        'first_name',
        'last_name',
        'preferred_name',
        'upn',
        'pupil_ref',
        'class_id',
        'year_group_id',
        'left_at',
      ),
    readPlaces(ground, schoolId, 'classes'),
    readPlaces(ground, schoolId, 'year_groups'),
    readStaffNames(reader, ground, schoolId),
  ]);
  const years = await reader('classes').where(here).select('id', 'year_group_id');
  const yearOf = new Map(years.map((row) => [row.id, row.year_group_id]));
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  return {
    pupils: rows.map((row) => showPupil(cells, row)),
    classes: classes.map((one) => ({ ...one, yearGroupId: yearOf.get(one.id) ?? '' })),
    yearGroups,
    staff: [...staff.values()].map(({ id, name }) => ({ id, name })),
  };
}

async function readPlaces(ground: Ground, schoolId: string, table: 'classes' | 'year_groups') {
  const { read } = ground.database;
  const [named, closed] = await Promise.all([
    readInOrder(read, ground, schoolId, table),
    read(table).where({ school_id: schoolId }).whereNotNull('disabled_at').pluck('id'),
  ]);
  return named.map((one) => ({ ...one, closed: closed.includes(one.id) }));
}

/** One pupil of the list, opened. */
export function showPupil(
  cells: Cells,
  row: Pick<
    PupilRow,
    | 'id'
    | 'first_name'
    | 'last_name'
    | 'preferred_name'
    | 'upn'
    | 'pupil_ref'
    | 'class_id'
    | 'year_group_id'
    | 'left_at'
  >,
): ListedPupil {
  return {
    id: row.id,
    first: cells.open(row.id, 'first_name', row.first_name) ?? '',
    last: cells.open(row.id, 'last_name', row.last_name) ?? '',
    preferred: cells.open(row.id, 'preferred_name', row.preferred_name),
    classId: row.class_id,
    yearGroupId: row.year_group_id,
    upn: cells.open(row.id, 'upn', row.upn),
    pupilRef: cells.open(row.id, 'pupil_ref', row.pupil_ref),
    leftOn: row.left_at?.slice(0, 10) ?? null,
  };
}
