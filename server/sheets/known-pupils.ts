import * as v from 'valibot';
import type { PupilFacts } from '../../protocol/changes/pupils';
import type { Ground } from '../ground';
import { readContacts } from '../pupils/contacts';
import { factsSchema } from '../pupils/read-pupil';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import { groupBy } from '../storage/group-by';

/** A pupil as the sheet Pupils speaks of them; an entry that was joined with another one is left out. */
export interface KnownPupil extends PupilFacts {
  readonly id: string;
  /** What an import knows them by: the UPN, else the Pupil ID. */
  readonly key: string;
  readonly classId: string;
  readonly yearGroupId: string;
  readonly left: boolean;
  readonly connected: readonly string[];
}

/** Numbers of entries that were joined with another one; the spreadsheet may go on naming them. */
export async function readJoinedNumbers(reader: Reader, ground: Ground, schoolId: string): Promise<string[]> {
  const rows = await reader('pupils').where({ school_id: schoolId }).whereNotNull('joined_into');
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  return rows.flatMap((row) => {
    const number = cells.open(row.id, 'upn', row.upn) ?? cells.open(row.id, 'pupil_ref', row.pupil_ref);
    return number === null ? [] : [number];
  });
}

type Text =
  | 'upn'
  | 'pupil_ref'
  | 'first_name'
  | 'last_name'
  | 'preferred_name'
  | 'date_of_birth'
  | 'facts'
  | 'contacts'
  | 'contact_flags';

/** Reads the whole roll, leavers too. */
export async function readKnownPupils(
  reader: Reader,
  ground: Ground,
  schoolId: string,
): Promise<KnownPupil[]> {
  const here = { school_id: schoolId };
  const pupils = await reader('pupils').where(here).whereNull('joined_into').orderBy('id');
  const siblings = groupBy(
    await reader('siblings').where(here).orderBy('other_id'),
    (row) => row.pupil_id,
    (row) => row.other_id,
  );
  const connected = groupBy(
    await reader('connected_staff').where(here).orderBy('staff_id'),
    (row) => row.pupil_id,
    (row) => row.staff_id,
  );
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  return pupils.map((row) => {
    const open = (column: Text) => cells.open(row.id, column, row[column]);
    const [upn, pupilRef] = [open('upn'), open('pupil_ref')];
    return {
      id: row.id,
      key: upn ?? pupilRef ?? row.id,
      upn,
      pupilRef,
      firstName: open('first_name') ?? '',
      lastName: open('last_name') ?? '',
      preferredName: open('preferred_name'),
      dateOfBirth: open('date_of_birth') ?? '',
      ...v.parse(factsSchema, JSON.parse(open('facts') ?? '{}')),
      contacts: readContacts(open('contacts'), open('contact_flags')),
      siblings: siblings.get(row.id) ?? [],
      connected: connected.get(row.id) ?? [],
      classId: row.class_id,
      yearGroupId: row.year_group_id,
      left: row.left_at !== null,
    };
  });
}
