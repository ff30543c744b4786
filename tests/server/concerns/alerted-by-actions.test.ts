import { expect, test } from 'vitest';
import { elevatedLead } from '../security-keys/phone';
import { Tablet } from '../tablet';
import { aConcernAtWork, anAction, SAM, TOM } from './a-lead-at-work';
import { goesAway, idsOf, mailedBy, NAMED, saidOf } from './away-story';

test('Nadia alerts Tom with what she adds: each is told once, and Sam reads it though he had marked it as read', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const { team, tom } = await idsOf(house);
  const params = { id };
  const sam = await house.loggedIn(SAM);
  const toRead = async (who = sam) => (await who.must('listInbox', { query: { view: 'to-read' } })).rows;
  await sam.must('markRead', { params: { id: (await toRead())[0]!.alertId } });
  expect((await toRead())[0]?.readAt).not.toBeNull();

  const { alert } = await nadia.must('readActionChoices', { params });
  // Not its author, not Amira's aunt, and not herself.
  expect(alert.staff.map(({ name }) => name)).toEqual(['Sam Lee', 'Tom Lowe']);
  expect(alert.groups).toEqual([{ id: team, name: 'Safeguarding team' }]);
  const before = house.mails.length;
  const body = anAction(house, { text: 'Kumquat club on Monday.', alert: { staff: [tom], groups: [team] } });
  await nadia.must('addAction', { params, body });
  // A lost answer: the same action again tells nobody again.
  await nadia.must('addAction', { params, body });
  await house.settled();
  const told = house.mails.slice(before);
  expect(told.map(({ to }) => to).sort()).toEqual([SAM, TOM]);
  expect(told.map(({ subject, text }) => `${subject} ${text}`).join(' ')).not.toMatch(/kumquat|Amira|Khan/i);
  expect((await sam.must('readConcern', { params })).history.at(-1)?.text).toBe('Kumquat club on Monday.');
  const { browser: toms } = await elevatedLead(house, TOM);
  for (const who of [sam, toms]) expect(await toRead(who)).toMatchObject([{ concernId: id, readAt: null }]);
  const { recipients } = await nadia.must('readConcern', { params });
  expect(recipients.find(({ name }) => name === 'Tom Lowe')?.why).toEqual([
    'Named with an action that a lead added',
  ]);
  const audit = await house.ground.database.read('audit').where({ what: 'concern.action-added' });
  expect(audit).toHaveLength(1);
  expect(audit[0]!.facts).toContain(tom);
});

test('who is close to the child or wrote the record is not told by an action, nor by somebody who does not decide', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const { jo, ruth, sam, tom } = await idsOf(house);
  const params = { id };
  const add = (who: typeof nadia, staff: string[]) =>
    who.call('addAction', { params, body: anAction(house, { alert: { staff, groups: [] } }) });
  const before = house.mails.length;
  expect((await add(nadia, [ruth, jo])).problem).toMatchObject({
    code: 'not-valid',
    title: expect.stringMatching(/Nobody whom you chose/) as string,
  });
  expect((await add(await house.loggedIn(SAM), [tom])).problem.title).toMatch(/Only a safeguarding lead/);
  expect((await add(nadia, [ruth, sam])).status).toBe(200);
  await house.settled();
  expect(house.mails.slice(before).map(({ to }) => to)).toEqual([SAM]);
  const rows = await house.ground.database.read('alerts').where({ concern_id: id }).pluck('staff_id');
  expect(rows).not.toContain(ruth);
});

test('Sam is away, and his cover may not know of it: Tom is told instead of him, and not Nadia, who alerts him', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const { jo, sam } = await idsOf(house);
  await goesAway(house, SAM, jo);
  const body = anAction(house, { alert: { staff: [sam], groups: [] } });
  expect(await mailedBy(house, () => nadia.must('addAction', { params: { id }, body }))).toEqual([TOM]);
  expect((await saidOf(nadia, id)).get('Tom Lowe')).toEqual({
    why: [`In place of Sam Lee, away until 27 November 2026: ${NAMED}`],
    away: null,
  });
});

test('Tom is away with Nadia, who alerts him, as his cover: with nobody else left he is told himself, and the page says so', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const { nadia: nadiasId, tom } = await idsOf(house);
  await goesAway(house, TOM, nadiasId);
  const before = await saidOf(nadia, id);
  const body = anAction(house, { alert: { staff: [tom], groups: [] } });
  expect(await mailedBy(house, () => nadia.must('addAction', { params: { id }, body }))).toEqual([TOM]);
  const after = await saidOf(nadia, id);
  expect(after.get('Tom Lowe')).toEqual({ why: [NAMED], away: null });
  expect(after.get('Nadia Shah')).toEqual(before.get('Nadia Shah'));
});

test('sealed without a network by the cover of who is away it tells somebody else all the same', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const { nadia: nadiasId, sam } = await idsOf(house);
  await goesAway(house, SAM, nadiasId);
  const tablet = await Tablet.enrol(nadia);
  const { pass } = await nadia.must('readConcern', { params: { id } });
  const writtenAt = new Date(house.clock.now()).toISOString();
  const alert = { staff: [sam], groups: [] };
  const { actionId, text } = anAction(house);
  const written = { concernId: id, actionId, pass: pass!, kind: 'call', text, writtenAt, alert } as const;
  const sealed = await tablet.sealAction(written);
  expect(await mailedBy(house, () => tablet.deliver(sealed.bytes))).toEqual([TOM]);
});

test('sealed without a network it tells them when it comes, once', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const { tom } = await idsOf(house);
  const tablet = await Tablet.enrol(nadia);
  const { pass } = await nadia.must('readConcern', { params: { id } });
  const writtenAt = new Date(house.clock.now()).toISOString();
  const { actionId, text } = anAction(house);
  const alert = { staff: [tom], groups: [] };
  const sealed = await tablet.sealAction({
    concernId: id,
    actionId,
    pass: pass!,
    kind: 'call',
    text,
    writtenAt,
    alert,
  });
  const before = house.mails.length;
  await Promise.all([tablet.deliver(sealed.bytes), tablet.deliver(sealed.bytes)]);
  await house.settled();
  expect(house.mails.slice(before).map(({ to }) => to)).toEqual([TOM]);
  const { history } = await nadia.must('readConcern', { params: { id } });
  expect(history.at(-1)).toMatchObject({ kind: 'call', text });
});
