import { describe, expect, test } from 'vitest';
import type { SchoolPlan } from '../../../server/set-up/school-plan';
import { openHouse, type TestHouse } from '../house';
import { aCategory, aPupil, aSafeguardingLead, aSchool } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';

const NADIA = 'nadia.shah@oakfield.example';
const RUTH = 'ruth.grey@oakfield.example';
const TOM = 'tom.lowe@oakfield.example';
const JO = 'jo.price@oakfield.example';

const TEXT = 'A girl in a red coat cried by the gate.';

/** Somebody writes at the locked tablet, without unlocking. */
async function unconfirmed(house: TestHouse, tablet: Tablet, text = TEXT): Promise<void> {
  const sealed = await tablet.seal(aConcern({ text }), { author: { unconfirmed: 'Supply, Year 4' } });
  await tablet.deliver(sealed.bytes);
  await house.settled();
}

async function aTablet(house: TestHouse): Promise<{ tablet: Tablet; pupilId: string }> {
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const { pupils } = await tablet.visitor.must('readRoll');
  return { tablet, pupilId: pupils[0]!.id };
}

const records = async (who: Visitor) => (await who.must('listQuarantine')).records;
const whats = async (house: TestHouse) =>
  house.ground.database.read('audit').where('what', 'like', 'quarantine.%').orderBy('seq').pluck('what');

test('a lead opens a record of nobody known, and accepts it to a pupil: it stands with her others', async () => {
  const house = await openHouse();
  const { tablet, pupilId } = await aTablet(house);
  await unconfirmed(house, tablet);
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const [one] = await records(nadia);
  expect(one).toMatchObject({ reason: 'author-unconfirmed', openedBy: null, decision: null });
  expect(JSON.stringify(one)).not.toContain('red coat');

  const params = { id: one!.id };
  const opened = await nadia.must('openQuarantined', { params });
  expect(opened).toMatchObject({
    text: TEXT,
    author: { name: 'Supply, Year 4', confirmed: false },
    pupils: [{ name: 'A girl in a red coat', pupilId: null }],
    openedBy: 'Nadia Shah',
  });
  await nadia.must('acceptQuarantined', { params, body: { pupils: [pupilId] } });
  const concern = await nadia.must('readConcern', { params });
  expect(concern).toMatchObject({ quarantine: null, text: TEXT, author: { confirmed: false } });
  expect(concern.pupils).toMatchObject([{ pupilId, name: 'Amira Khan', unmatched: false }]);
  expect((await records(nadia))[0]?.decision).toMatchObject({ what: 'accepted', by: 'Nadia Shah' });
  expect(await whats(house)).toEqual(['quarantine.opened', 'quarantine.accepted']);
});

test('a record with a doubt is accepted as about the niece of another lead, who has it open: it falls for him', async () => {
  const base = aSchool();
  const house = await openHouse({
    plan: aSchool({
      school: { ...base.school, deputyEmails: [TOM] },
      staff: [...base.staff, aSafeguardingLead({ firstName: 'Tom', lastName: 'Lowe', email: TOM })],
      pupils: [aPupil({ firstName: 'Amira', lastName: 'Khan', connectedStaff: [TOM] })],
    }),
  });
  const { tablet, pupilId } = await aTablet(house);
  await unconfirmed(house, tablet);
  const nadia = (await elevatedLead(house, NADIA)).browser;
  const tom = (await elevatedLead(house, TOM)).browser;
  const [one] = await records(nadia);
  const params = { id: one!.id };
  await tom.must('openQuarantined', { params });
  const before = (await tom.must('readSession')).session!.rightsEnded;
  await nadia.must('acceptQuarantined', { params, body: { pupils: [pupilId] } });
  expect((await tom.call('openQuarantined', { params })).status).toBe(404);
  expect((await tom.must('readSession')).session!.rightsEnded).toBe(before + 1);
  expect((await nadia.must('readSession')).session!.rightsEnded).toBe(0);
});

