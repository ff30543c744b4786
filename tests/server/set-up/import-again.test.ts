import { beforeEach, expect, test } from 'vitest';
import type { Change } from '../../../protocol/changes/change';
import type { ImportSheet } from '../../../protocol/changes/import';
import type { ImportPreview } from '../../../protocol/import-again';
import { openHouse, type TestHouse } from '../house';
import { confirm as confirmChange } from '../oversight/confirm';
import { idsOf } from '../oversight/ids';
import { elevatedLead } from '../security-keys/phone';
import type { Visitor } from '../visitor';
import { aSchool, type SmallSchool } from './small-school';

const PRIYA = 'p.nair@oakfield.example';
const NADIA = 'n.shah@oakfield.example';

let house: TestHouse;
let priya: Visitor;
let lead: Visitor | null;
beforeEach(async () => {
  house = await openHouse({ plan: aSchool().plan().plan! });
  priya = (await elevatedLead(house, PRIYA)).browser;
  lead = null;
});

const fileOf = (school: SmallSchool) => Buffer.from(school.bytes()).toString('base64');
const preview = (school: SmallSchool, browser = priya) =>
  browser.must('previewImport', { body: { file: fileOf(school) } });
const apply = async (school: SmallSchool, ...sheets: ImportSheet[]) => {
  const { mark } = await preview(school);
  return priya.must('applyImport', { body: { file: fileOf(school), mark, sheets } });
};
const sheetOf = ({ sheets }: ImportPreview, name: ImportSheet) => sheets.find(({ sheet }) => sheet === name)!;
/** "change Marek Kunze: Job title Class teacher → Year leader" */
const lines = (shown: ImportPreview, name: ImportSheet) =>
  sheetOf(shown, name).rows.map(({ what, title, fields }) =>
    [
      `${what} ${title}`,
      ...fields.map((field) => `${field.name} ${String(field.from)} → ${String(field.to)}`),
    ].join(', '),
  );
const outcomes = (given: Awaited<ReturnType<typeof apply>>) =>
  given.results.map(
    ({ sheet, what, outcome, titles }) => `${sheet} ${what} ${outcome}: ${titles.join(', ')}`,
  );
const count = async (table: string) => {
  const rows = await house.ground.database.read(table).where({ school_id: house.schoolId });
  return rows.length;
};
/** Nadia, a lead, confirms what waits; answers how many changes did. */
const confirmAll = async () => {
  const nadia = (lead ??= (await elevatedLead(house, NADIA)).browser);
  const { pending } = await nadia.must('listPendingChanges');
  for (const { id } of pending) await confirmChange(nadia, id);
  return pending.length;
};

test('the spreadsheet that set the school up says nothing new', async () => {
  const shown = await preview(aSchool());
  expect(shown).toMatchObject({ faults: [], withheld: [] });
  expect(shown.sheets).toHaveLength(14);
  for (const { sheet, rows, leavers, leftAlone, changedHere, rights } of shown.sheets)
    expect({ sheet, rows, leavers, leftAlone, changes: changedHere?.rows ?? null }).toEqual({
      sheet,
      rows: [],
      leavers: [],
      leftAlone: [],
      changes: rights ? [] : null,
    });
  expect(sheetOf(shown, 'Pupils').same).toBe(2);
});

