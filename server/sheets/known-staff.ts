import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import { groupBy } from '../storage/group-by';
import type { StaffRow } from '../storage/rows/school';

/** A staff member as the sheet Staff speaks of them. */
export interface KnownStaff {
  readonly id: string;
  /** What an import knows them by: the e-mail address, else first and last name. */
  readonly key: string;
  readonly email: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string | null;
  readonly knownAs: string | null;
  readonly phone: string | null;
  readonly jobTitle: string | null;
  readonly groupId: string;
  readonly classes: readonly string[];
  readonly left: boolean;
}

/** Reads everybody on the staff, leavers too; the chair, whom Heed keeps itself, has a group like anybody. */
export async function readKnownStaff(
  reader: Reader,
  ground: Ground,
  schoolId: string,
): Promise<KnownStaff[]> {
  const here = { school_id: schoolId };
  const people = await reader('staff').where(here).orderBy('id');
  const classes = groupBy(
    await reader('staff_classes').where(here).orderBy('class_id'),
    (row) => row.staff_id,
    (row) => row.class_id,
  );
  const cells = cellsOf(ground.keys, schoolId, 'staff');
  type Text = 'email' | 'first_name' | 'last_name' | 'title' | 'known_as' | 'phone' | 'job_title';
  const open = (row: StaffRow, column: Text) => cells.open(row.id, column, row[column]);
  return people.map((row) => {
    const [email, firstName, lastName] = [
      open(row, 'email'),
      open(row, 'first_name') ?? '',
      open(row, 'last_name') ?? '',
    ];
    return {
      id: row.id,
      key: email ?? `${firstName} ${lastName}`,
      email,
      firstName,
      lastName,
      title: open(row, 'title'),
      knownAs: open(row, 'known_as'),
      phone: open(row, 'phone'),
      jobTitle: open(row, 'job_title'),
      groupId: row.group_id,
      classes: classes.get(row.id) ?? [],
      left: row.disabled_at !== null,
    };
  });
}