test('once accepted it is told to whom the school’s rules tell it', async () => {
  const base = aSchool();
  const house = await openHouse({
    plan: aSchool({
      staff: [...base.staff, aSafeguardingLead({ firstName: 'Tom', lastName: 'Lowe', email: TOM })],
      alertGroups: [...base.alertGroups, { name: 'Pastoral', members: [TOM] }],
      automaticAlerts: [
        { category: 'Behaviour', alertGroups: ['Pastoral'], staff: [], yearGroups: [], classes: [] },
      ],
    }),
  });
  const { tablet, pupilId } = await aTablet(house);
  const { categories } = await tablet.visitor.must('readBoard', { params: { id: tablet.deviceId } });
  const behaviour = categories.find(({ name }) => name === 'Behaviour')!.id;
  const body = aConcern({ categories: [behaviour], text: TEXT });
  await tablet.deliver((await tablet.seal(body, { author: { unconfirmed: 'Supply' } })).bytes);
  await house.settled();
  expect(house.mails.filter(({ to, text }) => to === TOM && text.includes('afeguarding alert'))).toEqual([]);
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const params = { id: (await records(nadia))[0]!.id };
  await nadia.must('openQuarantined', { params });
  await nadia.must('acceptQuarantined', { params, body: { pupils: [pupilId] } });
  await house.settled();
  expect(house.mailTo(TOM).text).toContain('afeguarding alert');
});

test('a second version is joined with the first record; a mistake is dismissed with a reason; both are kept', async () => {
  const house = await openHouse();
  const { tablet, pupilId } = await aTablet(house);
  await tablet.deliver((await tablet.seal(aConcern({ pupilId, text: 'First words.' }))).bytes);
  await house.settled();
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const [first] = (await nadia.must('listInbox', { query: { view: 'all' } })).rows;
  await unconfirmed(house, tablet, 'And then she said more.');
  await unconfirmed(house, tablet, 'asdf');
  const [mistake, more] = await records(nadia);
  const wrong = await nadia.call('joinQuarantined', {
    params: { id: more!.id },
    body: { reference: 'ZZZZ' },
  });
  expect(wrong.problem.title).toContain('no record of this reference');
  await nadia.must('joinQuarantined', { params: { id: more!.id }, body: { reference: first!.reference } });
  await nadia.must('dismissQuarantined', { params: { id: mistake!.id }, body: { reason: 'A try-out.' } });
  const { history } = await nadia.must('readConcern', { params: { id: first!.concernId } });
  expect(history.at(-1)?.text).toContain('And then she said more.');
  const decisions = (await records(nadia)).map(({ decision }) => decision?.what);
  expect(decisions).toEqual(['dismissed', 'joined']);
  const again = await nadia.call('dismissQuarantined', {
    params: { id: mistake!.id },
    body: { reason: 'x' },
  });
  expect(again.problem.code).toBe('conflict');
});

describe('its text goes to no record that is read by others', () => {
  const JOS_CHILD = 'Leo';
  const base = aSchool();
  const plan = aSchool({
    pupils: [
      aPupil({ firstName: 'Amira', lastName: 'Khan' }),
      aPupil({ firstName: JOS_CHILD, lastName: 'Price', connectedStaff: [JO] }),
      aPupil({ firstName: 'Yusuf', lastName: 'Noor', className: '6A', yearGroup: 'Year 6' }),
    ],
    categories: [...base.categories, aCategory({ name: 'Abuse', restricted: true })],
    automaticAlerts: [],
  });
  const everyone = { everyone: true, userGroups: [], staff: [] };

  /** A record about Amira stands there; another one arrives with a doubt. Answers what came of joining it. */
  async function joined(about: string, category: string | null, given: Partial<SchoolPlan> = {}) {
    const house = await openHouse({ plan: { ...plan, ...given } });
    const tablet = await Tablet.enrol(await house.loggedIn(RUTH));
    const { pupils } = await tablet.visitor.must('readRoll');
    const { categories } = await tablet.visitor.must('readBoard', { params: { id: tablet.deviceId } });
    const pupilId = (first: string) => pupils.find((one) => one.first === first)!.id;
    const ticked = categories.filter(({ name }) => name === category).map(({ id }) => id);
    await tablet.deliver((await tablet.seal(aConcern({ pupilId: pupilId('Amira') }))).bytes);
    await house.settled();
    const body = aConcern({ pupilId: pupilId(about), categories: ticked, text: TEXT });
    await tablet.deliver((await tablet.seal(body, { author: { unconfirmed: 'Supply' } })).bytes);
    await house.settled();
    const { browser: nadia } = await elevatedLead(house, NADIA);
    const into = await house.ground.database.read('concerns').whereNull('quarantine').first('reference');
    const params = { id: (await records(nadia))[0]!.id };
    await nadia.must('openQuarantined', { params });
    return nadia.call('joinQuarantined', { params, body: { reference: into!.reference } });
  }

  test.each<[string, string, string | null, Partial<SchoolPlan>]>([
    ['by a parent on the staff', JOS_CHILD, null, {}],
    ['without its restricted category', 'Amira', 'Abuse', {}],
    [
      'by who sees another class',
      'Yusuf',
      null,
      {
        classRestrictions: [
          { type: 'class', name: '4B', ...everyone },
          { type: 'class', name: '6A', ...everyone, everyone: false },
        ],
      },
    ],
  ])('%s', async (_, about, category, given) => {
    const { status, problem } = await joined(about, category, given);
    expect(status).toBe(400);
    expect(problem.title).toContain('People may read that record who may not read this one');
  });

  test('where nobody else reads that one, it does', async () => {
    expect((await joined('Yusuf', 'Behaviour')).status).toBe(204);
  });
});

