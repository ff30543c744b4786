import { expect, test } from 'vitest';
import { seeAsModes, type Seen, type SeeAsMode } from '../../../protocol/see-as';
import { uuidv7 } from '../../../protocol/identifiers';
import type { SchoolPlan } from '../../../server/set-up/school-plan';
import { aPupil, anAutomaticAlert } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import { JO, NADIA, oakfield, openOffice, TOM, type Office } from './office';

/** Oakfield where Jo alone is on the list of 4B, and a pupil of 6A is her own child. */
function restricted(given: Partial<SchoolPlan> = {}): SchoolPlan {
  return oakfield({
    pupils: [
      aPupil({ firstName: 'Amira', lastName: 'Khan' }),
      aPupil({
        firstName: 'Lena',
        lastName: 'Price',
        className: '6A',
        yearGroup: 'Year 6',
        connectedStaff: [JO],
      }),
    ],
    classRestrictions: [
      { type: 'class', name: '4B', everyone: false, userGroups: [], staff: [JO] },
      { type: 'class', name: '6A', everyone: false, userGroups: ['Safeguarding leads'], staff: [] },
    ],
    automaticAlerts: [
      anAutomaticAlert({ category: 'Behaviour', alertGroups: [], staff: [JO], classes: ['4B'] }),
      anAutomaticAlert({ category: 'Home' }),
    ],
    ...given,
  });
}

async function staffId({ sue }: Office, email: string): Promise<string> {
  const { staff } = await sue.must('listStaff');
  return staff.find((one) => one.email === email)!.id;
}

async function see(office: Office, email: string, mode: SeeAsMode = 'full-access'): Promise<Seen> {
  return office.sue.must('seeAs', { params: { id: await staffId(office, email) }, query: { mode } });
}

/** Jo's tablet sends a concern about Amira in one category. @returns its id */
async function record(office: Office, category: string, given: Parameters<typeof aConcern>[0] = {}) {
  const browser = await office.house.loggedIn(JO);
  const tablet = await Tablet.enrol(browser);
  const { pupils } = await browser.must('readRoll');
  const pupilId = pupils.find(({ first }) => first === 'Amira')!.id;
  const { categories } = await browser.must('readBoard', { params: { id: tablet.deviceId } });
  const ids = categories.filter(({ name }) => name === category).map(({ id }) => id);
  const sealed = await tablet.seal(aConcern({ pupilId, categories: ids, ...given }));
  await tablet.deliver(sealed.bytes);
  await office.house.settled();
}

test('the office sees which classes and kinds of concern a teacher sees, and what each yes and no is due to', async () => {
  const office = await openOffice(restricted());
  const seen = await see(office, JO);
  expect(seen.places.map((one) => [one.className, one.pupils, one.sees, one.allowed, one.class])).toEqual([
    ['4B', 1, true, true, 'person'],
    ['6A', 1, false, false, 'not-named'],
  ]);
  const kinds = Object.fromEntries(seen.categories.map((one) => [one.name, [one.reads, one.from]]));
  expect(kinds['Behaviour']).toEqual([false, '*']);
  expect(kinds['Truancy']).toEqual([true, expect.objectContaining({ name: 'Attendance' })]);
  expect(seen.categories.every(({ addConcerns }) => addConcerns)).toBe(true);
  expect(seen.connected).toEqual([expect.objectContaining({ name: 'Lena Price', className: '6A' })]);
  expect(seen).toMatchObject({ works: true, readsUnsorted: false, administration: [] });
});

test('after log-in only, a higher-level teacher sees no class and no kind, whatever the matrix says', async () => {
  const seen = await see(await openOffice(restricted()), JO, 'log-in');
  expect(seen.works).toBe(false);
  expect(seen.places.some(({ sees }) => sees)).toBe(false);
  expect(seen.categories.some(({ reads }) => reads)).toBe(false);
});

