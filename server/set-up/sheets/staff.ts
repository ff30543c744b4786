import { rowFaults } from '../../../protocol/words/import/rows';
import { missingFaults } from '../../../protocol/words/import/sheets';
import { nameKey } from '../../sheets/name-key';
import { readEmail, readList } from '../cell-values';
import type { GroupRights } from '../group-rights';
import type { Reading } from '../reading';
import { given, many, one } from '../row-values';
import type { PlannedStaffMember } from '../school-plan';

/** The sheet Staff. An e-mail is needed by everyone whose group may view or administer, because they must log in. */
export function planStaff(reading: Reading, rights: GroupRights): PlannedStaffMember[] {
  const { tables, findings } = reading;
  const needsColumn = !tables.Staff.headings.has('E-mail');
  const administer = administering(reading);
  let told = false;
  return tables.Staff.rows.map((row) => {
    const userGroup = one(reading, row, 'User group', 'user group');
    const power = rights.canView(userGroup) ? 'view' : administer(userGroup) ? 'administration' : null;
    if (row.text('E-mail') === '' && power !== null && !told) {
      if (needsColumn) findings.fault({ sheet: 'Staff', cell: 'A1' }, missingFaults.column('E-mail'));
      else findings.fault(row.at('E-mail'), rowFaults.emailNeeded(userGroup, power));
      told = needsColumn;
    }
    return {
      firstName: row.text('First name'),
      lastName: row.text('Last name'),
      ...given({
        title: row.text('Title'),
        knownAs: row.text('Known as'),
        email: readEmail(row.text('E-mail')),
        phone: row.text('Phone or radio'),
        jobTitle: row.text('Job title'),
      }),
      userGroup,
      classes: many(reading, row, 'Classes', 'class'),
    };
  });
}

/** Whether the sheet User groups gives a group any part of the administration. */
function administering({ tables }: Reading): (userGroup: string) => boolean {
  const rows = tables['User groups'].rows.filter((row) => readList(row.text('Administration')).length > 0);
  const names = new Set(rows.map((row) => nameKey(row.text('User group'))));
  return (userGroup) => names.has(nameKey(userGroup));
}
