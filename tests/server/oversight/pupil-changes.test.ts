import { beforeEach, describe, expect, test } from 'vitest';
import type { Change, ChangeOf } from '../../../protocol/changes/change';
import { uuidv7 } from '../../../protocol/identifiers';
import { importSchool } from '../../../server/set-up/import/import-school';
import { openHouse, type TestHouse } from '../house';
import { aPupil, aSchool, aTeacher } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import type { Visitor } from '../visitor';
import { confirm } from './confirm';
import { idsOf } from './ids';

const NADIA = 'nadia.shah@oakfield.example';
const SUE = 'sue.coyle@oakfield.example';
const JO = 'jo.price@oakfield.example';

const base = aSchool();
const amira = aPupil({
  upn: 'A100200300400',
  firstName: 'Amira',
  lastName: 'Khan',
  connectedStaff: [JO],
  contacts: [{ name: 'Sara Khan', relationship: 'Mother', phone: '07700 900001' }],
});
/** Classes 4B and 6A; 6A is seen by its own teacher only, who views Behaviour. The office keeps the pupils. */
const plan = aSchool({
  staff: [
    ...base.staff,
    aTeacher({ firstName: 'Sue', lastName: 'Coyle', email: SUE, userGroup: 'Office' }),
    aTeacher({ firstName: 'Ali', lastName: 'Noor', email: 'ali.noor@oakfield.example', userGroup: 'Tutors' }),
  ],
  userGroups: [
    ...base.userGroups,
    { name: 'Office', higherLevel: true, unrestricted: false, administration: ['pupils'] },
    { name: 'Tutors', higherLevel: true, unrestricted: false, administration: [] },
  ],
  permissions: [
    ...base.permissions,
    { userGroup: 'Tutors', category: 'Behaviour', viewPupils: true, viewConcerns: true, addConcerns: true },
  ],
  pupils: [amira, aPupil({ upn: 'A100200300401', firstName: 'Yusuf', lastName: 'Khan' })],
  classRestrictions: [
    { type: 'class', name: '4B', everyone: false, userGroups: [], staff: [] },
    {
      type: 'class',
      name: '6A',
      everyone: false,
      userGroups: [],
      staff: ['ali.noor@oakfield.example'],
    },
  ],
});

let house: TestHouse;
let id: Awaited<ReturnType<typeof idsOf>>;
let sue: Visitor;

beforeEach(async () => {
  house = await openHouse({ plan });
  id = await idsOf(house);
  sue = (await elevatedLead(house, SUE)).browser;
});

const make = async (change: Change) =>
  (await sue.must('makeChanges', { body: { changes: [change] } })).outcomes[0]!;
const pupilId = async (first: string) =>
  (await sue.must('listPupils')).pupils.find((one) => one.first === first)!.id;
const yearOf = async (className: string) =>
  (await sue.must('listPupils')).classes.find(({ name }) => name === className)!.yearGroupId;
const read = async (one: string) => (await sue.must('readPupil', { params: { id: one } })).pupil;

const leo: Omit<ChangeOf<'pupil.add'>, 'kind' | 'classId' | 'yearGroupId'> = {
  upn: null,
  pupilRef: null,
  firstName: 'Leo',
  lastName: 'Marsh',
  preferredName: null,
  dateOfBirth: '2018-05-02',
  sex: null,
  sen: 'K',
  freeSchoolMeals: true,
  lookedAfter: false,
  eal: false,
  contacts: [
    {
      name: 'Ann Marsh',
      relationship: 'Mother',
      phone: null,
      parentalResponsibility: true,
      doNotContact: false,
    },
    {
      name: 'Ben Marsh',
      relationship: 'Father',
      phone: null,
      parentalResponsibility: true,
      doNotContact: true,
    },
  ],
  siblings: [],
};