test('a new year: joiners, movers and corrections, each shown before anything is written', async () => {
  const school = aSchool()
    .set('Staff', 'G5', 'Year leader')
    .add('Classes', '5C', 'Year 5', 'r.hall@oakfield.example')
    .add('Staff', 'Rosa', 'Hall', 'Ms', '', 'r.hall@oakfield.example', '', 'Class teacher', 'All staff', '5C')
    .add('Pupils', 'B1', '', 'Zoë', 'Ní Bhriain', '', '28/02/2017', 'F', '5C', 'Year 5', 'A936000000001')
    .set('Pupils', 'H2', '5C')
    .set('Pupils', 'I2', 'Year 5')
    .set('Places', 'A4', 'Forest school')
    .set('School', 'B17', '07700 900111');
  const shown = await preview(school);
  expect(lines(shown, 'Staff')).toEqual([
    'change Marek Kunze, Job title Class teacher → Year leader',
    expect.stringMatching(/^add Rosa Hall, E-mail .*r\.hall@oakfield\.example, User group {2}→ All staff/),
  ]);
  expect(lines(shown, 'Classes')).toEqual([
    'add Year 5',
    'add 5C, Year group  → Year 5, Teacher e-mail  → r.hall@oakfield.example',
  ]);
  expect(lines(shown, 'Pupils')).toEqual([
    'move Sammy Fielding, Class 4B → 5C, Year group Year 4 → Year 5, Siblings  → B1',
    'change Erin Fielding, Siblings  → B1',
    expect.stringContaining('add Zoë Ní Bhriain'),
  ]);
  expect(sheetOf(shown, 'Pupils').rows[0]!.needs).toEqual([
    { sheet: 'Classes', name: '5C' },
    { sheet: 'Classes', name: 'Year 5' },
  ]);
  expect(await count('pupils')).toBe(2);

  const done = await apply(school, 'Classes', 'Staff', 'Pupils', 'Places', 'School');
  expect(done.later).toEqual([]);
  expect(outcomes(done)).toEqual([
    'Classes add made: Year 5, 5C',
    'Staff add made: Rosa Hall',
    'Staff change made: Marek Kunze',
    'Pupils add made: Zoë Ní Bhriain',
    'Pupils change made: Erin Fielding',
    expect.stringMatching(/^Pupils move (made|waits): Sammy Fielding$/),
    'Places add made: Forest school',
    'School change made: The school',
    'Classes change made: 5C',
  ]);
  await confirmAll();
  const { pupils, classes } = await priya.must('listPupils');
  const sam = pupils.find(({ first, last }) => last === 'Fielding' && first !== 'Erin')!;
  expect(classes.find(({ id }) => id === sam.classId)!.name).toBe('5C');
  const after = await preview(school);
  for (const { sheet, rows } of after.sheets) expect([sheet, rows]).toEqual([sheet, []]);
});

test('what is in the school and not in the sheet is proposed as leaving, and stays', async () => {
  const school = aSchool();
  school.rows('Pupils').splice(2, 1);
  const joan = school.rows('Staff').findIndex(([first]) => first === 'Joan');
  school.rows('Staff').splice(joan, 1);
  school.rows('Places').splice(1, 1);
  const shown = await preview(school);
  expect(sheetOf(shown, 'Pupils').leavers).toMatchObject([{ name: 'Erin Fielding', detail: '4B' }]);
  expect(sheetOf(shown, 'Staff').leavers).toMatchObject([{ name: 'Joan Ellis' }]);
  const before = [await count('pupils'), await count('staff'), await count('places')];
  const all = shown.sheets.map(({ sheet }) => sheet);
  expect(await apply(school, ...all)).toMatchObject({ results: [], later: [] });
  expect([await count('pupils'), await count('staff'), await count('places')]).toEqual(before);
});

