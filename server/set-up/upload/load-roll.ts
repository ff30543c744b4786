import * as v from 'valibot';
import { matchingSchema, type Matching } from '../../../protocol/changes/upload';
import type { Ground } from '../../ground';
import { readNamed } from '../../school/names';
import { cellsOf, type Cells } from '../../storage/cells';
import type { PupilRow } from '../../storage/rows/school';

/** A pupil as the school has them, as far as an export can say. */
export interface KnownPupil {
  readonly id: string;
  /** Where a pupil went who was entered twice; the numbers of this entry lead there. */
  readonly joinedInto: string | null;
  readonly upn: string | null;
  readonly pupilRef: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  readonly dateOfBirth: string;
  readonly sex: string | null;
  readonly classId: string;
  readonly yearGroupId: string;
  readonly left: boolean;
}

/** What an upload is compared with. */
export interface KnownRoll {
  readonly pupils: readonly KnownPupil[];
  /** Open ones, to match and to move to. */
  readonly classes: readonly { readonly id: string; readonly name: string; readonly yearGroupId: string }[];
  readonly years: readonly { readonly id: string; readonly name: string }[];
  /** Names of all classes and year groups, closed ones too. */
  readonly names: ReadonlyMap<string, string>;
  readonly remembered: Matching | null;
}

/** Reads every pupil, class and year group of a school, and how it matched columns last time. */
export async function loadRoll(ground: Ground, schoolId: string): Promise<KnownRoll> {
  const reader = ground.database.read;
  const here = { school_id: schoolId };
  const [pupils, classRows, yearRows, classes, years, columns] = await Promise.all([
    reader('pupils').where(here),
    reader('classes').where(here).whereNull('disabled_at').select('id', 'year_group_id'),
    reader('year_groups').where(here).whereNull('disabled_at').orderBy('position').pluck('id'),
    readNamed(reader, ground, schoolId, 'classes'),
    readNamed(reader, ground, schoolId, 'year_groups'),
    reader('export_columns').where(here).first('matching'),
  ]);
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  const nameOf = (names: ReadonlyMap<string, string>, id: string) => names.get(id) ?? '';
  const matching = columns
    ? cellsOf(ground.keys, schoolId, 'export_columns').open(schoolId, 'matching', columns.matching)
    : null;
  return {
    pupils: pupils.map((row) => knownPupil(cells, row)),
    classes: classRows.map((row) => ({
      id: row.id,
      name: nameOf(classes, row.id),
      yearGroupId: row.year_group_id,
    })),
    years: yearRows.map((id) => ({ id, name: nameOf(years, id) })),
    names: new Map([...classes, ...years]),
    remembered: matching === null ? null : v.parse(matchingSchema, JSON.parse(matching)),
  };
}

const sexSchema = v.object({ sex: v.optional(v.nullable(v.string()), null) });

function knownPupil(cells: Cells, row: PupilRow): KnownPupil {
  const open = (
    column: 'upn' | 'pupil_ref' | 'first_name' | 'last_name' | 'preferred_name' | 'date_of_birth',
  ) => cells.open(row.id, column, row[column]);
  return {
    id: row.id,
    joinedInto: row.joined_into,
    upn: open('upn'),
    pupilRef: open('pupil_ref'),
    firstName: open('first_name') ?? '',
    lastName: open('last_name') ?? '',
    preferredName: open('preferred_name'),
    dateOfBirth: open('date_of_birth') ?? '',
    sex: v.parse(sexSchema, JSON.parse(cells.open(row.id, 'facts', row.facts) ?? '{}')).sex,
    classId: row.class_id,
    yearGroupId: row.year_group_id,
    left: row.left_at !== null,
  };
}
