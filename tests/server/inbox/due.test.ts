import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/clock';
import type { TestHouse } from '../house';
import { elevatedLead, type Phone } from '../security-keys/phone';
import { aConcernAtWork, anAction, SAM, staffIdOf, TOM } from '../concerns/a-lead-at-work';
import type { Visitor } from '../visitor';

const THURSDAY = '2026-11-26';
const FRIDAY = '2026-11-27';

/** Something due about the concern, by a day, for somebody. */
async function isDue(
  { house, id, nadia }: { house: TestHouse; id: string; nadia: Visitor },
  owner: Visitor,
  given: { day: string; kind?: string; text?: string; agencyId?: string },
): Promise<string> {
  const { day, ...rest } = given;
  const body = anAction(house, { ...rest, due: { day, ownerId: await staffIdOf(owner) } });
  await nadia.must('addAction', { params: { id }, body });
  return body.actionId;
}

/** Tom, on another day. */
async function elevatedAgain(house: TestHouse, phone: Phone): Promise<Visitor> {
  const tom = await house.loggedIn(TOM);
  await tom.must('elevate', { body: { code: phone.nextCode() } });
  return tom;
}

test('a lead finds what is due for her by its day, and what waits for others beside it', async () => {
  const work = await aConcernAtWork();
  const { house, id, nadia } = work;
  const { browser: tom, phone } = await elevatedLead(house, TOM);
  const agencyId = (await house.ground.database.read('agencies').first('id'))!.id;
  const referral = { kind: 'referral', agencyId, text: 'Spoke to the duty desk.', day: FRIDAY };
  const answer = await isDue(work, nadia, referral);
  const call = await isDue(work, nadia, { kind: 'call', text: 'Ring Mrs Khan.', day: THURSDAY });
  const toms = await isDue(work, tom, { text: 'Ask the club.', day: FRIDAY });

  const { reference } = (await house.ground.database.read('concerns').first('reference'))!;
  const content = { about: null, pupils: [{ name: 'Amira Khan', className: '4B' }] };
  const hers = { concernId: id, reference, mine: true };
  const { rows, today, more } = await nadia.must('listDueActions');
  expect({ today, more }).toEqual({ today: '2026-11-23', more: 0 });
  expect(rows).toEqual([
    {
      ...hers,
      actionId: call,
      day: THURSDAY,
      content: { ...content, kind: 'call', text: 'Ring Mrs Khan.', owner: 'Nadia Shah' },
    },
    {
      ...hers,
      actionId: answer,
      day: FRIDAY,
      content: {
        ...content,
        kind: 'referral',
        agency: "Children's services",
        text: 'Spoke to the duty desk.',
        owner: 'Nadia Shah',
      },
    },
    {
      ...hers,
      actionId: toms,
      day: FRIDAY,
      mine: false,
      content: { ...content, kind: 'note', text: 'Ask the club.', owner: 'Tom Lowe' },
    },
  ]);
  expect((await nadia.must('listInbox')).counts.due).toBe(0);
  const shown = await house.ground.database.read('audit').where({ what: 'actions.shown' });
  expect(shown.map(({ facts }) => facts)).toEqual([JSON.stringify({ concerns: [id], elevated: true })]);

  // Thursday: Tom's is due tomorrow, and a closed concern has nothing to do.
  house.clock.skip(3 * DAY);
  const again = await elevatedAgain(house, phone);
  expect((await again.must('listInbox')).counts.due).toBe(0);
  const before = await again.must('listDueActions');
  expect(before.rows.map(({ mine, day }) => [mine, day])).toEqual([
    [true, FRIDAY],
    [false, THURSDAY],
    [false, FRIDAY],
  ]);
  const body = { actionId: anAction(house).actionId, reason: 'Settled.', decision: anAction(house) };
  await again.must('closeConcern', { params: { id }, body });
  expect((await again.must('listDueActions')).rows).toEqual([]);
});

test('until she is elevated a lead is told the day and the reference, and nothing of others', async () => {
  const work = await aConcernAtWork();
  const { house, id, nadia } = work;
  const { browser: tom } = await elevatedLead(house, TOM);
  const mine = await isDue(work, nadia, { text: 'Ring Mrs Khan.', day: '2026-11-23' });
  await isDue(work, tom, { text: 'Ask the club.', day: FRIDAY });
  await nadia.must('endElevation');

  const reply = await nadia.must('listDueActions');
  const { reference } = (await house.ground.database.read('concerns').first('reference'))!;
  expect(reply).toMatchObject({ elevateToRead: true, more: 0 });
  expect(reply.rows).toEqual([
    { actionId: mine, concernId: id, reference, day: '2026-11-23', mine: true, content: null },
  ]);
  expect((await nadia.must('listInbox')).counts.due).toBe(1);
  const refused = await nadia.call('finishDueAction', { params: { id: mine } });
  expect(refused.problem.code).toBe('elevation-needed');
});

