import { describe, expect, it } from 'vitest';
import { faultLine } from '../../../server/set-up/faults';
import { aSchool, places } from './small-school';

/** One changed cell and the one line that the school then reads. */
type Case = readonly [what: string, sheet: string, cell: string, text: string, line: string];

const FILL = 'Fill this cell';

const CASES: readonly Case[] = [
  // Required cells.
  ['no school name', 'School', 'B2', '', `School!B2: “School name” is empty; ${FILL}`],
  ['a pupil without a first name', 'Pupils', 'C3', '', `Pupils!C3: “First name” is empty; ${FILL}`],
  ['a class without a year group', 'Classes', 'B2', ' ', `Classes!B2: “Year group” is empty; ${FILL}`],
  [
    'an alert group without members',
    'Alert groups',
    'B2',
    ' , ',
    'Alert groups!B2: “,” names nobody; Write names, or leave it empty',
  ],
  // Forms.
  [
    'an address with capitals',
    'School',
    'B3',
    'Oak Field',
    'School!B3: “Oak Field” cannot stand in an address; Write only a–z, 0–9 and hyphens, for example oak-field',
  ],
  [
    'an address that ends in a hyphen',
    'School',
    'B3',
    'oak-',
    'School!B3: “oak-” cannot stand in an address; Write only a–z, 0–9 and hyphens, for example oak',
  ],
  [
    'the address of Heed Authenticator',
    'School',
    'B3',
    'authenticator',
    'School!B3: “authenticator” is taken by Heed itself; Write another name',
  ],
  [
    'half an e-mail',
    'Staff',
    'E5',
    'm.kunze2@oakfield',
    'Staff!E5: “m.kunze2@oakfield” is not an e-mail address; Write all of it, for example m.kunze2@oakfield.example',
  ],
  [
    'a name for an e-mail',
    'School',
    'B11',
    'Owen',
    'School!B11: “Owen” is not an e-mail address; Write all of it, for example owen@oakfield.example',
  ],
  [
    'a mail header for an e-mail',
    'School',
    'B16',
    'a@b.example\nBcc: c@d.example',
    'School!B16: “a@b.example Bcc: c@d.example” is not an e-mail address; Put commas between addresses, and no other sign',
  ],
  [
    'e-mails with semicolons',
    'Alert groups',
    'B2',
    'n.shah@oakfield.example; h.grey@oakfield.example',
    'Alert groups!B2: “n.shah@oakfield.example; h.grey@oakfield.example” is not an e-mail address; Put commas between addresses, and no other sign',
  ],
  [
    'a time zone of its own',
    'School',
    'B18',
    'Oakfield/Hall',
    'School!B18: No time zone “Oakfield/Hall”; Write for example Europe/London',
  ],
  [
    'half past eight in words',
    'School',
    'B19',
    'half past 8',
    'School!B19: “half past 8” is not a time of day; Write hours and minutes, for example 08:30',
  ],
  [
    'a day of 25 hours',
    'School',
    'B20',
    '25:00',
    'School!B20: “25:00” is not a time of day; Write hours and minutes, for example 08:30',
  ],
  [
    'a day that ends before it starts',
    'School',
    'B20',
    '8:00',
    'School!B20: The school day ends at 08:00, before it starts at 08:45; Correct one of the two times',
  ],
  [
    'a term that ends before it starts',
    'School',
    'B21',
    '23/10/2026-02/09/2026',
    'School!B21: “23/10/2026-02/09/2026” is not a list of terms; Write first and last days, for example 02/09/2026-23/10/2026, 02/11/2026-18/12/2026',
  ],
  [
    'a colour by name',
    'Categories',
    'C4',
    'red',
    'Categories!C4: “red” is not a colour; Write # and six of 0–9 and A–F, for example #B3261E',
  ],
  [
    'a colour without its sign',
    'Categories',
    'C4',
    'c47f00',
    'Categories!C4: “c47f00” is not a colour; Write “#C47F00”',
  ],
  ['maybe', 'Categories', 'D4', 'maybe', 'Categories!D4: “maybe” is neither yes nor no; Write yes or no'],
  [
    'an American date',
    'Pupils',
    'F2',
    '03/14/2018',
    'Pupils!F2: “03/14/2018” is not a date; Write dd/mm/yyyy, for example 14/03/2018',
  ],
  [
    '31 February',
    'Pupils',
    'F2',
    '31/02/2018',
    'Pupils!F2: “31/02/2018” is not a date; Write dd/mm/yyyy, for example 14/03/2018',
  ],
  [
    'a day count that lost its format',
    'Pupils',
    'F2',
    '43173',
    'Pupils!F2: “43173” is not a date; Write dd/mm/yyyy, for example 14/03/2018',
  ],
  [
    'tomorrow’s child',
    'Pupils',
    'F2',
    '02/09/2026',
    'Pupils!F2: Date of birth “02/09/2026” is in the future; Write dd/mm/yyyy, for example 14/03/2018',
  ],
  [
    'an unknown SEN code',
    'Pupils',
    'L2',
    'S',
    'Pupils!L2: “S” is not known here; Write K, E, or leave it out',
  ],
  [
    'an unknown right',
    'User groups',
    'D3',
    'staff, groups, everything',
    'User groups!D3: “everything” is not known here; Write staff, pupils, groups, categories, alerts, devices, settings, audit, or leave it out',
  ],
  [
    'an unknown type of restriction',
    'Class restrictions',
    'A2',
    'House',
    'Class restrictions!A2: “House” is not known here; Write Class, Year group, or leave it out',
  ],
];

