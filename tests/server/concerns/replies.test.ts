import { expect, test } from 'vitest';
import { uuidv7 } from '../../../protocol/identifiers';
import { MINUTE } from '../../../server/clock';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';
import { aConcernAtWork, JO, staffIdOf, TOM } from './a-lead-at-work';
import { StaffStory } from './staff-story';

const TEXT = 'Thank you. We are on it. Please write down anything more that you see.';

const aReply = (text = TEXT) => ({ actionId: uuidv7(Date.now()), text });

const send = (visitor: Visitor, id: string, body = aReply()) =>
  visitor.call('sendReply', { params: { id }, body });

test('a lead replies to who recorded a concern: its author is told that there is one, reads it, and she sees when', async () => {
  const { house, id, nadia, tablet, envelopeId } = await aConcernAtWork();
  const before = house.mails.length;
  const body = aReply();
  await nadia.must('sendReply', { params: { id }, body });
  const { history, may } = await nadia.must('sendReply', { params: { id }, body });
  expect(may.noReply).toBeNull();
  expect(history.filter(({ kind }) => kind === 'reply')).toMatchObject([
    { by: 'Nadia Shah', text: TEXT, readAt: null },
  ]);
  await house.settled();
  const { reference } = (await house.ground.database.read('concerns').first('reference'))!;
  const told = house.mails.slice(before);
  expect(told.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
    `${JO}: There is a reply for you: record ${reference}`,
  ]);
  expect(told[0]!.text).not.toMatch(/Amira|Khan|4B|Nadia|Thank you/);
  expect(told[0]!.text).toMatch(/\/mine\n/);

  // Jo has unlocked her tablet, and is not logged in.
  const [waiting, ...others] = await tablet.replies();
  expect([waiting, others]).toEqual([
    { id: body.actionId, envelopeId, reference, at: expect.any(String) as string, readAt: null },
    [],
  ]);
  expect((await nadia.must('readConcern', { params: { id } })).history.at(-1)?.readAt).toBeNull();
  house.clock.skip(5 * MINUTE);
  expect(await tablet.openReply(body.actionId)).toEqual({ status: 200, text: TEXT });
  const read = (await nadia.must('readConcern', { params: { id } })).history.at(-1)?.readAt;
  expect(read).toEqual(expect.any(String));

  // The same at a desk; the first reading stands.
  const jo = await house.loggedIn(JO);
  expect((await jo.must('listReplies')).replies).toMatchObject([{ id: body.actionId, readAt: read }]);
  expect(await jo.must('openReply', { params: { id: body.actionId } })).toEqual({ text: TEXT });
  const audit = await house.ground.database
    .read('audit')
    .whereIn('what', ['concern.replied', 'reply.read'])
    .orderBy('seq');
  expect(audit.map(({ what }) => what)).toEqual(['concern.replied', 'reply.read', 'reply.read']);
  expect(JSON.stringify(audit)).not.toMatch(/Thank you|Jo Price/);
});

test('a reply is nobody else’s to read, and nothing more of the record is its author’s', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const body = aReply();
  await nadia.must('sendReply', { params: { id }, body });
  const { browser: tom } = await elevatedLead(house, TOM);
  const toms = await Tablet.enrol(tom, 'Office computer');
  expect([await toms.replies(), (await tom.must('listReplies')).replies]).toEqual([[], []]);
  const never = uuidv7(1);
  for (const visitor of [tom, nadia]) {
    const theirs = await visitor.call('openReply', { params: { id: body.actionId } });
    const absent = await visitor.call('openReply', { params: { id: never } });
    expect([theirs.status, Buffer.from(theirs.bytes).toString()]).toEqual([
      404,
      Buffer.from(absent.bytes).toString(),
    ]);
  }
  expect((await toms.openReply(body.actionId)).status).toBe(404);
  const jo = await house.loggedIn(JO);
  expect((await jo.call('readConcern', { params: { id } })).status).toBe(404);
  const note = { actionId: uuidv7(Date.now()), text: 'A note of the leads.' };
  await nadia.must('addAction', { params: { id }, body: note });
  expect((await jo.call('openReply', { params: { id: note.actionId } })).status).toBe(404);
  expect((await send(jo, id)).status).toBe(404);
  const tooLong = await send(nadia, id, aReply('x'.repeat(501)));
  expect(tooLong.problem).toMatchObject({ code: 'not-valid', field: 'body.text' });
  expect(tooLong.problem.title).toMatch(/at most 500/);
});

test('whoever comes to be close to the child, or has left, is told nothing more, also of what was sent', async () => {
  const { house, id, nadia, tablet } = await aConcernAtWork();
  const body = aReply();
  await nadia.must('sendReply', { params: { id }, body });
  const jo = await staffIdOf(await house.loggedIn(JO));
  const { pupil_id: pupilId } = (await house.ground.database.read('concern_pupils').first('pupil_id'))!;
  const closeness = { school_id: house.schoolId, pupil_id: pupilId!, staff_id: jo };
  await house.ground.database.write((trx) => trx('connected_staff').insert(closeness));
  expect(await tablet.replies()).toEqual([]);
  expect((await tablet.openReply(body.actionId)).status).toBe(404);
  expect((await nadia.must('readConcern', { params: { id } })).may.noReply).toBe('connected');
  const refused = await send(nadia, id);
  expect(refused.problem).toMatchObject({
    code: 'conflict',
    title: expect.stringMatching(/close to one/) as string,
  });

  await house.ground.database.write(async (trx) => {
    await trx('connected_staff').where(closeness).delete();
    await trx('staff')
      .where({ id: jo })
      .update({ disabled_at: new Date(house.clock.now()).toISOString() });
  });
  expect((await nadia.must('readConcern', { params: { id } })).may.noReply).toBe('left');
  expect((await send(nadia, id)).problem.title).toMatch(/has left/);
});

test('nobody replies to what nobody is known to have written, nor to what is about a member of staff', async () => {
  const { house, nadia, tablet } = await aConcernAtWork();
  const stranger = await tablet.seal(aConcern(), { author: { unconfirmed: 'Supply, Year 3' } });
  await tablet.deliver(stranger.bytes);
  await house.settled();
  const { id } = (await house.ground.database.read('concerns').whereNotNull('quarantine').first('id'))!;
  expect((await send(nadia, id)).status).toBe(404);

  const story = await StaffStory.begin();
  const about = await story.record({ names: ['Nadia Shah'] });
  const { browser: ruth } = await elevatedLead(story.house, 'ruth.grey@oakfield.example');
  expect((await ruth.must('readConcern', { params: { id: about } })).may).toMatchObject({
    lead: true,
    noReply: 'of-staff',
  });
  expect((await send(ruth, about)).problem.title).toMatch(/about a member of staff/);
  expect(await story.tablet.replies()).toEqual([]);
});
