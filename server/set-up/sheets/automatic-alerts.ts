import { rowFaults } from '../../../protocol/words/import/rows';
import type { Reading } from '../reading';
import { many, one } from '../row-values';
import type { PlannedAutomaticAlert } from '../school-plan';

/** The sheet Automatic alerts. A rule that reaches nobody is refused (product.md, Alerts). */
export function planAutomaticAlerts(reading: Reading): PlannedAutomaticAlert[] {
  return reading.tables['Automatic alerts'].rows.map((row) => {
    if (row.text('Alert groups') === '' && row.text('Staff') === '') {
      const at = row.at(row.has('Alert groups') ? 'Alert groups' : 'Staff');
      reading.findings.fault(at, rowFaults.alertsNobody);
    }
    return {
      category: one(reading, row, 'Category', 'category'),
      alertGroups: many(reading, row, 'Alert groups', 'alert group'),
      staff: many(reading, row, 'Staff', 'staff'),
      yearGroups: many(reading, row, 'Year groups', 'year group'),
      classes: many(reading, row, 'Classes', 'class'),
    };
  });
}