describe('a cell that needs mending', () => {
  it.each(CASES)('is told where it stands: %s', (_, sheet, cell, text, line) => {
    const { plan, faults } = aSchool().set(sheet, cell, text).plan();
    expect(faults.map(faultLine)).toContain(line);
    expect(plan).toBeNull();
  });

  it('is told along with all the others, from the first sheet to the last', () => {
    const school = aSchool();
    const wrong: [sheet: string, cell: string, text: string][] = [
      ['Agencies', 'A2', ''],
      ['Pupils', 'F3', 'yesterday'],
      ['Pupils', 'F2', '14.3.2018'],
      ['Pupils', 'AA1', 'Homework'],
      ['Staff', 'A2', ''],
      ['School', 'B3', ''],
      ['Categories', 'C2', 'blue'],
    ];
    for (const [sheet, cell, text] of wrong) school.set(sheet, cell, text);
    expect(places(school.plan().faults)).toEqual([
      'School!B3',
      'Staff!A2',
      'Pupils!F2',
      'Pupils!F3',
      'Categories!C2',
    ]);
  });

  it('may be wrong in two ways at once', () => {
    const { faults } = aSchool().set('Staff', 'I5', '5A, 5B, 4B').plan();
    expect(faults.map((fault) => fault.wrong)).toEqual(['No class “5A”', 'No class “5B”']);
  });

  it('tells of every category in a loop, and of none beside it', () => {
    const school = aSchool()
      .set('Categories', 'B2', 'Physical injury')
      .add('Categories', 'Bruise', 'Physical injury', '#000000');
    const { faults } = school.plan();
    expect(places(faults)).toEqual(['Categories!B2', 'Categories!B3']);
    expect(faults[0]?.wrong).toBe('“Child protection” stands below itself');
    expect(places(aSchool().set('Categories', 'B4', 'Behaviour').plan().faults)).toEqual(['Categories!B4']);
  });

  it('shows at most 60 characters of what was typed, on one line', () => {
    const { faults } = aSchool().set('Categories', 'C2', 'blue\n'.repeat(30)).plan();
    expect(faults[0]?.wrong).toHaveLength(60 + '“” is not a colour'.length);
    expect(faults[0]?.wrong).not.toContain('\n');
  });
});