test('an empty cell says nothing, and lists are only added to', async () => {
  const school = aSchool()
    .set('Pupils', 'E2', '')
    .set('Pupils', 'L2', '')
    .set('Pupils', 'Q2', '')
    .set('Pupils', 'S2', 'Ray Fielding')
    .set('Pupils', 'T2', '')
    .set('Pupils', 'U2', '01632 960999')
    .set('Staff', 'G5', '')
    .set('Staff', 'I5', '')
    .set('Alert groups', 'B2', PRIYA);
  const shown = await preview(school);
  expect(lines(shown, 'Staff')).toEqual([]);
  expect(lines(shown, 'Pupils')).toEqual([
    'change Sammy Fielding, Contacts  → Ray Fielding · Grandparent · 01632 960999',
  ]);
  expect(lines(shown, 'Alert groups')).toEqual([
    'change Safeguarding team, Members  → p.nair@oakfield.example',
  ]);
  await apply(school, 'Pupils');
  const { pupils } = await priya.must('listPupils');
  const { id } = pupils.find(({ first, last }) => last === 'Fielding' && first !== 'Erin')!;
  const { contacts, preferred, sen } = (await priya.must('readPupil', { params: { id } })).pupil;
  expect([preferred, sen]).toEqual(['Sammy', 'K']);
  expect(contacts.map(({ name, relationship, phone }) => [name, relationship, phone])).toEqual([
    ['Dawn Fielding', 'Mother', '07700 900123'],
    ['Ray Fielding', 'Grandparent', '01632 960999'],
  ]);
});

test('a cell that begins like a formula is a text', async () => {
  const formula = '=HYPERLINK("http://evil.example")';
  const school = aSchool().set('Pupils', 'D2', formula);
  expect(lines(await preview(school), 'Pupils')).toEqual([
    `change Sammy Fielding, Last name Fielding → ${formula}`,
  ]);
  await apply(school, 'Pupils');
  const { pupils } = await priya.must('listPupils');
  expect(pupils.map(({ last }) => last)).toContain(formula);
});

test('every bad cell is told in a sentence, and nothing is imported while one is left', async () => {
  const school = aSchool().set('Pupils', 'F2', '31/02/2018').set('Staff', 'H5', 'Teechers');
  const { faults, sheets, mark } = await preview(school);
  expect(faults).toEqual([
    {
      sheet: 'Staff',
      cell: 'H5',
      wrong: 'No user group “Teechers”',
      mend: 'Write “Teachers”, or add it to User groups',
    },
    {
      sheet: 'Pupils',
      cell: 'F2',
      wrong: '“31/02/2018” is not a date',
      mend: 'Write dd/mm/yyyy, for example 14/03/2018',
    },
  ]);
  expect(sheets).toEqual([]);
  const { problem } = await priya.call('applyImport', {
    body: { file: fileOf(school), mark, sheets: ['Places'] },
  });
  expect(problem).toMatchObject({ status: 422, code: 'spreadsheet-faults' });
});

test('a word that is too long is refused with its row, and the other sheets are imported', async () => {
  const school = aSchool().add('Places', 'P'.repeat(81)).add('Agencies', 'Early help');
  const { results } = await apply(school, 'Places', 'Agencies');
  expect(results).toMatchObject([
    { sheet: 'Places', outcome: 'refused', why: expect.stringMatching(/^Places, P+: /) as string },
    { sheet: 'Agencies', outcome: 'made' },
  ]);
});

test('the spreadsheet of another school is not compared', async () => {
  const { problem } = await priya.call('previewImport', {
    body: { file: fileOf(aSchool().set('School', 'B3', 'hilltop')) },
  });
  expect(problem.title).toBe(
    'This is the spreadsheet of another school: its Site is “hilltop”, and this school’s is “oakfield”.',
  );
});

test('a preview that is out of date is refused, and the next one shows how things are', async () => {
  const school = aSchool().add('Places', 'Forest school').add('Agencies', 'Early help');
  const { mark } = await preview(school);
  await priya.must('makeChanges', { body: { changes: [{ kind: 'place.add', name: 'Forest school' }] } });
  const { problem } = await priya.call('applyImport', {
    body: { file: fileOf(school), mark, sheets: ['Places', 'Agencies'] },
  });
  expect(problem).toMatchObject({ status: 409, code: 'conflict' });
  expect(problem.title).toBe(
    'The school, or the file, has changed since this was shown. Nothing was imported. Look at it again.',
  );
  const again = await preview(school);
  expect([lines(again, 'Places'), lines(again, 'Agencies')]).toEqual([[], ['add Early help']]);
});

