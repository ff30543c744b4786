import { describe, expect, it } from 'vitest';
import { faultLine } from '../../../server/set-up/faults';
import { aSchool } from './small-school';

/** One changed cell and the one line that the school then reads. */
type Case = readonly [what: string, sheet: string, cell: string, text: string, line: string];

const CASES: readonly Case[] = [
  // References.
  [
    'a user group that is nearly there',
    'Staff',
    'H5',
    'Teacher',
    'Staff!H5: No user group “Teacher”; Write “Teachers”, or add it to User groups',
  ],
  [
    'a user group that is not there',
    'Staff',
    'H6',
    'Governors',
    'Staff!H6: No user group “Governors”; Add it to User groups, or write one that is there',
  ],
  [
    'a class with a space',
    'Pupils',
    'H2',
    '4 B',
    'Pupils!H2: No class “4 B”; Write “4B”, or add it to Classes',
  ],
  [
    'another class',
    'Staff',
    'I5',
    '4B, 4A',
    'Staff!I5: No class “4A”; Add it to Classes, or write one that is there',
  ],
  [
    'a teacher nobody knows',
    'Classes',
    'C2',
    'x.yz@elsewhere.example',
    'Classes!C2: “x.yz@elsewhere.example” is not a row of Staff; Add this person to Staff, or write somebody who is there',
  ],
  [
    'a headteacher with a typing fault',
    'School',
    'B9',
    'h.gray@oakfield.example',
    'School!B9: “h.gray@oakfield.example” is not a row of Staff; Write “h.grey@oakfield.example”, or add this person to Staff',
  ],
  [
    'a main contact outside the staff',
    'School',
    'B6',
    'office@county.example',
    'School!B6: “office@county.example” is not a row of Staff; Add this person to Staff, or write somebody who is there',
  ],
  [
    'a chair from the staff',
    'School',
    'B11',
    'P.Nair@oakfield.example',
    'School!B11: P.Nair@oakfield.example is the e-mail of a member of staff; Write an e-mail that only the chair reads, or leave it empty',
  ],
  [
    'no such fallback group',
    'School',
    'B15',
    'Pastoral team',
    'School!B15: No alert group “Pastoral team”; Add it to Alert groups, or write one that is there',
  ],
  [
    'a parent that is no category',
    'Categories',
    'B3',
    'Child protecton',
    'Categories!B3: No category “Child protecton”; Write “Child protection”, or add it to Categories',
  ],
  [
    'a permission for nothing',
    'Permissions',
    'B5',
    'Homework',
    'Permissions!B5: No category “Homework”; Add it to Categories, or write one that is there',
  ],
  [
    'a rule for a category by *',
    'Automatic alerts',
    'A2',
    '*',
    'Automatic alerts!A2: No category “*”; Add it to Categories, or write one that is there',
  ],
  [
    'a rule for a year group nobody is in',
    'Automatic alerts',
    'D3',
    'Year 9',
    'Automatic alerts!D3: No year group “Year 9”; Add it to Classes, or write one that is there',
  ],
  [
    'a rule that alerts nobody',
    'Automatic alerts',
    'B2',
    '',
    'Automatic alerts!B2: This rule alerts nobody; Write an alert group, or e-mails under Staff',
  ],
  [
    'a restriction of a class by the wrong type',
    'Class restrictions',
    'A2',
    'Year group',
    'Class restrictions!B2: No year group “4B”; Add it to Classes, or write one that is there',
  ],
  [
    'a connected person who is no staff',
    'Pupils',
    'K3',
    'mum@home.example',
    'Pupils!K3: “mum@home.example” is not a row of Staff; Add this person to Staff, or write somebody who is there',
  ],
  [
    'a sibling nobody knows',
    'Pupils',
    'J3',
    'B936100',
    'Pupils!J3: Sibling of “B936100”: no pupil has this UPN; Write the UPN of the brother or sister, or leave it empty',
  ],
  [
    'a pupil who is their own brother',
    'Pupils',
    'J3',
    '2041',
    'Pupils!J3: A pupil cannot be their own brother or sister; Write the UPN of the brother or sister, or leave it empty',
  ],
  // Names.
  [
    'two people with one e-mail',
    'Staff',
    'E6',
    'M.Kunze@Oakfield.example',
    'Staff!E6: The same e-mail stands in row 5; Give each person an e-mail of their own',
  ],
  [
    'two pupils with one UPN',
    'Pupils',
    'A3',
    'a936000000001',
    'Pupils!A3: This UPN stands in row 2 as well; Correct one of them, or delete the row that is there twice',
  ],
  [
    'a Pupil ID that is another’s UPN',
    'Pupils',
    'B3',
    'A936000000001',
    'Pupils!B3: This Pupil ID stands in row 2 as well; Correct one of them, or delete the row that is there twice',
  ],
  [
    'a category in two spellings',
    'Categories',
    'A4',
    'physical  Injury',
    'Categories!A4: The category “physical Injury” stands in row 3 as well; Correct one of them, or delete the row that is there twice',
  ],
  [
    'a pupil without UPN and Pupil ID',
    'Pupils',
    'A2',
    '',
    'Pupils!A2: This pupil has neither a UPN nor a Pupil ID; Write one of them',
  ],
  [
    'a group named *',
    'User groups',
    'A5',
    '*',
    'User groups!A5: “*” means all and cannot be a name; Write a name',
  ],
  [
    'two permissions for one category',
    'Permissions',
    'B5',
    '*',
    'Permissions!B5: The same group and category stand in row 4; Keep one of the two rows',
  ],
  // Access.
  [
    'a teacher without an e-mail',
    'Staff',
    'E5',
    '',
    'Staff!E5: “E-mail” is empty, and “Teachers” has View rights; Write this person’s e-mail, or choose a group without View rights',
  ],
  [
    'a business manager without an e-mail',
    'Staff',
    'E4',
    '',
    'Staff!E4: “E-mail” is empty, and “Administrators” has Administration rights; Write this person’s e-mail, or choose a group without Administration rights',
  ],
  [
    'a group that views without a second factor',
    'User groups',
    'B4',
    'no',
    'User groups!B4: “Teachers” has View rights but is not higher level; Write yes, or take its View rights away',
  ],
  [
    'a group that administers without a second factor',
    'User groups',
    'B3',
    '',
    'User groups!B3: “Administrators” has Administration rights but is not higher level; Write yes, or take its Administration rights away',
  ],
];

describe('a name that leads nowhere, or stands twice', () => {
  it.each(CASES)('is told where it stands: %s', (_, sheet, cell, text, line) => {
    const { plan, faults } = aSchool().set(sheet, cell, text).plan();
    expect(faults.map(faultLine)).toContain(line);
    expect(plan).toBeNull();
  });
});
