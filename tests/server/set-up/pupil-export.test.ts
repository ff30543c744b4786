import { beforeEach, describe, expect, test } from 'vitest';
import type { Matching } from '../../../protocol/changes/upload';
import { writeWorkbook } from '../../../server/set-up/workbook/write-xlsx';
import { JO, NADIA, oakfield, openOffice, type Office } from '../oversight/office';
import { anAutomaticAlert, aPupil } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';

const HEADINGS = ['UPN', 'Legal Surname', 'Legal Forename', 'DOB', 'Reg Group', 'Year'];
const amira = ['A100200300400', 'Khan', 'Amira', '14/03/2018', '4B', '4'];
const yusuf = ['A100200300401', 'Khan', 'Yusuf', '02/05/2016', '6A', 'Year 6'];

let office: Office;
const school = () =>
  oakfield({
    pupils: [
      aPupil({ upn: 'A100200300400', firstName: 'Amira', lastName: 'Khan', dateOfBirth: '2018-03-14' }),
      aPupil({ upn: 'A100200300401', firstName: 'Yusuf', lastName: 'Khan', dateOfBirth: '2016-05-02' }),
      aPupil({ upn: 'A100200300402', firstName: 'Ida', lastName: 'Lane', dateOfBirth: '2018-01-09' }),
    ],
  });

const csv = (...rows: readonly (readonly string[])[]) =>
  Buffer.from(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'));
const given = (bytes: Uint8Array, name = 'export.csv') => ({
  name,
  file: Buffer.from(bytes).toString('base64'),
});
const preview = async (bytes: Uint8Array, matching: Matching | null = null, name?: string) =>
  office.sue.must('previewPupilExport', { body: { ...given(bytes, name), matching } });
const confirm = async (bytes: Uint8Array, leavers: string[] = []) => {
  const { matching, mark } = await preview(bytes);
  const body = { ...given(bytes), matching, mark, leavers, on: '2026-11-20', destination: null };
  return office.sue.call('confirmPupilExport', { body });
};
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);
const roll = async () => {
  const { pupils, classes } = await office.sue.must('listPupils');
  const place = (id: string) => classes.find((one) => one.id === id)!.name;
  return pupils.map((one) => `${one.first} ${one.last} ${one.leftOn ?? place(one.classId)}`).sort();
};

beforeEach(async () => {
  office = await openOffice(school());
});

test('joiners, movers and leavers stand in the preview, and nobody leaves who was not ticked', async () => {
  const zoe = ['A100200300409', 'Ní Bhriain', 'Zoë', '2018-02-28', '4B', '4'];
  const file = csv(HEADINGS, amira, yusuf, zoe);
  const shown = await preview(file);
  expect(shown).toMatchObject({ rows: 3, faults: [], same: 1, remembered: false, changed: [], back: [] });
  expect(shown.waits).toBe(false);
  expect(names(shown.joiners)).toEqual(['Zoë Ní Bhriain']);
  expect(shown.movers).toMatchObject([{ name: 'Yusuf Khan', from: '4B, Year 4', to: '6A, Year 6' }]);
  expect(names(shown.leavers)).toEqual(['Ida Lane']);
  expect(await roll()).toEqual(['Amira Khan 4B', 'Ida Lane 4B', 'Yusuf Khan 4B']);

  const { reply } = await confirm(file);
  expect(reply).toMatchObject({ outcomes: [{ outcome: 'made' }, { outcome: 'made' }] });
  expect(await roll()).toEqual(['Amira Khan 4B', 'Ida Lane 4B', 'Yusuf Khan 6A', 'Zoë Ní Bhriain 4B']);
  const [ida] = (await preview(file)).leavers;
  expect((await confirm(file, [ida!.id])).status).toBe(200);
  expect(await roll()).toContain('Ida Lane 2026-11-20');
});

test('the same columns are matched by themselves the next time', async () => {
  const odd = ['Number', 'Nachname', 'Vorname', 'Geboren', 'Klasse'];
  const file = csv(odd, amira.slice(0, 5));
  const guessed = await preview(file);
  expect(guessed.faults.map(({ wrong }) => wrong)).toContain('No column is matched with class');
  const matching = {
    upn: 'Number',
    lastName: 'Nachname',
    firstName: 'Vorname',
    dateOfBirth: 'Geboren',
    class: 'Klasse',
  };
  const { mark, faults } = await preview(file, matching);
  expect(faults).toEqual([]);
  await office.sue.must('confirmPupilExport', {
    body: { ...given(file), matching, mark, leavers: [], on: '2026-11-20', destination: null },
  });
  expect(await preview(file)).toMatchObject({ matching, remembered: true, faults: [] });
});

