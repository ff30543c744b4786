import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { openHouse, waitFor, type TestHouse } from '../house';
import { aPupil, aSafeguardingLead, aSchool, aTeacher } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';

const LEAD = 'nadia.shah@oakfield.example';
const DEPUTY = 'tom.lowe@oakfield.example';
const JO = 'jo.price@oakfield.example';

/** A school with a lead and a deputy, who are both told of everything, unless the plan says otherwise. */
function twoLeads(given: { members?: string[]; parent?: string } = {}) {
  const base = aSchool();
  const tom = { firstName: 'Tom', lastName: 'Lowe', email: DEPUTY, jobTitle: 'Deputy lead' };
  return aSchool({
    school: { ...base.school, headEmail: LEAD, deputyEmails: [DEPUTY] },
    staff: [
      aSafeguardingLead({ email: LEAD, lastName: 'Shah' }),
      aSafeguardingLead(tom),
      aTeacher({ email: JO, lastName: 'Price' }),
    ],
    pupils: [aPupil({ lastName: 'Khan', connectedStaff: given.parent ? [given.parent] : [] })],
    alertGroups: [{ name: 'Safeguarding team', members: given.members ?? [LEAD, DEPUTY] }],
  });
}

async function joRecords(house: TestHouse): Promise<string> {
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]!.id;
  await tablet.deliver((await tablet.seal(aConcern({ pupilId }))).bytes);
  await house.settled();
  const row = await house.ground.database.read('concerns').first<{ id: string }>('id');
  return row.id;
}

/** Counts what the open pages of one person hear. */
async function hears(house: TestHouse, visitor: Visitor): Promise<() => number> {
  const { session } = await visitor.must('readSession');
  let heard = 0;
  house.ground.changes.watch(house.schoolId, session!.staffId, () => (heard += 1));
  return () => heard;
}

const theRow = async (visitor: Visitor) => (await visitor.must('listInbox')).rows[0]!;

test('an alert is unopened until its own person opens it, and to read until it is marked as read', async () => {
  const house = await openHouse({ plan: twoLeads() });
  const id = await joRecords(house);
  const { browser: nadia } = await elevatedLead(house, LEAD);
  const { browser: tom } = await elevatedLead(house, DEPUTY);
  const heard = await hears(house, nadia);
  expect(await theRow(nadia)).toMatchObject({ openedAt: null, readAt: null });

  await nadia.must('readConcern', { params: { id } });
  const { openedAt } = await theRow(nadia);
  expect(Date.parse(openedAt ?? '')).toBeLessThanOrEqual(house.clock.now());
  expect((await theRow(tom)).openedAt).toBeNull();
  expect((await nadia.must('listInbox')).counts.toRead).toBe(1);
  expect(heard()).toBe(1);

  house.clock.skip(60_000);
  await nadia.must('readConcern', { params: { id } });
  expect((await theRow(nadia)).openedAt).toBe(openedAt);
  await nadia.must('endElevation');
  expect(await theRow(nadia)).toMatchObject({ openedAt, concern: null });
});

test('who has taken a concern is “you” to one lead and a name to the other', async () => {
  const house = await openHouse({ plan: twoLeads() });
  const id = await joRecords(house);
  const { browser: nadia } = await elevatedLead(house, LEAD);
  const { browser: tom } = await elevatedLead(house, DEPUTY);
  expect((await theRow(nadia)).concern?.takenBy).toBeNull();
  await tom.must('takeConcern', { params: { id } });
  expect((await theRow(tom)).concern?.takenBy).toEqual({ name: 'Tom Lowe', you: true });
  expect((await theRow(nadia)).concern?.takenBy).toEqual({ name: 'Tom Lowe', you: false });
});

test('what the deputy does is news to a lead who was not alerted, without a word of it and without an opening', async () => {
  const house = await openHouse({ plan: twoLeads({ members: [DEPUTY] }) });
  const id = await joRecords(house);
  const { browser: nadia } = await elevatedLead(house, LEAD);
  const { browser: tom } = await elevatedLead(house, DEPUTY);
  const concern = await nadia.must('readConcern', { params: { id } });
  const heard = await hears(house, nadia);
  await tom.must('takeConcern', { params: { id } });
  const actionId = uuidv7(house.clock.now());
  await tom.must('addAction', { params: { id }, body: { actionId, text: 'Rang home at 15:40.' } });
  await waitFor(() => heard() === 2);

  const news = await nadia.must('readConcernNews', { params: { id } });
  expect(news).toMatchObject({
    status: 'taken',
    deeds: [
      { kind: 'taken', by: 'Tom Lowe', you: false },
      { id: actionId, kind: 'note', by: 'Tom Lowe', you: false },
    ],
  });
  expect(JSON.stringify(news)).not.toMatch(/Rang|Amira|Khan|bruise/);
  expect(concern.history.map((one) => one.id)).not.toContain(actionId);
  const read = await nadia.must('readConcern', { params: { id } });
  expect(read.history.map((one) => one.id)).toEqual([id, ...news.deeds.map((deed) => deed.id)]);
  const openings = await house.ground.database.read('audit').where({ what: 'concern.opened' }).select('seq');
  expect(openings).toHaveLength(2);
});

test('a deputy hears nothing and learns no news of the concern about her own child', async () => {
  const house = await openHouse({ plan: twoLeads({ members: [LEAD], parent: DEPUTY }) });
  const id = await joRecords(house);
  const { browser: nadia } = await elevatedLead(house, LEAD);
  const { browser: parent } = await elevatedLead(house, DEPUTY);
  const heard = await hears(house, parent);
  const others = await hears(house, nadia);
  await nadia.must('takeConcern', { params: { id } });
  await waitFor(() => others() === 1);
  expect(heard()).toBe(0);
  const hidden = await parent.call('readConcernNews', { params: { id } });
  const absent = await parent.call('readConcernNews', { params: { id: uuidv7(0) } });
  expect([hidden.status, hidden.problem.code]).toEqual([404, absent.problem.code]);
});
