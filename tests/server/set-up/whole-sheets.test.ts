import { describe, expect, it } from 'vitest';
import { faultLine } from '../../../server/set-up/faults';
import { MOST_FAULTS } from '../../../server/set-up/findings';
import { planSchool } from '../../../server/set-up/plan-school';
import { aSchool, places, TODAY } from './small-school';

describe('sheets and columns', () => {
  it.each([
    'School',
    'Staff',
    'Classes',
    'Pupils',
    'Categories',
    'User groups',
    'Permissions',
    'Alert groups',
    'Automatic alerts',
    'Class restrictions',
  ])('misses the sheet %s', (sheet) => {
    const lines = aSchool().drop(sheet).plan().faults.map(faultLine);
    expect(lines.some((line) => line.startsWith(`${sheet}!A1: The sheet “${sheet}” is missing; `))).toBe(
      true,
    );
  });

  it('does without Places and Agencies', () => {
    const { plan, faults } = aSchool().drop('Places').drop('Agencies').plan();
    expect(faults).toEqual([]);
    expect(plan).toMatchObject({ places: [], agencies: [] });
  });

  it('takes sheets that have headings and no rows where a school may do without', () => {
    const { faults } = aSchool().clear('Automatic alerts').clear('Class restrictions').plan();
    expect(faults).toEqual([]);
  });

  it('tells once of a required column that is missing, at the headings', () => {
    const { faults } = aSchool().set('Pupils', 'C1', 'Forename').plan();
    expect(faults.map(faultLine)).toEqual([
      'Pupils!A1: The column “First name” is missing; Add a column with exactly this heading',
    ]);
  });

  it('tells once when nobody has an e-mail column or a way to know a pupil again', () => {
    expect(
      places(
        aSchool().set('Pupils', 'A1', 'x').set('Pupils', 'B1', 'y').set('Pupils', 'J3', '').plan().faults,
      ),
    ).toEqual(['Pupils!A1']);
    const staff = aSchool()
      .set('Staff', 'E1', 'Mail')
      .plan()
      .faults.filter((fault) => fault.sheet === 'Staff');
    expect(staff.map(faultLine)).toEqual([
      'Staff!A1: The column “E-mail” is missing; Add a column with exactly this heading',
    ]);
  });

  it('tells of a column, a sheet and a setting that are there twice', () => {
    expect(places(aSchool().set('Pupils', 'Y1', 'upn').plan().faults)).toEqual(['Pupils!Y1']);
    expect(places(aSchool().set('School', 'A4', 'Site').plan().faults)).toEqual(['School!A4']);
    const sheets = [
      { name: 'Places', rows: [] },
      { name: 'places ', rows: [] },
    ];
    expect(planSchool({ sheets }, TODAY).faults.map(faultLine)).toContain(
      'Places!A1: This sheet is there twice; Keep one of them',
    );
  });

  it('tells of a required setting that has no row, where it would stand next', () => {
    const { faults } = aSchool().set('School', 'A3', 'Web site').plan();
    expect(faults.map(faultLine)).toEqual([
      'School!A22: The setting “Site” is missing; Add a row with this setting and its value',
    ]);
  });

  it('names unknown sheets, columns and settings and leaves them alone', () => {
    const { plan, notes } = aSchool()
      .rename('Agencies', 'Old agencies')
      .set('Pupils', 'Y1', 'House')
      .set('Pupils', 'Y2', 'Red')
      .set('Pupils', 'Z3', 'stray')
      .set('School', 'A22', 'Motto')
      .plan();
    expect(plan?.agencies).toEqual([]);
    expect(notes).toEqual([
      { sheet: 'School', cell: 'A22', text: 'Heed knows no setting “Motto” and leaves it alone' },
      { sheet: 'Pupils', cell: 'Y1', text: 'Heed knows no column “House” here and leaves it alone' },
      { sheet: 'Pupils', cell: 'Z3', text: 'This column has no heading and is left alone' },
      { sheet: 'Old agencies', cell: 'A1', text: 'Heed knows no sheet “Old agencies” and leaves it alone' },
    ]);
  });

  it('reads nothing but faults out of an empty workbook', () => {
    const { plan, faults } = planSchool({ sheets: [] }, TODAY);
    expect(plan).toBeNull();
    expect(faults.filter((fault) => fault.wrong.endsWith('is missing'))).toHaveLength(10);
  });

  it('stops counting when a hostile sheet has more faults than anybody mends', () => {
    const school = aSchool();
    for (let row = 0; row < MOST_FAULTS / 2; row += 1) school.add('Classes', '', '', 'nobody');
    const { faults } = school.plan();
    expect(faults).toHaveLength(MOST_FAULTS + 1);
    expect(faults.at(-1)?.wrong).toBe('There are more faults than can be shown');
  });
});
