import type { Reading } from '../reading';
import { given, one } from '../row-values';
import type { PlannedClass } from '../school-plan';

/** The sheet Classes. */
export function planClasses(reading: Reading): PlannedClass[] {
  return reading.tables.Classes.rows.map((row) => ({
    name: row.text('Class'),
    yearGroup: one(reading, row, 'Year group', 'year group'),
    ...given({ teacherEmail: one(reading, row, 'Teacher e-mail', 'staff') }),
  }));
}
