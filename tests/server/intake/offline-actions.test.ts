import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import type { Payload } from '../../../protocol/payload';
import { tellOverdue } from '../../../server/alerts/overdue/tell-overdue';
import { DAY, HOUR, MINUTE } from '../../../server/clock';
import { aConcernAtWork, RUTH, SAM, staffIdOf, TOM } from '../concerns/a-lead-at-work';
import { BEA, MovedStory, NADIA as LEAD, TOM as UNCLE } from '../concerns/moved-story';
import type { TestHouse } from '../house';
import { elevatedLead } from '../security-keys/phone';
import { Tablet } from '../tablet';
import type { Visitor } from '../visitor';

const WORDS = 'Rang the kumquat club.';
type Body = Payload<'action'>['body'];

const newId = (house: TestHouse) => uuidv7(house.clock.now());

/** An action as the tablet of whoever has the concern open seals it, written now. */
async function written(
  house: TestHouse,
  who: Visitor,
  concernId: string,
  given: Partial<Body> = {},
): Promise<Body> {
  const { pass } = await who.must('readConcern', { params: { id: concernId } });
  const actionId = newId(house);
  const writtenAt = new Date(house.clock.now()).toISOString();
  return { concernId, actionId, pass: pass!, kind: 'note', text: WORDS, writtenAt, ...given };
}

async function deliver(house: TestHouse, tablet: Tablet, body: Body, forged = false): Promise<string> {
  const sealed = await tablet.sealAction(body, { forged });
  await tablet.deliver(sealed.bytes);
  await house.settled();
  return sealed.id;
}

const entriesOf = async (house: TestHouse) =>
  house.ground.database.read('concern_actions').whereIn('kind', ['note', 'call', 'referral', 'decision']);

const verdictOf = async (house: TestHouse, envelopeId: string) => {
  const row = await house.ground.database.read('envelopes').where({ envelope_id: envelopeId }).first();
  return [row!.verdict, row!.reason];
};

test('what Nadia wrote with no network stands in the concern, once, with what is due and for whom; Tom is told when it is late', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const { browser: tom } = await elevatedLead(house, TOM);
  const tablet = await Tablet.enrol(nadia);
  const due = { day: '2026-11-24', ownerId: await staffIdOf(tom) };
  const body = await written(house, nadia, id, { kind: 'call', due });
  const sealed = await tablet.sealAction(body);
  // The tablet lies in a bag until Wednesday: its day is over when it comes.
  house.clock.skip(2 * DAY);
  const before = house.mails.length;
  await Promise.all([tablet.deliver(sealed.bytes), tablet.deliver(sealed.bytes)]);
  await house.settled();
  await tablet.deliver(sealed.bytes);
  await house.settled();
  expect(await tablet.progress(sealed.id)).toMatchObject([
    { steps: [{ step: 'received' }, { step: 'added' }] },
  ]);
  const rows = await entriesOf(house);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    id: body.actionId,
    concern_id: id,
    kind: 'call',
    staff_id: tablet.staffId,
    happened_at: body.writtenAt,
    due_day: due.day,
    owner_id: due.ownerId,
  });
  expect(Date.parse(rows[0]!.at) - Date.parse(body.writtenAt)).toBeGreaterThanOrEqual(2 * DAY);
  expect(JSON.stringify(rows)).not.toContain(Buffer.from('kumquat').toString('hex'));
  // Adding an action alerts nobody, online or not; its being late does.
  const toldOf = (who: string) => house.mails.slice(before).filter(({ to }) => to === who);
  expect(toldOf(TOM)).toEqual([]);
  house.clock.skip(DAY);
  await tellOverdue(house.ground, house.schoolId);
  await house.settled();
  expect(toldOf(TOM)).toHaveLength(1);
  const audit = await house.ground.database.read('audit').where({ what: 'concern.action-added' });
  expect(audit).toHaveLength(1);
  expect(audit[0]!.facts).toContain(sealed.id);
  expect(JSON.stringify(audit)).not.toMatch(/kumquat/);
});