test('every fault is told by its cell, and nothing is written while one is left', async () => {
  const file = csv(
    HEADINGS,
    ['', 'Khan', 'Amira', '14/03/2018', '4B', '4'],
    [...amira.slice(0, 3), '31/02/2018', '4C', '9'],
    ['A9', 'Marsh', '', '01/01/2040', '4B', 'Year 4'],
    yusuf,
    yusuf,
  );
  const { faults, joiners, leavers } = await preview(file);
  expect(faults.map(({ cell, wrong }) => `${cell} ${wrong}`)).toEqual([
    'A2 This pupil has neither a UPN nor a Pupil ID',
    'D3 Date of birth “31/02/2018” is not a date',
    'E3 No class “4C”',
    'F3 No year group “9”',
    'C4 The first name is empty',
    'D4 Date of birth “01/01/2040” is in the future',
    'A6 This pupil stands in row 5 as well',
  ]);
  expect([joiners, leavers]).toEqual([[], []]);
  expect((await confirm(file)).problem).toMatchObject({ status: 422, code: 'spreadsheet-faults' });
  expect(await roll()).toHaveLength(3);
});

test('formulas stay text, names of every script stay as they were written, also out of a workbook', async () => {
  const rows = [
    ['Pupils of Oakfield, printed 20/11/2026'],
    HEADINGS,
    ['A1', '=HYPERLINK("http://evil.example")', '+44 Ann', '14/03/2018', '4B', '4'],
    ['A2', 'حسن', 'مريم', '15/03/2018', '4B', '4'],
    ['A3', 'Đặng', 'Łucja “Lu”', '16/03/2018', '4B', '4'],
  ];
  const file = writeWorkbook([{ name: 'Export', rows }]);
  const shown = await preview(file, null, 'export.xlsx');
  expect(shown).toMatchObject({ sheet: 'Export', rows: 3, faults: [] });
  const body = { ...given(file, 'export.xlsx'), matching: shown.matching, mark: shown.mark };
  await office.sue.must('confirmPupilExport', {
    body: { ...body, leavers: [], on: '2026-11-20', destination: null },
  });
  expect(await roll()).toEqual(
    expect.arrayContaining([
      '+44 Ann =HYPERLINK("http://evil.example") 4B',
      'مريم حسن 4B',
      'Łucja “Lu” Đặng 4B',
    ]),
  );
});

test('a file that is none, or too large, gets one plain sentence', async () => {
  const refused = async (bytes: Uint8Array, name: string) =>
    (await office.sue.call('previewPupilExport', { body: { ...given(bytes, name), matching: null } }))
      .problem;
  expect(await refused(Buffer.from('no workbook'), 'export.xlsx')).toMatchObject({
    code: 'spreadsheet-unreadable',
    title: expect.stringContaining('not an .xlsx') as string,
  });
  expect(await refused(Buffer.from('\uFEFFUPN,Surname', 'utf16le'), 'export.csv')).toMatchObject({
    title: expect.stringContaining('CSV UTF-8') as string,
  });
  expect(await refused(Buffer.alloc(10 * 1024 * 1024 + 1, 65), 'export.csv')).toMatchObject({
    title: expect.stringContaining('larger than 10 MB') as string,
  });
  expect((await refused(Buffer.alloc(12 * 1024 * 1024, 65), 'export.csv')).status).toBe(413);
});

test('an export in the encoding of Excel’s “CSV” keeps its letters and its pound sign', async () => {
  const text = csv(
    HEADINGS,
    amira,
    ['A9', 'O’Brien', 'Zoë', '28/02/2018', '4B', '4'],
    ['A8', 'Ní Bhriain £5', 'Siân', '28/02/2018', '4B', '4'],
  ).toString('utf8');
  // Windows-1252 is Latin-1 here, but for the apostrophe.
  const file = Buffer.from(text.replaceAll('’', '\x92'), 'latin1');
  const shown = await preview(file);
  expect(names(shown.joiners)).toEqual(['Zoë O’Brien', 'Siân Ní Bhriain £5']);
  expect((await confirm(file)).status).toBe(200);
  expect(await roll()).toEqual(expect.arrayContaining(['Zoë O’Brien 4B', 'Siân Ní Bhriain £5 4B']));
});

test('a class that is not here yet can be added from the preview, in the year group of its pupils', async () => {
  const file = csv(
    HEADINGS,
    ['A9', 'Marsh', 'Zoë', '28/02/2018', '4C', '4'],
    ['A8', 'Marsh', 'Eva', '28/02/2018', '4c', 'Year 6'],
    ['A7', 'Marsh', 'Ian', '28/02/2018', '4C', '4'],
  );
  const { missingClasses, years } = await preview(file);
  expect(missingClasses).toEqual([{ name: '4C', pupils: 3, yearGroupId: office.id.year('Year 4') }]);
  expect(names(years)).toEqual(['Year 4', 'Year 6']);
  const [missing] = missingClasses;
  await office.make({
    kind: 'class.add',
    name: missing!.name,
    yearGroupId: missing!.yearGroupId!,
    teacherId: null,
  });
  expect(await preview(file)).toMatchObject({ faults: [], missingClasses: [] });
});

