import { expect, test } from 'vitest';
import { HOUR } from '../../../server/clock';
import { CHAIR, NOTHING, RUTH, StaffStory, TOM } from '../concerns/staff-story';
import { openHouse } from '../house';
import { aPupil, aSafeguardingLead, aSchool } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import { asLead, halfWritten, JO, leave, mailsOf, NADIA, theNextDay, unfinished, WORDS } from './left-story';

const reason = 'It was never sent.';

test('a lead sees who began what and where, and may open it after a school day; its author is told', async () => {
  const house = await openHouse();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const { pupils } = await tablet.visitor.must('readRoll');
  const pupilId = pupils[0]!.id;
  const draft = await leave(house, tablet, halfWritten({ pupilId }));
  const params = { id: draft.envelope.id };
  const { browser: nadia, phone } = await elevatedLead(house, NADIA);
  expect(await unfinished(nadia)).toMatchObject([
    { id: params.id, device: 'Playground tablet 2', author: { name: 'Jo Price', left: false } },
  ]);
  expect(JSON.stringify(await unfinished(nadia))).not.toMatch(/Amira|home/);
  const early = await nadia.call('openUnfinished', { params, body: { reason } });
  expect(early).toMatchObject({ status: 409, problem: { code: 'conflict' } });
  house.clock.skip(11 * HOUR);
  expect(await nadia.must('listUnfinished')).toEqual({ count: 1, drafts: [] });

  await theNextDay(house);
  await nadia.must('logIn', { body: { email: NADIA, password: 'three wet ducks in a row' } });
  await nadia.must('elevate', { body: { code: phone.nextCode() } });
  const { id } = await nadia.must('openUnfinished', { params, body: { reason } });
  await house.settled();
  expect(mailsOf(house, JO).map(({ text }) => text.includes('has opened it'))).toEqual([false, true]);
  expect(await unfinished(nadia)).toEqual([]);

  const opened = await nadia.must('openQuarantined', { params: { id } });
  expect(opened).toMatchObject({
    text: WORDS,
    reason: 'unfinished',
    author: { name: 'Jo Price', confirmed: true },
    pupils: [{ name: 'Amira Khan', pupilId }],
    openedBy: 'Nadia Shah',
  });
  await nadia.must('acceptQuarantined', { params: { id }, body: { pupils: [pupilId] } });
  const concern = await nadia.must('readConcern', { params: { id } });
  expect(concern.history.at(-1)?.text).toContain(reason);
  const audit = await house.ground.database.read('audit').where({ what: 'parked.opened' }).first();
  expect(audit).toMatchObject({ object: `concern:${id}`, facts: '{"reason":"left-unsent"}' });

  // Jo sends it after all: a record like any other, not swallowed as the same.
  const { lineageId } = draft;
  await tablet.deliver((await tablet.seal(aConcern({ pupilId, text: WORDS }), { lineageId })).bytes);
  await house.settled();
  expect(await house.ground.database.read('concerns').orderBy('id').pluck('quarantine')).toEqual([
    null,
    null,
  ]);
});

test('what nobody can go on with is opened at once: begun without unlocking, or by somebody who has left', async () => {
  const house = await openHouse();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const author = { unconfirmed: 'Supply, Year 4' };
  const unknown = await leave(house, tablet, halfWritten({ name: 'Supply, Year 4' }), { author });
  const known = await leave(house, tablet, halfWritten({ text: '', pupils: [] }));
  await house.ground.database.write((trx) =>
    trx('staff')
      .where({ id: tablet.staffId })
      .update({ disabled_at: new Date(house.clock.now()).toISOString() }),
  );
  const nadia = await asLead(house, NADIA);
  expect(await unfinished(nadia)).toMatchObject([
    { id: unknown.envelope.id, author: null },
    { id: known.envelope.id, author: { name: 'Jo Price', left: true } },
  ]);
  const held = await nadia.must('readHoldings', { params: { id: tablet.staffId } });
  expect(held.unfinished).toBe(1);
  for (const { envelope } of [unknown, known]) {
    const { id } = await nadia.must('openUnfinished', { params: { id: envelope.id }, body: { reason } });
    const opened = await nadia.must('openQuarantined', { params: { id } });
    const isKnown = envelope === known.envelope;
    expect(opened.text).toBe(isKnown ? '[Nothing was written yet.]' : WORDS);
    expect(opened.author).toEqual(
      isKnown ? { name: 'Jo Price', confirmed: true } : { name: 'Supply, Year 4', confirmed: false },
    );
    await nadia.must('dismissQuarantined', { params: { id }, body: { reason: 'Looked after.' } });
  }
});

test('what is about a member of staff goes its own path; whom it is about finds no trace of it', async () => {
  const story = await StaffStory.begin();
  const { house, tablet } = story;
  const ruth = await asLead(house, RUTH);
  const nothing = await story.traces(ruth, tablet.deviceId);
  const about = { staff: [{ id: await story.staffId('Ruth Grey'), name: 'Ruth Grey' }], described: '' };
  const draft = await leave(house, tablet, halfWritten({ about }), { author: { unconfirmed: 'Supply' } });
  const params = { id: draft.envelope.id };
  const nadia = await asLead(house, NADIA);
  for (const browser of [ruth, nadia]) {
    expect(await browser.must('listUnfinished')).toEqual({ count: 0, drafts: [] });
    expect((await browser.call('openUnfinished', { params, body: { reason } })).status).toBe(404);
  }
  expect(nothing).toBe(NOTHING);
  expect(await story.traces(ruth, tablet.deviceId)).toBe(NOTHING);

  const chair = await asLead(house, CHAIR);
  expect((await unfinished(chair)).map(({ id }) => id)).toEqual([params.id]);
  const { id } = await chair.must('openUnfinished', { params, body: { reason } });
  expect(await chair.must('openQuarantined', { params: { id } })).toMatchObject({ text: WORDS });
  expect(await story.traces(ruth, id)).toBe(NOTHING);
  expect((await asLead(house, TOM)).origin).toBe(house.origin);
});

test('a lead who is close to the child, and who is no lead, find nothing; nobody opens their own that way', async () => {
  const base = aSchool();
  const house = await openHouse({
    plan: aSchool({
      school: { ...base.school, deputyEmails: [TOM] },
      staff: [...base.staff, aSafeguardingLead({ firstName: 'Tom', lastName: 'Lowe', email: TOM })],
      pupils: [aPupil({ firstName: 'Leo', lastName: 'Lowe', connectedStaff: [TOM] })],
    }),
  });
  const nadia = await asLead(house, NADIA);
  const tablet = await Tablet.enrol(nadia);
  const { pupils } = await nadia.must('readRoll');
  const draft = await leave(house, tablet, halfWritten({ pupilId: pupils[0]!.id }));
  const params = { id: draft.envelope.id };
  const tom = await asLead(house, TOM);
  expect(await tom.must('listUnfinished')).toEqual({ count: 0, drafts: [] });
  expect(await nadia.must('listUnfinished')).toEqual({ count: 0, drafts: [] });
  for (const browser of [tom, nadia])
    expect((await browser.call('openUnfinished', { params, body: { reason } })).status).toBe(404);
  const jo = await house.loggedIn(JO);
  expect((await jo.call('listUnfinished')).status).toBe(404);
});