test('the office adds a pupil at once, whom everybody then finds, and whom nobody may ring stands there', async () => {
  const outcome = await make({
    kind: 'pupil.add',
    ...leo,
    siblings: [await pupilId('Yusuf')],
    classId: id.class('4B'),
    yearGroupId: await yearOf('4B'),
  });
  expect(outcome).toMatchObject({ outcome: 'made' });
  const added = (outcome as { id: string }).id;
  const file = await read(added);
  expect(file).toMatchObject({ sen: 'K', freeSchoolMeals: true, contacts: leo.contacts });
  expect(file.siblings).toEqual([{ id: await pupilId('Yusuf'), name: 'Yusuf Khan' }]);
  expect((await read(await pupilId('Yusuf'))).siblings).toEqual([{ id: added, name: 'Leo Marsh' }]);
  const { pupils } = await (await house.loggedIn(JO)).must('readRoll');
  expect(pupils.find((one) => one.id === added)).toMatchObject({ first: 'Leo', className: '4B' });
});

test('“do not contact” outlives the next import of the spreadsheet', async () => {
  const one = await pupilId('Amira');
  const file = await read(one);
  await make({
    kind: 'pupil.change',
    pupilId: one,
    ...leo,
    upn: file.upn,
    firstName: file.first,
    lastName: file.last,
    contacts: file.contacts.map((contact) => ({ ...contact, doNotContact: true })),
  });
  await importSchool(
    house.ground,
    {
      ...plan,
      pupils: plan.pupils.map((pupil) =>
        pupil === amira
          ? { ...amira, contacts: [{ name: 'Sara Khan', relationship: 'Mother', phone: '07700 900002' }] }
          : pupil,
      ),
    },
    { actor: 'shell' },
  );
  expect((await read(one)).contacts).toEqual([
    {
      name: 'Sara Khan',
      relationship: 'Mother',
      phone: '07700 900002',
      parentalResponsibility: false,
      doNotContact: true,
    },
  ]);
});

describe('a move to another class', () => {
  const move = async (names: string[], className: string): Promise<Change> => ({
    kind: 'pupil.move',
    pupilIds: await Promise.all(names.map(pupilId)),
    classId: id.class(className),
    yearGroupId: await yearOf(className),
  });

  test('waits where its teacher would read what they could not read before, and says of whom', async () => {
    const outcome = await make(await move(['Yusuf'], '6A'));
    expect(outcome).toMatchObject({
      outcome: 'waits',
      widening: [{ code: 'pupil', target: await pupilId('Yusuf'), staff: [id.staff('Ali Noor')] }],
    });
    const nadia = (await elevatedLead(house, NADIA)).browser;
    const { pending } = await nadia.must('listPendingChanges');
    expect(Object.values(pending[0]!.names)).toContain('Yusuf Khan');
    await confirm(nadia, pending[0]!.id);
    expect((await read(await pupilId('Yusuf'))).classId).toBe(id.class('6A'));
  });

  test('is made at once where nobody reads more by it', async () => {
    const nadia = (await elevatedLead(house, NADIA)).browser;
    const waits = await make(await move(['Yusuf', 'Amira'], '6A'));
    await confirm(nadia, (waits as { pendingId: string }).pendingId);
    expect(await make(await move(['Yusuf', 'Amira'], '4B'))).toMatchObject({ outcome: 'made' });
  });
});

test('a leaver goes off the roll with day and destination, keeps the file, and can come back', async () => {
  const one = await pupilId('Yusuf');
  const leave = (on: string): Change => ({
    kind: 'pupil.leave',
    pupilIds: [one],
    on,
    destination: 'Hillside Primary',
  });
  const future = await sue.call('makeChanges', { body: { changes: [leave('2027-01-08')] } });
  expect(future.problem).toMatchObject({ status: 400, field: 'body.changes.0.on' });
  const never = await sue.call('makeChanges', { body: { changes: [leave('2026-02-30')] } });
  expect(never.status).toBe(400);
  await make(leave('2026-11-20'));
  expect(await read(one)).toMatchObject({ leftOn: '2026-11-20', leftTo: 'Hillside Primary' });
  await make({ kind: 'pupil.return', pupilIds: [one] });
  expect(await read(one)).toMatchObject({ leftOn: null, leftTo: null });
});

