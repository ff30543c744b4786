import type { ConcernPupilFacts } from '../access/concern';
import type { Ground } from '../ground';
import { readNamed, readStaffNames } from '../school/names';
import { cellsOf } from '../storage/cells';
import { groupBy } from '../storage/group-by';
import type { Vocabulary } from './vocabulary';

/** Who and what a school's concerns are about, by id: what the access rule asks of it, and the words of its name. */
export interface SchoolNames {
  readonly pupils: ReadonlyMap<string, { readonly facts: ConcernPupilFacts; readonly name: Uint32Array }>;
  /** Leavers too: what they wrote is still found by their names. */
  readonly staff: ReadonlyMap<string, Uint32Array>;
  readonly categories: ReadonlyMap<string, SearchedCategory>;
}

export interface SearchedCategory {
  readonly facts: { readonly id: string; readonly restricted: boolean };
  readonly parentId: string | null;
  readonly name: Uint32Array;
}

/** Opens the names of a whole school. */
export async function readSchoolNames(
  ground: Ground,
  schoolId: string,
  vocabulary: Vocabulary,
): Promise<SchoolNames> {
  const { read } = ground.database;
  const ids = await read('staff').where({ school_id: schoolId }).pluck<string[]>('id');
  const staff = await readStaffNames(read, ground, schoolId, ids);
  return {
    pupils: await readPupils(ground, schoolId, vocabulary),
    staff: new Map(
      [...staff.values()].map(({ id, name, formal }) => [id, vocabulary.numbersOf([name, formal])]),
    ),
    categories: await readCategories(ground, schoolId, vocabulary),
  };
}

async function readPupils(
  ground: Ground,
  schoolId: string,
  vocabulary: Vocabulary,
): Promise<SchoolNames['pupils']> {
  const { read } = ground.database;
  const rows = await read('pupils')
    .where({ school_id: schoolId })
    .select('id', 'class_id', 'year_group_id', 'first_name', 'preferred_name', 'last_name');
  const links = await read('connected_staff').where({ school_id: schoolId }).select('pupil_id', 'staff_id');
  const connected = groupBy(
    links,
    (link) => link.pupil_id,
    (link) => link.staff_id,
  );
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  return new Map(
    rows.map((row) => {
      const facts = {
        pupilId: row.id,
        classId: row.class_id,
        yearGroupId: row.year_group_id,
        connectedStaff: new Set(connected.get(row.id) ?? []),
      };
      const open = (column: 'first_name' | 'preferred_name' | 'last_name') =>
        cells.open(row.id, column, row[column]);
      const last = open('last_name') ?? '';
      // Both as whole names, so that either is found as a phrase.
      const names = [open('first_name'), open('preferred_name')].flatMap((first) =>
        first ? [`${first} ${last}`] : [],
      );
      return [row.id, { facts, name: vocabulary.numbersOf(names.length > 0 ? names : [last]) }];
    }),
  );
}

async function readCategories(
  ground: Ground,
  schoolId: string,
  vocabulary: Vocabulary,
): Promise<SchoolNames['categories']> {
  const { read } = ground.database;
  const names = await readNamed(read, ground, schoolId, 'categories');
  const rows = await read('categories')
    .where({ school_id: schoolId })
    .select('id', 'parent_id', 'restricted');
  return new Map(
    rows.map(({ id, parent_id: parentId, restricted }) => [
      id,
      {
        facts: { id, restricted: restricted === 1 },
        parentId,
        name: vocabulary.numbersOf([names.get(id) ?? '']),
      },
    ]),
  );
}
