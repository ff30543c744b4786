import type { Reading } from '../reading';
import { many, one } from '../row-values';
import type { PlannedAutomaticAlert } from '../school-plan';

/** The sheet Automatic alerts. A rule that reaches nobody is refused (product.md, Alerts). */
export function planAutomaticAlerts(reading: Reading): PlannedAutomaticAlert[] {
  return reading.tables['Automatic alerts'].rows.map((row) => {
    if (row.text('Alert groups') === '' && row.text('Staff') === '') {
      const at = row.at(row.has('Alert groups') ? 'Alert groups' : 'Staff');
      reading.findings.fault(at, 'This rule alerts nobody', 'Write an alert group, or e-mails under Staff');
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