describe('connected staff', () => {
  test('are taken away from a child at once, and given back only by a second person', async () => {
    const one = await pupilId('Amira');
    const pair = { pupilId: one, staffId: id.staff('Ali Noor') };
    expect(await make({ kind: 'connected.add', ...pair })).toMatchObject({ outcome: 'made' });
    expect((await read(one)).connectedStaff.map(({ name }) => name).sort()).toEqual(['Ali Noor', 'Jo Price']);

    const outcome = await make({ kind: 'connected.remove', ...pair });
    expect(outcome).toMatchObject({
      outcome: 'waits',
      widening: [{ code: 'no-longer-connected', target: one, staff: [id.staff('Ali Noor')] }],
    });
    expect((await read(one)).connectedStaff).toHaveLength(2);
  });

  test('are not freed by leaving either: nobody who comes back may find their own child by it', async () => {
    const pair = { pupilId: await pupilId('Amira'), staffId: id.staff('Jo Price') };
    const nadia = (await elevatedLead(house, NADIA)).browser;
    await nadia.must('makeChanges', {
      body: { changes: [{ kind: 'staff.disable', staffId: pair.staffId }] },
    });
    expect(await make({ kind: 'connected.remove', ...pair })).toMatchObject({
      outcome: 'waits',
      widening: [{ code: 'no-longer-connected', target: pair.pupilId, staff: [pair.staffId] }],
    });
  });
});

test('pupils of another school are as absent as pupils who never were', async () => {
  const other = aSchool({ site: 'hillside', name: 'Hillside Primary' });
  const { schoolId } = await importSchool(house.ground, other, { actor: 'shell' });
  const theirs = (table: string) =>
    house.ground.database.read(table).where({ school_id: schoolId }).pluck<string[]>('id');
  const [[pupil = ''], [staff = ''], [place = '']] = await Promise.all([
    theirs('pupils'),
    theirs('staff'),
    theirs('classes'),
  ]);
  const own = await pupilId('Amira');
  const yearGroupId = await yearOf('4B');
  const absent = uuidv7(house.clock.now());
  const kinds: ((stranger: string) => Change)[] = [
    (one) => ({ kind: 'pupil.leave', pupilIds: [own, one], on: '2026-11-20', destination: null }),
    (one) => ({ kind: 'pupil.return', pupilIds: [one] }),
    (one) => ({ kind: 'pupil.move', pupilIds: [one], classId: id.class('4B'), yearGroupId }),
    (one) => ({ kind: 'pupil.change', pupilId: one, ...leo }),
    (one) => ({ kind: 'pupil.add', ...leo, siblings: [one], classId: id.class('4B'), yearGroupId }),
    (one) => ({ kind: 'connected.add', pupilId: one, staffId: id.staff('Jo Price') }),
    (one) => ({ kind: 'connected.remove', pupilId: one, staffId: id.staff('Jo Price') }),
  ];
  const swapped: Change[] = [
    ...kinds.map((kind) => kind(pupil)),
    { kind: 'connected.add', pupilId: own, staffId: staff },
    { kind: 'pupil.move', pupilIds: [own], classId: place, yearGroupId },
  ];
  for (const change of swapped) {
    const answered = await sue.call('makeChanges', { body: { changes: [change] } });
    expect(answered.status, change.kind).toBe(404);
  }
  const hidden = await sue.call('readPupil', { params: { id: pupil } });
  const never = await sue.call('readPupil', { params: { id: absent } });
  expect(hidden.status).toBe(404);
  expect(Buffer.from(hidden.bytes).toString()).toBe(Buffer.from(never.bytes).toString());
});

test('whoever does not keep the pupils is told that nothing is there', async () => {
  const nadia = (await elevatedLead(house, NADIA)).browser;
  expect((await nadia.call('listPupils')).status).toBe(404);
  const change: Change = { kind: 'pupil.return', pupilIds: [await pupilId('Amira')] };
  expect((await nadia.call('makeChanges', { body: { changes: [change] } })).status).toBe(404);
});
