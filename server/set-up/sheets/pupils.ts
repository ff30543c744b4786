import { birthFaults } from '../../../protocol/words/import/cells';
import { nameFaults } from '../../../protocol/words/import/names';
import { rowFaults } from '../../../protocol/words/import/rows';
import { missingFaults } from '../../../protocol/words/import/sheets';
import { readDate } from '../cell-values';
import type { ColumnName } from '../columns';
import { nameKey } from '../../sheets/name-key';
import { Names } from '../names';
import type { Reading } from '../reading';
import { choose, given, many, one, yes } from '../row-values';
import { pupilKey, type PlannedContact, type PlannedPupil } from '../school-plan';
import type { Row } from '../tables';

type PupilRow = Row<ColumnName<'Pupils'>>;

/** The sheet Pupils. A pupil is known by UPN or Pupil ID, and no pupil is born in the future. */
export function planPupils(reading: Reading): PlannedPupil[] {
  const { rows } = reading.tables.Pupils;
  checkIdentity(reading);
  checkYearGroups(reading);
  const keys = siblingKeys(rows);
  return rows.map((row) => {
    checkBirth(reading, row);
    checkSibling(reading, row);
    return planPupil(reading, row, keys);
  });
}

function planPupil(reading: Reading, row: PupilRow, keys: ReadonlyMap<string, string>): PlannedPupil {
  return {
    firstName: row.text('First name'),
    lastName: row.text('Last name'),
    dateOfBirth: readDate(row.text('Date of birth')) ?? '',
    className: one(reading, row, 'Class', 'class'),
    yearGroup: one(reading, row, 'Year group', 'year group'),
    connectedStaff: many(reading, row, 'Connected staff', 'staff'),
    freeSchoolMeals: yes(row, 'Free school meals'),
    lookedAfter: yes(row, 'Looked after'),
    eal: yes(row, 'EAL'),
    contacts: planContacts(row),
    ...given({
      upn: row.text('UPN'),
      pupilId: row.text('Pupil ID'),
      preferredName: row.text('Preferred name'),
      sex: row.text('Sex'),
      siblingOf: keys.get(nameKey(row.text('Sibling of'))),
      sen: choose(row.text('SEN'), ['K', 'E']),
    }),
  };
}

function planContacts(row: PupilRow): PlannedContact[] {
  return ([1, 2, 3] as const)
    .map((number) =>
      given({
        name: row.text(`Contact ${number} name`),
        relationship: row.text(`Contact ${number} relationship`),
        phone: row.text(`Contact ${number} phone`),
      }),
    )
    .filter((contact) => Object.keys(contact).length > 0);
}

/** UPN or Pupil ID as written in "Sibling of" → the key of that pupil. */
function siblingKeys(rows: readonly PupilRow[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const row of rows) {
    const [upn, pupilId] = [row.text('UPN'), row.text('Pupil ID')];
    const key = pupilKey(given({ upn, pupilId }));
    for (const text of [upn, pupilId]) if (text !== '') keys.set(nameKey(text), key);
  }
  return keys;
}

function checkIdentity({ tables, findings }: Reading): void {
  const { headings, rows } = tables.Pupils;
  if (headings.size > 0 && !headings.has('UPN') && !headings.has('Pupil ID')) {
    findings.fault({ sheet: 'Pupils', cell: 'A1' }, missingFaults.pupilNumber);
    return;
  }
  for (const row of rows) {
    if (row.text('UPN') !== '' || row.text('Pupil ID') !== '') continue;
    findings.fault(row.at(headings.has('UPN') ? 'UPN' : 'Pupil ID'), rowFaults.noPupilNumber);
  }
}

function checkBirth({ today, findings }: Reading, row: PupilRow): void {
  const born = readDate(row.text('Date of birth'));
  if (born === null || born <= today) return;
  findings.fault(row.at('Date of birth'), birthFaults.inFuture(row.text('Date of birth')));
}

function checkSibling({ findings }: Reading, row: PupilRow): void {
  const sibling = nameKey(row.text('Sibling of'));
  if (sibling === '' || (sibling !== nameKey(row.text('UPN')) && sibling !== nameKey(row.text('Pupil ID'))))
    return;
  findings.fault(row.at('Sibling of'), nameFaults.ownSibling);
}

/**
 * A mixed class may hold pupils of a year group that no class is named for, so this is no fault; but it is also
 * what a typing fault looks like. Each such year group is told once.
 */
function checkYearGroups({ tables, findings }: Reading): void {
  const ofClasses = new Names();
  for (const row of tables.Classes.rows) ofClasses.add(row.text('Year group'), row.number);
  const told = new Set<string>();
  for (const row of tables.Pupils.rows) {
    const text = row.text('Year group');
    if (text === '' || ofClasses.find(text) !== undefined || told.has(nameKey(text))) continue;
    told.add(nameKey(text));
    findings.warning(row.at('Year group'), rowFaults.yearOfNoClass(text, ofClasses.suggest(text)));
  }
}