test('sheets about rights say what was changed here since they were last imported', async () => {
  const id = await idsOf(house);
  await priya.must('makeChanges', {
    body: {
      changes: [
        {
          kind: 'permissions.set',
          groupId: id.group('Teachers'),
          categoryId: id.category('Behaviour'),
          rights: { viewPupils: false, viewConcerns: false, addConcerns: true },
        },
        {
          kind: 'group.add',
          name: 'Mentors',
          higherLevel: true,
          unrestricted: false,
          administration: [],
        },
      ],
    },
  });
  const shown = await preview(aSchool());
  expect(sheetOf(shown, 'Permissions').changedHere!.rows).toEqual([
    {
      title: 'Teachers: Behaviour',
      what: 'change',
      fields: [{ name: 'View concerns', from: 'yes', to: 'no' }],
    },
  ]);
  expect(sheetOf(shown, 'User groups').changedHere!.rows).toMatchObject([{ title: 'Mentors', what: 'add' }]);
  // The file would give it back: that lets Marek read more.
  expect(lines(shown, 'Permissions')).toEqual(['change Teachers: Behaviour, View concerns no → yes']);
  const done = await apply(aSchool(), 'Permissions', 'User groups');
  expect(outcomes(done)).toEqual(['Permissions change waits: Teachers: Behaviour']);
  expect(await confirmAll()).toBe(1);
  expect(sheetOf(await preview(aSchool()), 'Permissions').changedHere!.rows).toEqual([]);
});

test('nobody raises their own rights by a spreadsheet', async () => {
  const school = aSchool().set('Staff', 'H4', 'Safeguarding leads');
  expect(lines(await preview(school), 'Staff’s groups')).toEqual([
    'move Priya Nair, User group Administrators → Safeguarding leads',
  ]);
  expect(outcomes(await apply(school, 'Staff’s groups'))).toEqual(['Staff’s groups move waits: Priya Nair']);
  const { pending } = await priya.must('listPendingChanges');
  expect(pending[0]).toMatchObject({ mayDecide: false, mayWithdraw: true });
  expect(pending[0]!.widening.map(({ code }) => code)).toContain('view-concerns');
  const again = await preview(school);
  expect(sheetOf(again, 'Staff’s groups').rows).toMatchObject([{ title: 'Priya Nair', waits: true }]);
  expect(await apply(school, 'Staff’s groups')).toEqual({ results: [], later: [] });
});

test('what names somebody who is not here yet is left for later, and comes with the same file', async () => {
  const sian = 's.odell@oakfield.example';
  const school = aSchool()
    .add('Staff', 'Sian', 'Odell', '', '', sian, '', 'Deputy lead', 'Safeguarding leads')
    .set('Alert groups', 'B2', `n.shah@oakfield.example, h.grey@oakfield.example, ${sian}`);
  const done = await apply(school, 'Staff', 'Alert groups');
  expect(outcomes(done)).toEqual(['Staff add waits: Sian Odell']);
  expect(done.later).toEqual([
    { sheet: 'Alert groups', title: 'Safeguarding team', needs: [{ sheet: 'Staff', name: sian }] },
  ]);
  await confirmAll();
  expect(outcomes(await apply(school, 'Staff', 'Alert groups'))).toEqual([
    expect.stringMatching(/^Alert groups change (made|waits): Safeguarding team$/),
  ]);
});

