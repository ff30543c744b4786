import { twiceFaults } from '../../../protocol/words/import/names';
import type { ColumnName } from '../columns';
import { nameKey } from '../../sheets/name-key';
import type { Reading } from '../reading';
import { one, yes } from '../row-values';
import type { PlannedPermission } from '../school-plan';
import type { Row } from '../tables';

/** The sheet Permissions: one row for a group and a category at most. */
export function planPermissions(reading: Reading): PlannedPermission[] {
  const { rows } = reading.tables.Permissions;
  checkDouble(reading, rows);
  return rows.map((row) => ({
    userGroup: one(reading, row, 'User group', 'user group'),
    category: row.text('Category') === '*' ? '*' : one(reading, row, 'Category', 'category'),
    viewPupils: yes(row, 'View pupils'),
    viewConcerns: yes(row, 'View concerns'),
    addConcerns: yes(row, 'Add concerns'),
  }));
}

function checkDouble({ findings }: Reading, rows: readonly Row<ColumnName<'Permissions'>>[]): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const [group, category] = [row.text('User group'), row.text('Category')];
    if (group === '' || category === '') continue;
    const key = JSON.stringify([nameKey(group), nameKey(category)]);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, row.number);
    else findings.fault(row.at('Category'), twiceFaults.permission(earlier));
  }
}