test('contacts and whatever the export does not say stay; a name that was corrected comes over', async () => {
  const { id } = (await office.sue.must('listPupils')).pupils.find(({ first }) => first === 'Amira')!;
  await office.make({ kind: 'connected.add', pupilId: id, staffId: office.id.staff('Jo Price') });
  const file = csv(
    [...HEADINGS, 'Known as'],
    [...amira.map((cell) => cell.replace('Khan', 'Khan-Lane')), 'Mira'],
  );
  expect((await preview(file)).changed).toMatchObject([
    { name: 'Amira Khan', fields: ['lastName', 'preferredName'] },
  ]);
  await confirm(file);
  const { pupil } = await office.sue.must('readPupil', { params: { id } });
  expect(pupil).toMatchObject({
    last: 'Khan-Lane',
    preferred: 'Mira',
    connectedStaff: [{ name: 'Jo Price' }],
  });
});

describe('pupils who are known already', () => {
  test('who left and stands in the export again comes back into the class that it says', async () => {
    const { id } = (await office.sue.must('listPupils')).pupils.find(({ first }) => first === 'Yusuf')!;
    await office.make({ kind: 'pupil.leave', pupilIds: [id], on: '2026-10-01', destination: null });
    const file = csv(HEADINGS, amira, yusuf);
    expect(names((await preview(file)).back)).toEqual(['Yusuf Khan']);
    await confirm(file);
    expect(await roll()).toContain('Yusuf Khan 6A');
  });

  test('an entry that was joined with another here does not come back as a joiner', async () => {
    const { pupils } = await office.sue.must('listPupils');
    const idOf = (first: string) => pupils.find((one) => one.first === first)!.id;
    await office.make({ kind: 'pupil.join', pupilId: idOf('Ida'), intoId: idOf('Amira') });
    const ida = ['A100200300402', 'Lane', 'Ida', '09/01/2018', '4B', '4'];
    const shown = await preview(csv(HEADINGS, ida, amira, yusuf));
    expect(shown).toMatchObject({ joiners: [], changed: [], leavers: [], faults: [], same: 1 });
  });

  test('one of the same name and date of birth under another number is pointed out', async () => {
    const { joiners } = await preview(csv(HEADINGS, ['B1', ...amira.slice(1)], yusuf));
    expect(joiners).toMatchObject([{ name: 'Amira Khan', note: 'twin' }]);
  });
});

test('a move that lets somebody read more waits for a second person; the rest is written', async () => {
  office = await openOffice({
    ...school(),
    automaticAlerts: [
      anAutomaticAlert({ category: 'Behaviour', alertGroups: [], staff: [JO], yearGroups: ['Year 6'] }),
    ],
  });
  const zoe = ['A100200300409', 'Bell', 'Zoë', '28/02/2018', '4B', '4'];
  const file = csv(HEADINGS, amira, yusuf, zoe);
  expect((await preview(file)).waits).toBe(true);
  const { reply } = await confirm(file);
  expect(reply).toMatchObject({ outcomes: [{ outcome: 'made' }, { outcome: 'waits' }] });
  expect(await roll()).toEqual(['Amira Khan 4B', 'Ida Lane 4B', 'Yusuf Khan 4B', 'Zoë Bell 4B']);
  await office.confirmAll();
  expect(await roll()).toContain('Yusuf Khan 6A');
});

test('a preview that is no longer true is not written', async () => {
  const file = csv(HEADINGS, amira, yusuf);
  const { matching, mark, leavers } = await preview(file);
  await office.make({ kind: 'pupil.leave', pupilIds: [leavers[0]!.id], on: '2026-10-01', destination: null });
  const body = { ...given(file), matching, mark, leavers: [], on: '2026-11-20', destination: null };
  expect((await office.sue.call('confirmPupilExport', { body })).problem.code).toBe('conflict');
  const now = await preview(file);
  const [yusufs] = now.movers;
  const ticked = { ...body, mark: now.mark, leavers: [yusufs!.id] };
  expect((await office.sue.call('confirmPupilExport', { body: ticked })).problem.code).toBe('not-valid');
  expect(await roll()).toContain('Yusuf Khan 4B');
});

test('whoever does not keep the pupils finds no upload', async () => {
  const nadia = (await elevatedLead(office.house, NADIA)).browser;
  const body = { ...given(csv(HEADINGS, amira)), matching: null };
  expect((await nadia.call('previewPupilExport', { body })).status).toBe(404);
});

test('a school of 2,000 pupils comes in one upload, and goes up a year in one change', async () => {
  const many = Array.from({ length: 2000 }, (_, at) => [
    `N${String(at)}`,
    'Lane',
    `Pupil ${String(at)}`,
    '14/03/2018',
    '4B',
    '4',
  ]);
  expect((await confirm(csv(HEADINGS, ...many))).status).toBe(200);
  const listed = (await office.sue.must('listPupils')).pupils.filter(({ upn }) => upn?.startsWith('N'));
  expect(listed).toHaveLength(2000);
  const [from, to] = [
    { classId: office.id.class('4B'), yearGroupId: office.id.year('Year 4') },
    { classId: office.id.class('6A'), yearGroupId: office.id.year('Year 6') },
  ];
  const pupilIds = listed.map(({ id }) => id);
  expect(await office.outcomeOf({ kind: 'roll.move', moves: [{ from, to, pupilIds }], leavers: null })).toBe(
    'made',
  );
  const { classes } = await office.sue.must('readClasses');
  expect(classes.find(({ id }) => id === to.classId)).toMatchObject({ pupils: 2000 });
});
