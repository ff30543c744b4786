import type { AdministrationRight } from '../../../protocol/administration';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../../../protocol/changes/change';
import { openHouse, type TestHouse } from '../house';
import { aSafeguardingLead, aSchool, aTeacher } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import type { Visitor } from '../visitor';
import { confirm, shownOf } from './confirm';
import { idsOf } from './ids';

const NADIA = 'nadia.shah@oakfield.example';
const TOM = 'tom.lowe@oakfield.example';
const OFFICE = 'sue.coyle@oakfield.example';

const base = aSchool();
/** Two leads, and a business manager who administers groups and reads nothing. */
const plan = aSchool({
  staff: [
    ...base.staff,
    aSafeguardingLead({ firstName: 'Tom', lastName: 'Lowe', email: TOM }),
    aTeacher({ firstName: 'Sue', lastName: 'Coyle', email: OFFICE, userGroup: 'Administrators' }),
  ],
  school: { ...base.school, deputyEmails: [TOM] },
  userGroups: [
    ...base.userGroups,
    { name: 'Administrators', higherLevel: true, unrestricted: false, administration: ['staff', 'groups'] },
  ],
});

let house: TestHouse;
let id: Awaited<ReturnType<typeof idsOf>>;
let sue: Visitor;

beforeEach(async () => {
  house = await openHouse({ plan });
  id = await idsOf(house);
  sue = (await elevatedLead(house, OFFICE)).browser;
});

const letTeachersRead = (rights = { viewPupils: false, viewConcerns: true, addConcerns: true }): Change => ({
  kind: 'permissions.set',
  groupId: id.group('Teachers'),
  categoryId: id.category('Behaviour'),
  rights,
});

async function mayTeachersRead(): Promise<boolean> {
  const row = await house.ground.database
    .read('permissions')
    .where({ group_id: id.group('Teachers'), category_id: id.category('Behaviour') })
    .first<{ view_concerns: number } | undefined>();
  return row?.view_concerns === 1;
}

const make = async (browser: Visitor, ...changes: Change[]) =>
  (await browser.must('makeChanges', { body: { changes } })).outcomes;

describe('a change that lets somebody read more', () => {
  test('waits, says who would read what, and all leads are mailed without a name', async () => {
    const [outcome] = await make(sue, letTeachersRead());
    await house.settled();

    expect(outcome).toMatchObject({ outcome: 'waits', effectiveAt: null });
    expect(await mayTeachersRead()).toBe(false);
    const { pending } = await sue.must('listPendingChanges');
    expect(pending).toHaveLength(1);
    expect(pending[0]).toMatchObject({ mayDecide: false, mayWithdraw: true });
    expect(pending[0]!.madeBy.name).toBe('Sue Coyle');
    expect(pending[0]!.confirmers.sort()).toEqual(['Nadia Shah', 'Tom Lowe']);
    const gained = pending[0]!.widening.find(({ code }) => code === 'view-concerns')!;
    expect(gained.staff).toEqual([id.staff('Jo Price')]);
    expect(pending[0]!.names[gained.target!]).toBe('Behaviour');
    const mails = house.mails.filter(({ subject }) => subject.startsWith('Who may read'));
    expect(mails.map(({ to }) => to).sort()).toEqual([NADIA, TOM]);
    for (const { text } of mails) expect(text).not.toMatch(/Sue|Jo|Teachers|Behaviour/);
  });

  test('takes effect when a lead confirms it, and the audit names both', async () => {
    const [outcome] = await make(sue, letTeachersRead());
    const waiting = outcome as { pendingId: string };
    const nadia = (await elevatedLead(house, NADIA)).browser;

    await confirm(nadia, waiting.pendingId);

    expect(await mayTeachersRead()).toBe(true);
    expect((await sue.must('listPendingChanges')).pending).toEqual([]);
    const rows = (await house.ground.database.read('audit').orderBy('seq', 'desc').limit(2)) as {
      what: string;
      actor: string;
    }[];
    expect(rows.map(({ what, actor }) => [what, actor])).toEqual([
      ['change.made', id.staff('Nadia Shah')],
      ['permissions.set', id.staff('Sue Coyle')],
    ]);
  });

  test('can be refused by a lead or withdrawn by its maker, and by nobody else', async () => {
    const outcomes = await make(sue, letTeachersRead(), {
      ...letTeachersRead({ viewPupils: true, viewConcerns: false, addConcerns: true }),
    });
    const [first, second] = outcomes.map((one) => (one as { pendingId: string }).pendingId);
    const nadia = (await elevatedLead(house, NADIA)).browser;

    const body = { shown: await shownOf(sue, first!) };
    expect((await sue.call('confirmChange', { params: { id: first! }, body })).status).toBe(404);
    expect((await sue.call('refuseChange', { params: { id: first! } })).status).toBe(404);
    expect((await nadia.call('withdrawChange', { params: { id: first! } })).status).toBe(404);
    await nadia.must('refuseChange', { params: { id: first! } });
    await sue.must('withdrawChange', { params: { id: second! } });

    expect(await mayTeachersRead()).toBe(false);
    expect((await nadia.call('confirmChange', { params: { id: first! }, body })).status).toBe(404);
    expect((await nadia.call('confirmChange', { params: { id: second! }, body })).status).toBe(404);
  });

  test('goes on waiting when by now it would let more people read than was shown', async () => {
    const [outcome] = await make(sue, letTeachersRead());
    const params = { id: (outcome as { pendingId: string }).pendingId };
    const nadia = (await elevatedLead(house, NADIA)).browser;
    const body = { shown: await shownOf(nadia, params.id) };
    await house.ground.database.write((trx) =>
      trx('staff')
        .where({ id: id.staff('Ruth Grey') })
        .update({ group_id: id.group('Teachers') }),
    );

    const tried = await nadia.call('confirmChange', { params, body });
    expect(tried.problem.code).toBe('conflict');
    expect(await mayTeachersRead()).toBe(false);
    // Another lead whose page still shows the shorter list confirms nothing either.
    const tom = (await elevatedLead(house, TOM)).browser;
    expect((await tom.call('confirmChange', { params, body })).problem.code).toBe('conflict');
    expect(await mayTeachersRead()).toBe(false);
    await confirm(tom, params.id);
    expect(await mayTeachersRead()).toBe(true);
  });

  test('is over when its maker no longer administers', async () => {
    const [outcome] = await make(sue, letTeachersRead());
    const { pendingId } = outcome as { pendingId: string };
    const nadia = (await elevatedLead(house, NADIA)).browser;
    const body = { shown: await shownOf(nadia, pendingId) };
    await house.ground.database.write((trx) =>
      trx('staff')
        .where({ id: id.staff('Sue Coyle') })
        .update({ disabled_at: new Date(house.clock.now()).toISOString() }),
    );

    const tried = await nadia.call('confirmChange', { params: { id: pendingId }, body });
    expect(tried.problem.title).toContain('no longer administers');
    expect(await mayTeachersRead()).toBe(false);
    expect((await nadia.must('listPendingChanges')).pending).toEqual([]);
  });
});

