import { COLUMNS, SETTINGS, SHEET_NAMES, type SettingName, type SheetName } from '../server/set-up/columns';
import type { SheetToWrite } from '../server/set-up/workbook/write-xlsx';

/** The worked example of the empty template: one small school that can be imported as it stands. */
const SCHOOL: Record<SettingName, string> = {
  'School name': 'Oakfield Primary School',
  Site: 'oakfield',
  'DfE number': '936/0000',
  'Main contact name': 'Priya Nair',
  'Main contact e-mail': 'p.nair@oakfield.example',
  'Safeguarding lead e-mail': 'n.shah@oakfield.example',
  'Deputy lead e-mails': 'h.grey@oakfield.example',
  'Headteacher e-mail': 'h.grey@oakfield.example',
  'Chair name': 'Owen Pryce',
  'Chair e-mail': 'chair@oakfield.example',
  'Chair phone': '01632 960101',
  "Children's services phone": '01632 960102',
  "Children's services phone out of hours": '01632 960103',
  'Fallback alert group': 'Safeguarding team',
  'Support e-mail': 'help@oakfield.example',
  'Support phone': '01632 960104',
  'Time zone': 'Europe/London',
  'School day starts': '08:45',
  'School day ends': '15:15',
  'Term dates': '02/09/2026-23/10/2026, 02/11/2026-18/12/2026',
};

type Example = Partial<Record<string, string>>;

const LEADS = 'Safeguarding leads';
const TEAM = 'n.shah@oakfield.example, h.grey@oakfield.example';

const ROWS: Record<Exclude<SheetName, 'School'>, Example[]> = {
  Staff: [
    person('Helen', 'Grey', 'Mrs', 'h.grey@oakfield.example', 'Headteacher', LEADS),
    person('Nadia', 'Shah', 'Ms', 'n.shah@oakfield.example', 'Designated safeguarding lead', LEADS),
    person('Priya', 'Nair', 'Ms', 'p.nair@oakfield.example', 'School business manager', 'Administrators'),
    {
      ...person('Marek', 'Kunze', 'Mr', 'm.kunze@oakfield.example', 'Class teacher', 'Teachers'),
      Classes: '4B',
    },
    {
      ...person('Joan', 'Ellis', 'Mrs', '', 'Lunchtime supervisor', 'All staff'),
      'Phone or radio': 'Radio 3',
    },
  ],
  Classes: [{ Class: '4B', 'Year group': 'Year 4', 'Teacher e-mail': 'm.kunze@oakfield.example' }],
  Pupils: [
    {
      ...pupil('A936000000001', 'Sam', 'Fielding', '14/03/2018', 'M'),
      'Preferred name': 'Sammy',
      SEN: 'K',
      'Free school meals': 'yes',
      ...contact(1, 'Dawn Fielding', 'Mother', '07700 900123'),
      ...contact(2, 'Ray Fielding', 'Grandparent', '01632 960105'),
    },
    {
      ...pupil('T936000000002', 'Erin', 'Fielding', '02/09/2017', 'F'),
      'Pupil ID': '2041',
      'Sibling of': 'A936000000001',
      'Connected staff': 'm.kunze@oakfield.example',
      EAL: 'no',
      ...contact(1, 'Dawn Fielding', 'Mother', '07700 900123'),
    },
  ],
  Categories: [
    {
      Category: 'Child protection',
      Colour: '#B3261E',
      Restricted: 'yes',
      Urgent: 'yes',
      Guidance: 'Tell a safeguarding lead in person as well.',
    },
    {
      Category: 'Physical injury',
      Parent: 'Child protection',
      Colour: '#B3261E',
      Restricted: 'yes',
      Urgent: 'yes',
      'Body map': 'yes',
      'On record screen': 'yes',
      Guidance: 'Use the body map. No photographs.',
    },
    { Category: 'Behaviour', Colour: '#C47F00', 'On record screen': 'yes' },
  ],
  'User groups': [
    {
      'User group': LEADS,
      'Higher level': 'yes',
      Unrestricted: 'yes',
      Administration: 'staff, pupils, groups, categories, alerts, devices, settings, audit',
    },
    {
      'User group': 'Administrators',
      'Higher level': 'yes',
      Administration: 'staff, pupils, groups, categories, alerts, devices, settings',
    },
    { 'User group': 'Teachers', 'Higher level': 'yes' },
    { 'User group': 'All staff', 'Higher level': 'no' },
  ],
  Permissions: [
    {
      'User group': LEADS,
      Category: '*',
      'View pupils': 'yes',
      'View concerns': 'yes',
      'Add concerns': 'yes',
    },
    { 'User group': 'Administrators', Category: '*', 'Add concerns': 'yes' },
    { 'User group': 'Teachers', Category: '*', 'Add concerns': 'yes' },
    { 'User group': 'Teachers', Category: 'Behaviour', 'View concerns': 'yes', 'Add concerns': 'yes' },
    { 'User group': 'All staff', Category: '*', 'Add concerns': 'yes' },
  ],
  'Alert groups': [{ 'Alert group': 'Safeguarding team', Members: TEAM }],
  'Automatic alerts': [
    { Category: 'Child protection', 'Alert groups': 'Safeguarding team' },
    { Category: 'Behaviour', Staff: 'm.kunze@oakfield.example', 'Year groups': 'Year 4', Classes: '4B' },
  ],
  'Class restrictions': [
    {
      Type: 'Class',
      'Class or year group': '4B',
      'Allowed user groups': LEADS,
      'Allowed staff': 'm.kunze@oakfield.example',
    },
    { Type: 'Year group', 'Class or year group': 'Year 4', 'Allowed user groups': '*' },
  ],
  Places: [{ Place: 'Playground' }, { Place: 'Dining hall' }],
  Agencies: [{ Agency: "Children's social care" }, { Agency: 'School nurse' }],
};

function person(
  first: string,
  last: string,
  title: string,
  email: string,
  job: string,
  group: string,
): Example {
  return {
    'First name': first,
    'Last name': last,
    Title: title,
    'E-mail': email,
    'Job title': job,
    'User group': group,
  };
}

function pupil(upn: string, first: string, last: string, born: string, sex: string): Example {
  return {
    UPN: upn,
    'First name': first,
    'Last name': last,
    'Date of birth': born,
    Sex: sex,
    Class: '4B',
    'Year group': 'Year 4',
  };
}

function contact(number: number, name: string, relationship: string, phone: string): Example {
  return {
    [`Contact ${number} name`]: name,
    [`Contact ${number} relationship`]: relationship,
    [`Contact ${number} phone`]: phone,
  };
}

/** The sheets of the template: the headings of columns.ts and below them the worked example. */
export function templateSheets(): SheetToWrite[] {
  return SHEET_NAMES.map((name) => {
    const headings = COLUMNS[name].map((column) => column.name);
    if (name === 'School')
      return { name, rows: [headings, ...SETTINGS.map((row) => [row.name, SCHOOL[row.name]])] };
    const rows = ROWS[name].map((example) => headings.map((heading) => example[heading] ?? ''));
    return { name, rows: [headings, ...rows] };
  });
}
