import type { Reading } from '../reading';
import { many } from '../row-values';
import type { PlannedAlertGroup } from '../school-plan';

/** The sheet Alert groups. */
export function planAlertGroups(reading: Reading): PlannedAlertGroup[] {
  return reading.tables['Alert groups'].rows.map((row) => ({
    name: row.text('Alert group'),
    members: many(reading, row, 'Members', 'staff'),
  }));
}
