import type { Named } from '../../protocol/fields';
import type { Ground } from '../ground';
import type { Reader } from '../storage/database';
import { cellsOf } from '../storage/cells';

/** A staff member's names, opened. */
export interface StaffNames {
  readonly id: string;
  /** "Nadia Shah", or "Mrs Shah" where a title is given and asked for. */
  readonly name: string;
  readonly formal: string;
  readonly first: string;
  readonly jobTitle: string | null;
  readonly phone: string | null;
}

type NameColumn = 'first_name' | 'last_name' | 'title' | 'known_as' | 'job_title' | 'phone';

/** Opens the names of staff members; `ids` undefined means everybody who has not left. */
export async function readStaffNames(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  ids?: readonly string[],
): Promise<Map<string, StaffNames>> {
  const query = reader('staff').where({ school_id: schoolId });
  const rows = await (ids ? query.whereIn('id', ids) : query.whereNull('disabled_at'));
  const cells = cellsOf(ground.keys, schoolId, 'staff');
  return new Map(
    rows.map((row) => {
      const open = (column: NameColumn) => cells.open(row.id, column, row[column]);
      const first = open('known_as') ?? open('first_name') ?? '';
      const last = open('last_name') ?? '';
      const title = open('title');
      const formal = title ? `${title} ${last}` : `${first} ${last}`;
      return [
        row.id,
        {
          id: row.id,
          name: `${first} ${last}`.trim(),
          formal,
          first,
          jobTitle: open('job_title'),
          phone: open('phone'),
        },
      ];
    }),
  );
}

/** Opens the names in a table with a sealed `name`: classes, year groups, places, agencies, alert groups. */
export async function readNamed(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  table: 'classes' | 'year_groups' | 'places' | 'agencies' | 'alert_groups' | 'categories' | 'user_groups',
): Promise<Map<string, string>> {
  const rows = await reader(table).where({ school_id: schoolId }).select('id', 'name');
  const cells = cellsOf(ground.keys, schoolId, table);
  return new Map(rows.map((row) => [row.id, cells.need(row.id, 'name', row.name)]));
}

/** Named things of a school in its order; places and agencies that were removed are left out. */
export async function readInOrder(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  table: 'classes' | 'year_groups' | 'places' | 'agencies' | 'alert_groups',
): Promise<Named[]> {
  const names = await readNamed(reader, ground, schoolId, table);
  const query = reader(table).where({ school_id: schoolId });
  if (table === 'places' || table === 'agencies') query.whereNull('removed_at');
  const rows = await query.orderBy('position').select('id');
  return rows.flatMap(({ id }) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
}

/** "Amira Khan" → "AK". */
export function initialsOf(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => /\p{L}/u.exec(word)?.[0].toUpperCase() ?? []);
  const ends = letters.length > 1 ? [letters.at(0), letters.at(-1)] : letters;
  return ends.join('');
}