test('an action whose answer was lost is one action, whichever of the two comes first, also when it was covered since', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const tablet = await Tablet.enrol(nadia);
  const params = { id };
  const asked = ({ actionId, kind, text }: Body) => ({ params, body: { actionId, kind, text } });
  const first = await written(house, nadia, id);
  await nadia.must('addAction', asked(first));
  const entry = { entryId: first.actionId, start: 0, end: 4, reason: 'Not for others.' };
  await nadia.must('coverPassage', { params, body: { actionId: newId(house), ...entry } });
  expect(await verdictOf(house, await deliver(house, tablet, first))).toEqual(['duplicate', null]);

  const second = await written(house, nadia, id);
  expect(await verdictOf(house, await deliver(house, tablet, second))).toEqual(['recorded', null]);
  await nadia.must('addAction', asked(second));

  const third = await written(house, nadia, id);
  const sealed = await tablet.sealAction(third);
  await Promise.all([tablet.deliver(sealed.bytes), nadia.must('addAction', asked(third))]);
  await house.settled();
  expect(await tablet.progress(sealed.id)).toMatchObject([
    { steps: [{ step: 'received' }, { step: 'added' }] },
  ]);
  expect((await entriesOf(house)).map(({ id: one }) => one).sort()).toEqual(
    [first, second, third].map(({ actionId }) => actionId).sort(),
  );

  // Changed between the two, its words are kept: a lead compares them.
  const changed = { ...third, text: 'Rang the club twice.' };
  expect(await verdictOf(house, await deliver(house, tablet, changed))).toEqual([
    'quarantined',
    'possible-duplicate',
  ]);
  expect(await entriesOf(house)).toHaveLength(3);

  // Its request says other words than what came from the tablet first: it is not said to be added.
  const other = { params, body: { ...asked(second).body, text: 'Rang the club twice.' } };
  expect((await nadia.call('addAction', other)).problem.code).toBe('conflict');
  // The same words for another day are no repeated send either: whose work it is and by when would be lost.
  const happened = { ...second, happenedAt: '2026-11-22T09:00:00.000Z' };
  expect(await verdictOf(house, await deliver(house, tablet, happened))).toEqual([
    'quarantined',
    'possible-duplicate',
  ]);
});

test('what its author may not add, or not any more, is a record with a doubt for the leads, and nothing is added', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const tablet = await Tablet.enrol(nadia);
  const sam = await house.loggedIn(SAM);
  const sams = await Tablet.enrol(sam, 'Playground tablet 3');
  const ruths = await Tablet.enrol(await house.loggedIn(RUTH), 'Office computer');
  const body = await written(house, nadia, id);
  const now = house.clock.now();
  const later = (ms: number) => new Date(now + ms).toISOString();
  const plain = await written(house, sam, id);
  const cases: [Tablet, Body, string, boolean?][] = [
    // Full access lasts an hour: after that nobody has a concern open.
    [tablet, { ...body, writtenAt: later(2 * HOUR) }, 'action-not-allowed'],
    [tablet, { ...body, pass: `${String(now)}.1.${'0'.repeat(64)}` }, 'action-not-allowed'],
    [tablet, { ...body, concernId: body.actionId }, 'action-alone'],
    [tablet, { ...body, due: { day: '2026-11-22', ownerId: tablet.staffId } }, 'action-unfit'],
    [tablet, { ...body, due: { day: '2026-11-24', ownerId: ruths.staffId } }, 'action-unfit'],
    [tablet, body, 'signature-wrong', true],
    // Nadia’s pass is worth nothing to Sam, nor is his own with another word in it, nor what only a lead adds.
    [sams, body, 'action-not-allowed'],
    [sams, { ...plain, pass: plain.pass.replace('.0.', '.1.') }, 'action-not-allowed'],
    [sams, { ...plain, kind: 'decision' }, 'action-unfit'],
    // Ruth is Amira’s aunt.
    [ruths, body, 'action-not-allowed'],
  ];
  for (const [from, given, reason, forged] of cases) {
    const action = { ...given, actionId: newId(house) };
    const envelope = await deliver(house, from, action, forged);
    expect([reason, ...(await verdictOf(house, envelope))]).toEqual([reason, 'quarantined', reason]);
  }
  expect(await entriesOf(house)).toEqual([]);
  // What is right about Sam’s is taken: he was alerted, and needs no full access.
  expect(await verdictOf(house, await deliver(house, sams, plain))).toEqual(['recorded', null]);

  const told = house.mails.filter(({ subject }) => /afeguarding alert/.test(subject));
  expect(told.map(({ to }) => to)).not.toContain(RUTH);
  expect(JSON.stringify(house.mails)).not.toMatch(/kumquat|Amira/);
  const { records } = await nadia.must('listQuarantine');
  const unfit = records.find(({ reason }) => reason === 'action-unfit')!;
  const { reference } = await nadia.must('readConcern', { params: { id } });
  const opened = await nadia.must('openQuarantined', { params: { id: unfit.id } });
  expect(opened.text).toMatch(new RegExp(`^Written as an action for ${reference}: .*\\n\\n${WORDS}`));
  expect(opened.pupils).toMatchObject([{ name: 'Amira Khan' }]);
});