test('a child who was joined with another entry since the page was opened is linked as who they are today', async () => {
  const house = await openHouse({
    plan: aSchool({
      pupils: [
        aPupil({ firstName: 'Amira', lastName: 'Khan' }),
        aPupil({ firstName: 'Ameera', lastName: 'Khan' }),
      ],
    }),
  });
  const { tablet } = await aTablet(house);
  const { pupils } = await tablet.visitor.must('readRoll');
  const [old, today] = ['Ameera', 'Amira'].map((first) => pupils.find((one) => one.first === first)!.id);
  await unconfirmed(house, tablet);
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const params = { id: (await records(nadia))[0]!.id };
  await nadia.must('openQuarantined', { params });
  await house.ground.database.write((trx) =>
    trx('pupils').where({ id: old! }).update({ joined_into: today!, left_at: '2026-11-20' }),
  );
  await nadia.must('acceptQuarantined', { params, body: { pupils: [old!] } });
  expect((await nadia.must('readConcern', { params })).pupils).toMatchObject([{ pupilId: today }]);
});

test('who is no lead, or close to the child, finds none of it', async () => {
  const base = aSchool();
  const house = await openHouse({
    plan: aSchool({
      school: { ...base.school, deputyEmails: [TOM] },
      staff: [...base.staff, aSafeguardingLead({ firstName: 'Tom', lastName: 'Lowe', email: TOM })],
      pupils: [aPupil({ firstName: 'Leo', lastName: 'Lowe', connectedStaff: [TOM] })],
    }),
  });
  const { tablet, pupilId } = await aTablet(house);
  const sealed = await tablet.seal(aConcern({ pupilId }), { author: { unconfirmed: 'Supply' } });
  await tablet.deliver(sealed.bytes);
  await house.settled();
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const params = { id: (await records(nadia))[0]!.id };
  const { browser: tom } = await elevatedLead(house, TOM);
  expect(await records(tom)).toEqual([]);
  expect((await tom.call('openQuarantined', { params })).status).toBe(404);
  // The head is on the duty list, and a lead is there.
  const { browser: ruth } = await elevatedLead(house, RUTH);
  expect(await records(ruth)).toEqual([]);
  expect((await ruth.call('openQuarantined', { params })).status).toBe(404);
  expect((await tablet.visitor.call('listQuarantine')).status).toBe(404);
});

test('while no lead is there, the head opens what arrived with a doubt', async () => {
  const house = await openHouse();
  const { tablet } = await aTablet(house);
  const { browser: ruth } = await elevatedLead(house, RUTH);
  await house.ground.database.write((trx) =>
    trx('staff')
      .whereIn('id', trx('duty_list').where({ role: 'lead' }).select('staff_id'))
      .update({ disabled_at: new Date(house.clock.now()).toISOString() }),
  );
  await unconfirmed(house, tablet);
  const [one] = await records(ruth);
  expect((await ruth.must('openQuarantined', { params: { id: one!.id } })).text).toBe(TEXT);
  // She was alerted to it as well, and may take such a record there.
  const [alert] = (await ruth.must('listInbox', { query: { view: 'all' } })).rows;
  expect(alert?.concernId).toBe(one!.id);
});

test('two leads decide at once: one decision counts', async () => {
  const house = await openHouse();
  const { tablet, pupilId } = await aTablet(house);
  await unconfirmed(house, tablet);
  const { browser: nadia } = await elevatedLead(house, NADIA);
  const params = { id: (await records(nadia))[0]!.id };
  const answers = await Promise.all([
    nadia.call('acceptQuarantined', { params, body: { pupils: [pupilId] } }),
    nadia.call('dismissQuarantined', { params, body: { reason: 'Twice' } }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect((await whats(house)).length).toBe(1);
});