test('the rules that tell somebody are listed as they are written, with the group that brings them in', async () => {
  const office = await openOffice(restricted());
  const told = async (email: string) =>
    (await see(office, email)).told.map(({ rule, code, groups }) => [
      code,
      rule?.categories.map(({ name }) => name) ?? [],
      rule?.classes.map(({ name }) => name) ?? [],
      groups,
    ]);
  expect(await told(JO)).toEqual([['rule', ['Behaviour'], ['4B'], []]]);
  expect(await told(NADIA)).toEqual([
    ['rule', ['Home'], [], ['Safeguarding team']],
    ['fallback', [], [], ['Safeguarding team']],
  ]);
  expect(await told(TOM)).toEqual([]);
});

test('whoever the duty list names for concerns about staff is said to be told of them, and nobody else', async () => {
  const office = await openOffice(restricted());
  const hears = async () => {
    const { staff } = await office.sue.must('listStaff');
    const seen = await Promise.all(
      staff
        .filter(({ email, leftAt }) => email !== null && leftAt === null)
        .map(async ({ id, name, duty }) => ({
          name,
          duty,
          told: (await office.sue.must('seeAs', { params: { id } })).staffConcerns,
        })),
    );
    return seen.filter(({ told }) => told);
  };
  const before = await hears();
  expect(before.length).toBeGreaterThan(0);
  expect(before.every(({ duty }) => duty.includes('head'))).toBe(true);
});

test('a chosen kind and class say whether one person would be alerted, and why', async () => {
  const office = await openOffice(restricted());
  const ask = async (email: string, category: string, className: string) =>
    office.sue.must('testSeeAs', {
      params: { id: await staffId(office, email) },
      body: { categoryId: office.id.category(category), classId: office.id.class(className) },
    });
  expect(await ask(JO, 'Behaviour', '4B')).toMatchObject({
    told: true,
    why: [expect.objectContaining({ code: 'rule', category: 'Behaviour' })],
    others: 0,
  });
  expect(await ask(JO, 'Behaviour', '6A')).toEqual({ told: false, why: [], others: 1 });
  expect(await ask(NADIA, 'Neglect', '6A')).toMatchObject({
    told: true,
    why: [expect.objectContaining({ code: 'rule', group: 'Safeguarding team', category: 'Home' })],
  });
});

test('records are counted and never named to an office that reads none; a lead is named what both may read', async () => {
  const office = await openOffice(
    restricted({
      automaticAlerts: [
        anAutomaticAlert({ category: 'Behaviour', alertGroups: [], staff: [TOM] }),
        anAutomaticAlert({ category: 'Home' }),
      ],
    }),
  );
  await record(office, 'Home');
  await record(office, 'Behaviour');
  expect((await see(office, NADIA)).records).toEqual({
    byGroup: 1,
    kept: 0,
    alerted: 1,
    waiting: 0,
    named: [],
  });
  expect((await see(office, NADIA, 'log-in')).records).toEqual({
    byGroup: 0,
    kept: 0,
    alerted: 0,
    waiting: 1,
    named: [],
  });
  expect((await see(office, JO)).records).toMatchObject({ byGroup: 0, kept: 0, alerted: 0 });
  const tom = (await elevatedLead(office.house, TOM)).browser;
  const id = await staffId(office, NADIA);
  const { records } = await tom.must('seeAs', { params: { id } });
  expect(records).toMatchObject({ byGroup: 1, kept: 0, alerted: 1 });
  expect(records.named.map(({ because }) => because).sort()).toEqual(['alerted', 'group']);
});

test('a parent on the staff who looks as somebody else does not count the records of their own child', async () => {
  const office = await openOffice(
    restricted({
      pupils: [
        aPupil({ firstName: 'Amira', lastName: 'Khan', connectedStaff: ['sue.coyle@oakfield.example'] }),
      ],
    }),
  );
  await record(office, 'Home');
  for (const mode of seeAsModes)
    expect((await see(office, NADIA, mode)).records).toEqual({
      byGroup: 0,
      kept: 0,
      alerted: 0,
      waiting: 0,
      named: [],
    });
});

