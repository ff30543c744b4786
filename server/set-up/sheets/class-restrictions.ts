import { twiceFaults } from '../../../protocol/words/import/names';
import { readList } from '../cell-values';
import { referenceComplaints } from '../check-cells';
import { nameKey } from '../../sheets/name-key';
import type { Reading } from '../reading';
import { choose, many } from '../row-values';
import type { PlannedClassRestriction } from '../school-plan';

/** The sheet Class restrictions: one row for a class or year group at most. */
export function planClassRestrictions(reading: Reading): PlannedClassRestriction[] {
  const { tables, findings, names } = reading;
  const seen = new Map<string, number>();
  return tables['Class restrictions'].rows.map((row) => {
    const type = choose(row.text('Type'), ['Class', 'Year group']) === 'Year group' ? 'year group' : 'class';
    const name = row.text('Class or year group');
    const typed = choose(row.text('Type'), ['Class', 'Year group']) !== undefined;
    if (name !== '' && typed) {
      for (const complaint of referenceComplaints(reading, type, [name])) {
        findings.fault(row.at('Class or year group'), complaint);
      }
      const earlier = seen.get(`${type} ${nameKey(name)}`);
      if (earlier === undefined) seen.set(`${type} ${nameKey(name)}`, row.number);
      else findings.fault(row.at('Class or year group'), twiceFaults.restriction(type, earlier));
    }
    return {
      type,
      name: names[type].find(name) ?? '',
      everyone: readList(row.text('Allowed user groups')).includes('*'),
      userGroups: many(reading, row, 'Allowed user groups', 'user group'),
      staff: many(reading, row, 'Allowed staff', 'staff'),
    };
  });
}