test('every sheet about rights arrives once a lead has confirmed it', async () => {
  const school = aSchool()
    .add('User groups', 'Mentors', 'yes', '', '')
    .set('User groups', 'D3', 'staff, pupils, groups, categories, alerts, devices, settings, audit')
    .add('Categories', 'Online', 'Wellbeing', '#112233')
    .add('Categories', 'Wellbeing', '', '#445566')
    .add('Permissions', 'Mentors', 'Wellbeing', '', 'yes', 'yes')
    .add('Permissions', 'Teachers', 'Online', '', 'yes', 'yes')
    .add('Alert groups', 'Mentors’ team', 'm.kunze@oakfield.example')
    .add('Automatic alerts', 'Wellbeing', 'Mentors’ team', '', 'Year 4')
    .add('Class restrictions', 'Class', '4B', 'Mentors')
    .set('School', 'B7', 'h.grey@oakfield.example')
    .set('School', 'B8', 'n.shah@oakfield.example')
    .set('School', 'B15', 'Mentors’ team')
    .set('School', 'B19', '08:30')
    .set('School', 'B21', '02/09/2026-18/12/2026');
  school.rows('Class restrictions').splice(1, 1);
  const shown = await preview(school);
  expect(shown.faults).toEqual([]);
  expect(lines(shown, 'Duty list')).toEqual([
    'change Duty list, Lead n.shah@oakfield.example → h.grey@oakfield.example, Deputies  → n.shah@oakfield.example',
  ]);
  expect(lines(shown, 'School')).toEqual([
    'change The school, School day starts 08:45 → 08:30, Term dates 02/09/2026-23/10/2026, 02/11/2026-18/12/2026 → 02/09/2026-18/12/2026',
  ]);
  expect(lines(shown, 'Categories').map((line) => line.split(',')[0])).toEqual([
    'add Wellbeing',
    'add Online',
  ]);
  const all = shown.sheets.map(({ sheet }) => sheet);
  const first = await apply(school, ...all);
  expect(first.results.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
  // The new alert group is to be told where nobody else is: it waits, and with it the rule that names it.
  expect(first.later).toMatchObject([{ sheet: 'Automatic alerts', needs: [{ name: 'Mentors’ team' }] }]);
  await confirmAll();
  expect((await apply(school, ...all)).later).toEqual([]);
  await confirmAll();
  for (const { sheet, rows } of (await preview(school)).sheets) expect([sheet, rows]).toEqual([sheet, []]);
});

test('whoever confirms sees who moves where, and nothing else of them', async () => {
  const sian = 's.odell@oakfield.example';
  const group = 'Safeguarding leads';
  await apply(aSchool().add('Staff', 'Sian', 'Odell', '', '', sian, '07700 900999', '', group), 'Staff');
  const nadia = (await elevatedLead(house, NADIA)).browser;
  const { pending } = await nadia.must('listPendingChanges');
  expect(pending[0]!.change).toMatchObject({
    kind: 'import.staff',
    rows: [{ title: 'Sian Odell', fields: [{ name: 'User group', from: '', to: group }] }],
  });
  expect(JSON.stringify(pending)).not.toContain('900999');
  expect(Object.values(pending[0]!.names)).toContain('Sian Odell');
});

test('an import that waits does not overrule what was changed here meanwhile', async () => {
  const school = aSchool().set('Staff', 'H5', 'Safeguarding leads');
  await apply(school, 'Staff’s groups');
  const make = (change: Change) => priya.must('makeChanges', { body: { changes: [change] } });
  const none = { higherLevel: true, unrestricted: false, administration: [] };
  await make({ kind: 'group.add', name: 'Helpers', ...none });
  const id = await idsOf(house);
  const [moved] = (
    await make({
      kind: 'staff.move-group',
      staffId: id.staff('Marek Kunze'),
      groupId: id.group('Helpers'),
    })
  ).outcomes;
  expect(moved!.outcome).toBe('made');
  const nadia = (await elevatedLead(house, NADIA)).browser;
  const [pending] = (await nadia.must('listPendingChanges')).pending;
  const { problem } = await nadia.call('confirmChange', {
    params: { id: pending!.id },
    body: { shown: pending!.shown },
  });
  expect(problem.title).toMatch(/^“Marek Kunze” was changed here after this was shown/);
  expect((await nadia.must('listPendingChanges')).pending).toEqual([]);
});