test('a change that takes reading away is made at once', async () => {
  const [outcome] = await make(
    sue,
    letTeachersRead({ viewPupils: false, viewConcerns: false, addConcerns: false }),
  );
  expect(outcome).toEqual({ outcome: 'made', id: null });
});

test('a rehearsal says what waits and leaves nothing behind', async () => {
  const add: Change = {
    kind: 'group.add',
    name: 'Midday staff',
    higherLevel: false,
    unrestricted: false,
    administration: [],
  };
  const { outcomes } = await sue.must('makeChanges', {
    body: { changes: [add, letTeachersRead()], rehearse: true },
  });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['made', 'waits']);
  expect((await sue.must('listPendingChanges')).pending).toEqual([]);
  await expect(idsOf(house).then(({ group }) => group('Midday staff'))).rejects.toThrow(/Midday/);
});

test('one change that cannot be made keeps the whole call from being made, and names itself', async () => {
  const add = (name: string): Change => ({
    kind: 'group.add',
    name,
    higherLevel: false,
    unrestricted: false,
    administration: [],
  });
  const answered = await sue.call('makeChanges', {
    body: { changes: [add('Midday staff'), add('Teachers')] },
  });
  expect(answered.status).toBe(400);
  expect(answered.problem).toMatchObject({ field: 'body.changes.1.name' });
  expect(answered.problem.title).toContain('Teachers');
  await expect(idsOf(house).then(({ group }) => group('Midday staff'))).rejects.toThrow(/Midday/);
});

test('nobody gives administration rights to their own group alone', async () => {
  const [outcome] = await make(sue, {
    kind: 'group.change',
    groupId: id.group('Administrators'),
    name: 'Administrators',
    higherLevel: true,
    unrestricted: false,
    administration: ['staff', 'groups', 'audit'],
  });
  expect(outcome).toMatchObject({ outcome: 'waits' });
});

test('a school cannot be left without anybody who administers it', async () => {
  const none = (name: string): Change => ({
    kind: 'group.change',
    groupId: id.group(name),
    name,
    higherLevel: true,
    unrestricted: name === 'Safeguarding leads',
    administration: [],
  });
  const answered = await sue.call('makeChanges', {
    body: { changes: [none('Safeguarding leads'), none('Administrators')] },
  });
  expect(answered.status).toBe(400);
  expect(answered.problem.title).toContain('nobody could administer');
});

test('whoever does not hold the right is told that nothing is there', async () => {
  const jo = (await elevatedLead(house, 'jo.price@oakfield.example')).browser;
  expect((await jo.call('makeChanges', { body: { changes: [letTeachersRead()] } })).status).toBe(404);
  expect((await jo.call('listPendingChanges')).status).toBe(404);
});