test('one that comes after its concern was closed, after a week, or from somebody who has left, waits for a lead', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const tablet = await Tablet.enrol(nadia);
  const { browser: tom, phone } = await elevatedLead(house, TOM);
  const toms = await Tablet.enrol(tom, 'Office computer');
  const params = { id };
  const ofNadia = await written(house, nadia, id);
  const late = await written(house, nadia, id);
  const ofTom = await written(house, tom, id);
  const actionId = newId(house);
  const decision = { actionId: newId(house), text: 'No further action.' };
  await tom.must('closeConcern', { params, body: { actionId, reason: 'It is settled.', decision } });
  expect(await verdictOf(house, await deliver(house, tablet, ofNadia))).toEqual([
    'quarantined',
    'action-closed',
  ]);
  expect((await nadia.must('readConcern', { params })).pass).toBeUndefined();
  await tom.must('reopenConcern', {
    params,
    body: { actionId: newId(house), reason: 'It is not.' },
  });

  house.clock.skip(7 * DAY - HOUR);
  expect(await verdictOf(house, await deliver(house, toms, ofTom))).toEqual(['recorded', null]);
  house.clock.skip(2 * HOUR);
  expect(await verdictOf(house, await deliver(house, tablet, late))).toEqual(['quarantined', 'action-late']);
  const again = await house.loggedIn(TOM);
  await again.must('elevate', { body: { code: phone.nextCode() } });
  const last = await written(house, again, id);
  house.clock.skip(MINUTE);
  await house.ground.database.write((trx) =>
    trx('staff')
      .where({ id: toms.staffId })
      .update({ disabled_at: new Date(house.clock.now()).toISOString() }),
  );
  expect(await verdictOf(house, await deliver(house, toms, last))).toEqual(['quarantined', 'author-left']);
  const { browser: lead } = await elevatedLead(house, RUTH);
  expect((await lead.must('listQuarantine')).records).toEqual([]);
});

test('one whose concern was moved to Tom’s nephew meanwhile is kept from Tom, and from the class team it was about before', async () => {
  const story = await MovedStory.begin();
  const { house } = story;
  const id = await story.records();
  const [nadia, tom] = [await story.elevated(LEAD), await story.elevated(UNCLE)];
  const toms = await Tablet.enrol(tom, 'Office computer');
  const body = await written(house, tom, id);
  expect((await story.correct(nadia, id, 'Ben')).status).toBe(200);
  const before = house.mails.length;
  const envelope = await deliver(house, toms, body);
  expect(await verdictOf(house, envelope)).toEqual(['quarantined', 'action-not-allowed']);
  expect(await toms.progress(envelope)).toMatchObject([
    { steps: expect.arrayContaining([expect.objectContaining({ step: 'being-checked' })]) as unknown[] },
  ]);
  expect(new Set(house.mails.slice(before).map(({ to }) => to))).not.toContain(UNCLE);
  expect((await tom.must('listQuarantine')).records).toEqual([]);
  const [record] = (await nadia.must('listQuarantine')).records;
  const opened = await nadia.must('openQuarantined', { params: { id: record!.id } });
  expect(opened.pupils).toMatchObject([{ name: 'Ben Lowe' }]);
  const bea = await story.elevated(BEA);
  expect((await bea.must('searchConcerns', { body: { words: 'kumquat' } })).found).toEqual([]);
  // Nadia’s own is added where the concern stands now.
  const nadias = await Tablet.enrol(nadia, 'Playground tablet 3');
  expect(await verdictOf(house, await deliver(house, nadias, await written(house, nadia, id)))).toEqual([
    'recorded',
    null,
  ]);
});
