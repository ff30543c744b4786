import { beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../../../protocol/changes/change';
import { uuidv7 } from '../../../protocol/identifiers';
import { importSchool } from '../../../server/set-up/import/import-school';
import { openHouse, type TestHouse } from '../house';
import { aSafeguardingLead, aSchool, aSupervisor, aTeacher } from '../school-builder';
import { addKey, elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';
import { confirm } from './confirm';
import { idsOf } from './ids';

const NADIA = 'nadia.shah@oakfield.example';
const RUTH = 'ruth.grey@oakfield.example';
const TOM = 'tom.lowe@oakfield.example';
const SUE = 'sue.coyle@oakfield.example';
const JO = 'jo.price@oakfield.example';
const SAM = 'sam.lee@oakfield.example';
const DAY = 24 * 60 * 60_000;

const base = aSchool();
/** Two leads, a teacher, a supervisor, and a business manager who keeps the staff and reads nothing. */
const plan = aSchool({
  staff: [
    ...base.staff,
    aSafeguardingLead({ firstName: 'Tom', lastName: 'Lowe', email: TOM }),
    aTeacher({ firstName: 'Sue', lastName: 'Coyle', email: SUE, userGroup: 'Administrators' }),
    aSupervisor({ firstName: 'Sam', lastName: 'Lee', email: SAM }),
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
  sue = (await elevatedLead(house, SUE)).browser;
});

const make = async (change: Change, by = sue) =>
  (await by.must('makeChanges', { body: { changes: [change] } })).outcomes[0]!;
const listed = async (staffId: string) =>
  (await sue.must('listStaff')).staff.find((one) => one.id === staffId)!;

/** What the school says of a new teacher. */
const mia = {
  firstName: 'Mia',
  lastName: 'Reed',
  title: 'Ms',
  knownAs: null,
  phone: null,
  jobTitle: 'Class teacher',
  classes: [] as string[],
};

function newTeacher(given: { email?: string | null; groupId?: string } = {}): Change {
  return {
    kind: 'staff.add',
    ...mia,
    classes: [id.class('4B')],
    email: 'Mia.Reed@oakfield.example',
    groupId: id.group('Teachers'),
    ...given,
  };
}

describe('a new member of staff', () => {
  test('who may read nothing is added at once, and can be sent the first-login mail', async () => {
    const outcome = await make(newTeacher());
    const mia = (outcome as { id: string }).id;
    expect(outcome).toMatchObject({ outcome: 'made' });
    expect(await listed(mia)).toMatchObject({
      name: 'Mia Reed',
      invitedAt: null,
      firstLogInAt: null,
      key: 'none',
    });

    await sue.must('sendFirstLogIn', { params: { id: mia } });
    await house.settled();
    expect(house.mailTo('mia.reed@oakfield.example').text.replace(/\s+/g, ' ')).toContain('good for 7 days');
    expect((await listed(mia)).invitedAt).not.toBeNull();

    const browser = await house.loggedIn('mia.reed@oakfield.example');
    await addKey(house, browser);
    expect(await listed(mia)).toMatchObject({ key: 'saved', classes: [id.class('4B')] });
    expect((await listed(mia)).firstLogInAt).not.toBeNull();
  });

  test('who may read waits for a lead; two people with one address are refused', async () => {
    const outcome = await make(newTeacher({ groupId: id.group('Safeguarding leads') }));
    expect(outcome).toMatchObject({ outcome: 'waits' });
    const refused = await sue.call('makeChanges', {
      body: { changes: [newTeacher({ email: JO.toUpperCase() })] },
    });
    expect(refused.problem).toMatchObject({ status: 400, field: 'body.changes.0.email' });
    const nadia = (await elevatedLead(house, NADIA)).browser;
    await confirm(nadia, (outcome as { pendingId: string }).pendingId);
    const { staff } = await sue.must('listStaff');
    expect(staff.map(({ name }) => name)).toContain('Mia Reed');
  });

  test('of a group that may view needs an address to log in with', async () => {
    const refused = await sue.call('makeChanges', {
      body: { changes: [newTeacher({ email: null, groupId: id.group('Safeguarding leads') })] },
    });
    expect(refused.problem).toMatchObject({ status: 400, field: 'body.changes.0.email' });
    expect(await make(newTeacher({ email: null, groupId: id.group('All staff') }))).toMatchObject({
      outcome: 'made',
    });
  });
});

describe('moving somebody to another group', () => {
  test('into the leads waits for a second person, out of them does not', async () => {
    const move = (groupId: string): Change => ({
      kind: 'staff.move-group',
      staffId: id.staff('Jo Price'),
      groupId,
    });
    expect(await make(move(id.group('Safeguarding leads')))).toMatchObject({ outcome: 'waits' });
    const down = { ...move(id.group('Teachers')), staffId: id.staff('Ruth Grey') } as Change;
    expect(await make(down)).toMatchObject({ outcome: 'made' });
  });

  test('takes reading away in the session that is open', async () => {
    const ruth = (await elevatedLead(house, RUTH)).browser;
    const tablet = await Tablet.enrol(await house.loggedIn(JO));
    await tablet.deliver((await tablet.seal(aConcern({ categories: [id.category('Behaviour')] }))).bytes);
    await house.settled();
    const nadia = (await elevatedLead(house, NADIA)).browser;
    const { concernId } = (await nadia.must('listInbox', { query: { view: 'all' } })).rows[0]!;
    expect((await ruth.call('readConcern', { params: { id: concernId } })).status).toBe(200);

    await make({ kind: 'staff.move-group', staffId: id.staff('Ruth Grey'), groupId: id.group('Teachers') });
    expect((await ruth.call('readConcern', { params: { id: concernId } })).status).toBe(404);
  });
});

describe('another e-mail address', () => {
  const toTom: (email: string) => Change = (email) => ({
    kind: 'staff.email',
    staffId: id.staff('Tom Lowe'),
    email,
  });

  /** What the old address was told of its change, beside what all leads are told. */
  const toldTom = () =>
    house.mails
      .filter(({ to, subject }) => to === TOM && subject.startsWith('Your e-mail address'))
      .map(({ text }) => text.replace(/\s+/g, ' '));

  test('of a lead waits, and the old address hears of it at once and when it is made', async () => {
    const outcome = await make(toTom('t.lowe@oakfield.example'));
    await house.settled();
    expect(outcome).toMatchObject({ outcome: 'waits' });
    expect(toldTom()).toEqual([expect.stringContaining('waits until a second person')]);
    expect(toldTom()[0]).not.toContain('t.lowe');

    const nadia = (await elevatedLead(house, NADIA)).browser;
    await confirm(nadia, (outcome as { pendingId: string }).pendingId);
    await house.settled();
    expect(toldTom()[1]).toContain('no longer logs in');
    expect((await listed(id.staff('Tom Lowe'))).email).toBe('t.lowe@oakfield.example');
  });

  test('keeps password and keys of a person of one school, and ends the sessions', async () => {
    const jo = await house.loggedIn(SAM);
    expect(
      await make({ kind: 'staff.email', staffId: id.staff('Sam Lee'), email: 's.lee@oakfield.example' }),
    ).toEqual({
      outcome: 'made',
      id: null,
    });
    expect((await jo.call('listSessions')).status).toBe(401);
    const again = house.visitor();
    const body = { email: 's.lee@oakfield.example', password: 'three wet ducks in a row' };
    await again.must('logIn', { body });
    expect((await again.call('logIn', { body: { ...body, email: SAM } })).status).not.toBe(200);
  });

  test('never changes the account of another school', async () => {
    const other = aSchool({ site: 'hillside', name: 'Hillside Primary' });
    const shared = aSupervisor({ firstName: 'Sam', lastName: 'Lee', email: SAM });
    const plan = { ...other, staff: [...other.staff, shared] };
    const { schoolId } = await importSchool(house.ground, plan, { actor: 'shell' });
    const sam = await house.loggedIn(SAM);
    await sam.must('decideOffer', { params: { id: schoolId }, body: { decision: 'accept' } });
    await make({ kind: 'staff.email', staffId: id.staff('Sam Lee'), email: 's.lee@oakfield.example' });
    const accounts: string[] = await house.ground.database
      .read('staff')
      .whereNot({ school_id: house.schoolId })
      .join('accounts', 'accounts.id', 'staff.account_id')
      .where('accounts.email_index', house.ground.keys.blindIndex('accounts', 'email', SAM))
      .pluck<string[]>('staff.id');
    expect(accounts).toHaveLength(1);
  });
});

describe('a leaver', () => {
  const leaves = (name: string): Change => ({ kind: 'staff.disable', staffId: id.staff(name) });
  const returns = (name: string): Change => ({ kind: 'staff.enable', staffId: id.staff(name) });

  test('is refused at the next request of an open session, and on every tablet', async () => {
    const jo = await house.loggedIn(JO);
    const tablet = await Tablet.enrol(jo);
    expect((await jo.call('listSessions')).status).toBe(200);
    expect(await make(leaves('Jo Price'))).toMatchObject({ outcome: 'made' });

    expect((await jo.call('listSessions')).status).toBe(401);
    expect(
      (await house.visitor().call('logIn', { body: { email: JO, password: 'three wet ducks in a row' } }))
        .status,
    ).not.toBe(200);
    const keys = await house.ground.database
      .read('author_keys')
      .where({ staff_id: tablet.staffId })
      .whereNull('removed_at')
      .pluck('id');
    expect(keys).toEqual([]);
    expect((await listed(id.staff('Jo Price'))).leftAt).not.toBeNull();
    expect((await listed(id.staff('Jo Price'))).tablets).toBe(0);
  });

  test('stays the author of what they wrote, and hears of nothing more', async () => {
    const tablet = await Tablet.enrol(await house.loggedIn(JO));
    await tablet.deliver((await tablet.seal(aConcern())).bytes);
    await house.settled();
    await make(leaves('Jo Price'));
    const authors = await house.ground.database.read('concerns').pluck('author_id');
    expect(authors).toEqual([id.staff('Jo Price')]);
    expect((await sue.call('sendFirstLogIn', { params: { id: id.staff('Jo Price') } })).status).toBe(404);
  });

  test('who may read waits for a second person to come back; a supervisor does not', async () => {
    await make(leaves('Tom Lowe'));
    expect(await make(returns('Tom Lowe'))).toMatchObject({ outcome: 'waits' });
    await make(leaves('Sam Lee'));
    expect(await make(returns('Sam Lee'))).toMatchObject({ outcome: 'made' });
  });

  test('is never the last safeguarding lead, nor the administrator who presses the button', async () => {
    await make(leaves('Tom Lowe'));
    const nadia = (await elevatedLead(house, NADIA)).browser;
    const last = await sue.call('makeChanges', { body: { changes: [leaves('Nadia Shah')] } });
    expect(last.problem.title).toContain('no safeguarding lead');
    const own = await nadia.call('makeChanges', { body: { changes: [leaves('Nadia Shah')] } });
    expect(own.status).toBe(400);
  });
});

test('an administrator ends the sessions of somebody who lost a tablet', async () => {
  const jo = await house.loggedIn(JO);
  await sue.must('endStaffSessions', { params: { id: id.staff('Jo Price') } });
  expect((await jo.call('listSessions')).status).toBe(401);
});

test('another lead on the duty list waits for a second person', async () => {
  const duty: Change = {
    kind: 'duty.set',
    lead: id.staff('Nadia Shah'),
    deputies: [id.staff('Tom Lowe'), id.staff('Jo Price')],
    head: id.staff('Ruth Grey'),
    chair: null,
    named: [],
  };
  expect(await make(duty)).toMatchObject({ outcome: 'waits' });
  expect(await make({ ...duty, deputies: [id.staff('Tom Lowe')] })).toMatchObject({
    outcome: 'made',
  });
});

describe('a first security key that was saved late', () => {
  /** What became of her keys, as "What Heed keeps about you" has it. */
  const toldOfKeys = async (browser: Visitor) => {
    const { audit } = await browser.must('downloadKept');
    return audit.map(({ what }) => what).filter((what) => /security-key\.(confirmed|refused)/.test(what));
  };
  const lateKey = async () => {
    await house.loggedIn(JO);
    house.clock.skip(DAY + 60_000);
    const again = house.visitor();
    await again.must('logIn', { body: { email: JO, password: 'three wet ducks in a row' } });
    return { browser: again, ...(await addKey(house, again)) };
  };

  test('is listed, and elevates once somebody else has confirmed it', async () => {
    const { browser, phone, keyId } = await lateKey();
    expect((await browser.call('elevate', { body: { code: phone.nextCode() } })).status).not.toBe(200);
    const tom = (await elevatedLead(house, TOM)).browser;
    const { keys } = await tom.must('listPendingChanges');
    expect(keys).toEqual([expect.objectContaining({ id: keyId, person: 'Jo Price', mayDecide: true })]);

    await tom.must('confirmKey', { params: { id: keyId } });
    expect((await tom.must('listPendingChanges')).keys).toEqual([]);
    expect((await browser.call('elevate', { body: { code: phone.nextCode() } })).status).toBe(200);
    expect(await toldOfKeys(browser)).toEqual(['security-key.confirmed']);
    expect(await toldOfKeys(tom)).toEqual([]);
  });

  test('never elevates after it was refused, and nobody decides their own', async () => {
    const { browser, phone, keyId } = await lateKey();
    const own = await browser.call('confirmKey', { params: { id: keyId } });
    expect(own.status).toBe(403);
    const tom = (await elevatedLead(house, TOM)).browser;
    await tom.must('refuseKey', { params: { id: keyId } });
    expect((await tom.call('confirmKey', { params: { id: keyId } })).status).toBe(404);
    expect((await browser.call('elevate', { body: { code: phone.nextCode() } })).status).not.toBe(200);
    expect(await toldOfKeys(browser)).toEqual(['security-key.refused']);
  });
});

test('people of another school are as absent as people who never were', async () => {
  const other = aSchool({ site: 'hillside', name: 'Hillside Primary' });
  const { schoolId } = await importSchool(house.ground, other, { actor: 'shell' });
  const [theirs = ''] = await house.ground.database.read('staff').where({ school_id: schoolId }).pluck('id');
  const [group = ''] = await house.ground.database
    .read('user_groups')
    .where({ school_id: schoolId })
    .pluck('id');
  const absent = uuidv7(house.clock.now());
  for (const changeOf of [
    (staffId: string): Change => ({ kind: 'staff.disable', staffId }),
    (staffId: string): Change => ({ kind: 'staff.enable', staffId }),
    (staffId: string): Change => ({ kind: 'staff.email', staffId, email: 'x@oakfield.example' }),
    (staffId: string): Change => ({ kind: 'staff.move-group', staffId, groupId: id.group('Teachers') }),
    (groupId: string): Change => ({ kind: 'staff.move-group', staffId: id.staff('Jo Price'), groupId }),
    (staffId: string): Change => ({ kind: 'staff.change', staffId, ...mia }),
  ]) {
    const [hidden, never] = await Promise.all(
      [theirs, absent].map((one) => sue.call('makeChanges', { body: { changes: [changeOf(one)] } })),
    );
    expect(hidden!.status).toBe(404);
    expect(Buffer.from(hidden!.bytes).toString()).toBe(Buffer.from(never!.bytes).toString());
  }
  const moved = await sue.call('makeChanges', {
    body: { changes: [{ kind: 'staff.move-group', staffId: id.staff('Jo Price'), groupId: group }] },
  });
  expect(moved.status).toBe(404);
  for (const call of ['sendFirstLogIn', 'endStaffSessions'] as const)
    expect((await sue.call(call, { params: { id: theirs } })).status).toBe(404);
});
