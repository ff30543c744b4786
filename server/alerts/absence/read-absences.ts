import type { Ground } from '../../ground';
import { localTime } from '../../school/local-time';
import type { Reader } from '../../storage/database';

/** Who stands in for somebody, and how long they are away. */
export interface Away {
  readonly coverId: string;
  /** yyyy-mm-dd, the last day; null: until it is switched off. */
  readonly until: string | null;
}

/** Who is away today, by staff id. */
export type Absences = ReadonlyMap<string, Away>;

/** Who is away now, by the day on the school's wall. @throws when there is no such school */
export async function readAbsences(reader: Reader, ground: Ground, schoolId: string): Promise<Absences> {
  const today = await readToday(reader, ground, schoolId);
  const rows = await reader('absences')
    .where({ school_id: schoolId })
    .where('from_day', '<=', today)
    .where((last) => last.whereNull('until_day').orWhere('until_day', '>=', today));
  return new Map(rows.map((row) => [row.staff_id, { coverId: row.cover_id, until: row.until_day }]));
}

/** @returns yyyy-mm-dd @throws when there is no such school */
export async function readToday(reader: Reader, ground: Ground, schoolId: string): Promise<string> {
  const school = await reader('schools').where({ id: schoolId }).first('time_zone');
  if (!school) throw new Error('no such school');
  return localTime(ground.clock.now(), school.time_zone).day;
}