describe('where nobody else can confirm', () => {
  test('it takes effect after a day; head and main contact were mailed', async () => {
    const alone = await openHouse({
      plan: aSchool({ staff: base.staff.slice(0, 1), alertGroups: base.alertGroups }),
    });
    house = alone;
    id = await idsOf(alone);
    const nadia = (await elevatedLead(alone, NADIA)).browser;
    const [outcome] = await make(nadia, {
      kind: 'group.change',
      groupId: id.group('Safeguarding leads'),
      name: 'Safeguarding leads',
      higherLevel: true,
      unrestricted: true,
      administration: ['staff', 'groups', 'audit', 'settings'],
    });
    await alone.settled();
    expect(outcome).toMatchObject({ outcome: 'waits' });
    expect((outcome as { effectiveAt: string }).effectiveAt).not.toBeNull();
    const mailed = alone.mails.filter(({ text }) => text.includes('24 hours'));
    expect(mailed.map(({ to }) => to)).toContain(NADIA);

    alone.clock.skip(23 * 60 * 60_000);
    await alone.house.chores.doAll();
    expect((await administrationOf(alone, id.group('Safeguarding leads'))).includes('settings')).toBe(false);
    alone.clock.skip(61 * 60_000);
    await alone.house.chores.doAll();
    expect((await administrationOf(alone, id.group('Safeguarding leads'))).includes('settings')).toBe(true);
  });

  test('whoever is put out of the way for that is mailed, and so are all others of the duty list and the old main contact', async () => {
    const leads = plan.userGroups.map((group): (typeof plan.userGroups)[number] =>
      group.name === 'Safeguarding leads' ? { ...group, administration: ['staff', 'settings'] } : group,
    );
    house = await openHouse({ plan: { ...plan, userGroups: leads } });
    id = await idsOf(house);
    const tom = (await elevatedLead(house, TOM)).browser;
    const mailed = async (change: Change) => {
      const known = house.mails.length;
      await make(tom, change);
      await house.settled();
      return house.mails
        .slice(known)
        .map(({ to, text }) => `${to.split('.')[0]!}: ${text.split('\n\n')[1]!.replaceAll('\n', ' ')}`)
        .sort();
    };
    const duty = (head: string): Change => ({
      kind: 'duty.set',
      lead: id.staff('Tom Lowe'),
      deputies: [],
      head: id.staff(head),
      chair: null,
      named: [],
    });
    const set = { mainContactName: 'Tom', mainContactEmail: 'tom@mail.example' };
    expect(await mailed({ kind: 'school.details', set })).toEqual([
      expect.stringMatching(/^nadia: Somebody else is the main contact/),
    ]);
    expect(await mailed({ kind: 'school.details', set: { supportPhone: '020 7946 0000' } })).toEqual([]);
    expect(await mailed(duty('Ruth Grey'))).toEqual([
      expect.stringMatching(/^nadia: Your place on/),
      expect.stringMatching(/^ruth: Somebody no longer stands/),
      expect.stringMatching(/^tom: Somebody no longer stands/),
    ]);
    expect(await mailed(duty('Tom Lowe'))).toEqual([expect.stringMatching(/^tom: .* waits for/)]);
    expect(await mailed({ kind: 'staff.disable', staffId: id.staff('Ruth Grey') })).toEqual([
      expect.stringMatching(/^ruth: Your place on/),
      expect.stringMatching(/^tom: Somebody no longer stands/),
    ]);
    expect(await mailed({ kind: 'staff.disable', staffId: id.staff('Jo Price') })).toEqual([]);
  });
});

test('a change that can no longer be read is not carried out and holds up none of those after it', async () => {
  const alone = await openHouse({
    plan: aSchool({ staff: base.staff.slice(0, 1), alertGroups: base.alertGroups }),
  });
  house = alone;
  id = await idsOf(alone);
  const nadia = (await elevatedLead(alone, NADIA)).browser;
  const leads = id.group('Safeguarding leads');
  const alsoGive = (right: AdministrationRight) =>
    make(nadia, {
      kind: 'group.change',
      groupId: leads,
      name: 'Safeguarding leads',
      higherLevel: true,
      unrestricted: true,
      administration: ['staff', 'groups', 'audit', right],
    });
  await alsoGive('devices');
  await alone.ground.database.write((trx) => trx('pending_changes').update({ change: Buffer.from('worn') }));
  await alsoGive('settings');

  alone.clock.skip(24 * 60 * 60_000 + 60_000);
  await alone.house.chores.doAll();
  expect(await administrationOf(alone, leads)).toContain('settings');
  expect(await administrationOf(alone, leads)).not.toContain('devices');
});

async function administrationOf(at: TestHouse, groupId: string): Promise<string> {
  const row = await at.ground.database
    .read('user_groups')
    .where({ id: groupId })
    .first<{ administration: string }>('administration');
  return row.administration;
}