test('who was only alerted ticks off what is theirs, and after "Mark as read" is told only that it is due', async () => {
  const work = await aConcernAtWork();
  const { nadia, house } = work;
  const sam = await house.loggedIn(SAM);
  const first = await isDue(work, sam, { text: 'Watch the gate.', day: FRIDAY });
  const second = await isDue(work, sam, { text: 'Ask the club.', day: FRIDAY });
  const nadias = await isDue(work, nadia, { day: FRIDAY });
  expect((await sam.must('listDueActions')).rows.map(({ content }) => content?.text)).toEqual([
    'Watch the gate.',
    'Ask the club.',
  ]);
  expect((await sam.call('finishDueAction', { params: { id: nadias } })).status).toBe(404);
  await sam.must('finishDueAction', { params: { id: first } });

  const [alert] = (await sam.must('listInbox')).rows;
  await sam.must('markRead', { params: { id: alert!.alertId } });
  house.clock.skip(11 * MINUTE);
  expect((await sam.must('listDueActions')).rows).toMatchObject([
    { actionId: second, concernId: null, content: null, mine: true },
  ]);
  expect((await sam.call('finishDueAction', { params: { id: second } })).status).toBe(404);
});

test('whom it must not be known to is told of nothing that is due: a record about them, or of their own child', async () => {
  const work = await aConcernAtWork();
  const { house, id, nadia } = work;
  const { browser: tom } = await elevatedLead(house, TOM);
  await isDue(work, tom, { day: '2026-11-23' });
  expect((await tom.must('listInbox')).counts.due).toBe(1);
  const { pupil_id: pupilId } = (await house.ground.database.read('concern_pupils').first('pupil_id'))!;
  const closeTo = {
    school_id: house.schoolId,
    pupil_id: pupilId!,
    staff_id: await staffIdOf(tom),
  };
  await house.ground.database.write((trx) => trx('connected_staff').insert(closeTo));
  expect((await tom.must('listDueActions')).rows).toEqual([]);
  expect((await tom.must('listInbox')).counts.due).toBe(0);
  expect((await nadia.must('listDueActions')).rows).toMatchObject([{ concernId: id, mine: false }]);
});

test('"Done" is taken back within 10 minutes by who said it, and what is late is still told of once', async () => {
  const work = await aConcernAtWork();
  const { house, nadia } = work;
  const { browser: tom } = await elevatedLead(house, TOM);
  const action = await isDue(work, nadia, { text: 'Ring Mrs Khan.', day: '2026-11-23' });
  const params = { id: action };
  const row = () => house.ground.database.read('concern_actions').where({ id: action }).first();
  const { overdue_at: late } = (await row())!;
  expect(late).toBe('2026-11-24T08:30:00.000Z');

  await nadia.must('finishDueAction', { params });
  expect(await row()).toMatchObject({ overdue_at: null, done_by: await staffIdOf(nadia) });
  expect((await tom.call('undoDueAction', { params })).status).toBe(404);
  house.clock.skip(9 * MINUTE);
  await nadia.must('undoDueAction', { params });
  expect(await row()).toMatchObject({ overdue_at: late, done_at: null, done_by: null });
  expect((await nadia.must('listDueActions')).rows).toHaveLength(1);

  await tom.must('finishDueAction', { params });
  house.clock.skip(10 * MINUTE);
  expect((await tom.call('undoDueAction', { params })).status).toBe(404);
  const audit = await house.ground.database
    .read('audit')
    .where('what', 'like', 'concern.action-%')
    .orderBy('seq');
  expect(audit.map(({ what }) => what)).toEqual([
    'concern.action-added',
    'concern.action-done',
    'concern.action-undone',
    'concern.action-done',
  ]);
  expect(JSON.stringify(audit)).not.toMatch(/Mrs Khan/);
});

test('what its owner was told is late is not told of again when "Done" is taken back', async () => {
  const work = await aConcernAtWork();
  const { house } = work;
  const { browser, phone } = await elevatedLead(house, TOM);
  const action = await isDue(work, browser, { day: '2026-11-23' });
  house.clock.skip(20 * HOUR);
  await house.house.escalation.look();
  const tom = await elevatedAgain(house, phone);
  await tom.must('finishDueAction', { params: { id: action } });
  await tom.must('undoDueAction', { params: { id: action } });
  const row = await house.ground.database.read('concern_actions').where({ id: action }).first('overdue_at');
  expect(row).toEqual({ overdue_at: null });
});
