import type { ImportSheet } from '../../protocol/changes/import';
import type { KnownSchool } from './known-school';
import { dutyRows, staffGroupRows, staffRows } from './rows-of-people';
import { permissionRows, restrictionRows, userGroupRows } from './rows-of-rights';
import { classRows, pupilRows } from './rows-of-roll';
import { alertGroupRows, categoryRows, ruleRows } from './rows-of-rules';
import { nameRows, schoolRows } from './rows-of-school';
import type { SheetRow } from './sheet-row';

const rows: Readonly<Record<ImportSheet, (known: KnownSchool) => SheetRow[]>> = {
  'User groups': userGroupRows,
  Classes: classRows,
  Categories: categoryRows,
  Staff: staffRows,
  'Staff’s groups': staffGroupRows,
  Permissions: permissionRows,
  Pupils: pupilRows,
  'Alert groups': alertGroupRows,
  'Duty list': dutyRows,
  'Automatic alerts': ruleRows,
  'Class restrictions': restrictionRows,
  Places: ({ places }) => nameRows(places),
  Agencies: ({ agencies }) => nameRows(agencies),
  School: schoolRows,
};

/** One sheet as the school has it now. */
export function rowsHere(sheet: ImportSheet, known: KnownSchool): SheetRow[] {
  return rows[sheet](known);
}
