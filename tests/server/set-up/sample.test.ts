import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planSchool } from '../../../server/set-up/plan-school';
import { readCsvFolder } from '../../../server/set-up/workbook/read-csv';
import { readWorkbook } from '../../../server/set-up/workbook/read-xlsx';
import { columnIndex, columnOf, rowOf, type Sheet } from '../../../server/set-up/workbook/workbook';
import { writeWorkbook } from '../../../server/set-up/workbook/write-xlsx';
import { templateSheets } from '../../../tools/template-example';
import { TODAY } from './small-school';

const offered = (name: string) =>
  readFileSync(new URL(`../../../client/public/set-up/${name}`, import.meta.url));
const sample = readWorkbook(offered('heed-set-up-sample.xlsx'));

describe('the filled sample that Heed offers', () => {
  const { plan, faults, warnings, notes, rows } = planSchool(sample, TODAY);

  it('plans without a fault, a warning or a note', () => {
    expect({ faults, warnings, notes }).toEqual({ faults: [], warnings: [], notes: [] });
  });

  it('gives every row of every sheet', () => {
    const counts = Object.entries(plan ?? {}).flatMap(([name, list]) =>
      Array.isArray(list) ? [[name, list.length]] : [],
    );
    expect(Object.fromEntries(counts)).toEqual({
      staff: 38,
      classes: 14,
      yearGroups: 7,
      pupils: 420,
      categories: 14,
      userGroups: 5,
      permissions: 9,
      alertGroups: 2,
      automaticAlerts: 5,
      classRestrictions: 14,
      places: 7,
      agencies: 6,
    });
    expect(rows).toBe(20 + 38 + 14 + 420 + 14 + 5 + 9 + 2 + 5 + 14 + 7 + 6);
  });

  it('reads date cells, siblings, connected staff and contacts of the pupils', () => {
    expect(plan?.pupils[0]).toEqual({
      upn: 'B936100126001',
      firstName: 'Kaycee',
      lastName: 'Bosco',
      dateOfBirth: '2022-05-17',
      sex: 'F',
      className: 'RA',
      yearGroup: 'Reception',
      connectedStaff: [],
      freeSchoolMeals: false,
      lookedAfter: false,
      eal: true,
      contacts: [{ name: 'Darlene Bosco', relationship: 'Carer', phone: '500848134' }],
    });
    expect(plan?.pupils.filter((pupil) => pupil.siblingOf !== undefined)).toHaveLength(50);
    expect(plan?.pupils.filter((pupil) => pupil.sen !== undefined)).toHaveLength(61);
    expect(plan?.pupils.flatMap((pupil) => pupil.connectedStaff)).toEqual([
      'j.wisoky@willowbank.example',
      'j.lindkuvalis@willowbank.example',
    ]);
  });

  it('reads the duty list, the terms and the ways to reach people', () => {
    expect(plan?.school).toMatchObject({
      name: 'Willow Bank Primary School',
      site: 'willowbank',
      mainContact: { name: 'Kaela Hilll', email: 'k.hilll@willowbank.example' },
      leadEmail: 'm.bergstrom@willowbank.example',
      deputyEmails: ['h.mills@willowbank.example'],
      chair: { name: 'Destini Hills', email: 'chair@willowbank.example', phone: '01632 960001' },
      fallbackAlertGroup: 'Safeguarding team',
      dayStarts: '08:30',
      termDates: [
        { from: '2026-09-02', to: '2026-10-23' },
        { from: '2026-11-02', to: '2026-12-18' },
        { from: '2027-01-04', to: '2027-02-12' },
      ],
    });
  });

  it('says the same as a folder of .csv files', () => {
    const files = sample.sheets.map((sheet) => [`set-up/${sheet.name}.csv`, csvOf(sheet)] as const);
    const folder = readCsvFolder(new Map(files));
    expect(planSchool(folder, TODAY)).toEqual(planSchool(sample, TODAY));
  });
});

describe('the empty template', () => {
  it('is what the columns and its worked example give today', () => {
    expect(Buffer.from(offered('heed-set-up-template.xlsx')).equals(writeWorkbook(templateSheets()))).toBe(
      true,
    );
  });

  it('can be set up as it stands', () => {
    const { plan, faults, warnings, notes } = planSchool(
      readWorkbook(offered('heed-set-up-template.xlsx')),
      TODAY,
    );
    expect({ faults, warnings, notes }).toEqual({ faults: [], warnings: [], notes: [] });
    expect(plan?.pupils.map(({ firstName, siblingOf }) => [firstName, siblingOf])).toEqual([
      ['Sam', undefined],
      ['Erin', 'A936000000001'],
    ]);
  });
});

/** A sheet as a spreadsheet program saves it: a byte order mark, CRLF, every field in quotation marks. */
function csvOf(sheet: Sheet): Uint8Array {
  const lines: string[] = [];
  for (const row of sheet.rows) {
    const number = rowOf(row[0]?.ref ?? 'A1');
    while (lines.length < number - 1) lines.push('');
    const fields: string[] = [];
    for (const { ref, text } of row) {
      while (fields.length < columnIndex(columnOf(ref))) fields.push('');
      fields.push(`"${text.replaceAll('"', '""')}"`);
    }
    lines.push(fields.join(','));
  }
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}