test('a leaver sees nothing and is told nothing', async () => {
  const office = await openOffice(restricted());
  const id = await staffId(office, JO);
  await office.make({ kind: 'staff.disable', staffId: id });
  const seen = await see(office, JO);
  expect(seen).toMatchObject({
    works: false,
    told: [],
    records: { byGroup: 0, kept: 0, alerted: 0, waiting: 0 },
  });
  expect(seen.person.left).toBe(true);
  expect([...seen.places, ...seen.categories].some((one) => ('sees' in one ? one.sees : one.reads))).toBe(
    false,
  );
});

test('every look stands in the audit with whom it was about; without the right there is nothing there', async () => {
  const office = await openOffice(restricted());
  const id = await staffId(office, JO);
  await office.sue.must('seeAs', { params: { id } });
  await office.sue.must('testSeeAs', { params: { id }, body: { categoryId: null, classId: null } });
  const rows = await office.house.ground.database
    .read('audit')
    .where('what', 'like', 'see-as.%')
    .orderBy('seq')
    .select('what', 'object', 'facts');
  expect(rows).toEqual([
    { what: 'see-as.opened', object: `staff:${id}`, facts: '{"kind":"full-access"}' },
    { what: 'see-as.tested', object: `staff:${id}`, facts: '{}' },
  ]);
  const jo = (await elevatedLead(office.house, JO)).browser;
  const absent = uuidv7(office.house.clock.now());
  for (const answered of [
    await jo.call('seeAs', { params: { id } }),
    await jo.call('testSeeAs', { params: { id }, body: { categoryId: null, classId: null } }),
    await jo.call('findFaults'),
    await office.sue.call('seeAs', { params: { id: absent } }),
  ])
    expect(answered.problem).toMatchObject({ status: 404, code: 'not-found' });
});

test('faults are found: a closed class, a leaver on lists, a rule and groups that reach nobody, one person alone', async () => {
  const office = await openOffice(
    restricted({
      classRestrictions: [{ type: 'class', name: '4B', everyone: false, userGroups: [], staff: [JO] }],
      alertGroups: [
        { name: 'Safeguarding team', members: [NADIA] },
        { name: 'Office', members: [JO] },
      ],
    }),
  );
  await office.make({ kind: 'staff.disable', staffId: await staffId(office, JO) });
  const { faults } = await office.sue.must('findFaults');
  expect(Object.fromEntries(faults.map(({ code, names }) => [code, names]))).toEqual({
    'one-lead': [],
    'one-administrator': [],
    'class-without-list': ['6A'],
    'leaver-on-list': ['Jo Price'],
    'leaver-in-alert-group': ['Jo Price'],
    'leaver-in-rule': ['Jo Price'],
    'rule-without-recipients': ['Behaviour'],
    'alert-group-without-members': ['Office'],
    'user-group-without-people': ['Teachers', 'All staff'],
  });
});

test('it says that somebody is away, and who is alerted instead; from the first day on, until the last', async () => {
  const office = await openOffice(restricted());
  const nadia = await office.house.loggedIn(NADIA);
  const coverId = await staffId(office, TOM);
  const plan = (from: string) => ({ body: { coverId, from, until: '2026-11-27' } });
  await nadia.must('setAbsence', plan('2026-11-24'));
  expect(await see(office, NADIA)).toMatchObject({ away: null });
  expect(await see(office, TOM)).toMatchObject({ standsInFor: [] });
  await nadia.must('setAbsence', plan('2026-11-23'));
  expect(await see(office, NADIA)).toMatchObject({ away: { cover: 'Tom Lowe', until: '2026-11-27' } });
  expect(await see(office, TOM)).toMatchObject({
    away: null,
    standsInFor: [{ name: 'Nadia Shah', until: '2026-11-27' }],
  });
});
