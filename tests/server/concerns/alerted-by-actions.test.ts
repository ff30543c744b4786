import { expect, test } from 'vitest';
import type { TestHouse } from '../house';
import { elevatedLead } from '../security-keys/phone';
import { Tablet } from '../tablet';
import { aConcernAtWork, anAction, JO, RUTH, SAM, TOM } from './a-lead-at-work';

/** Ids of people by their addresses, and the one alert group. */
async function idsOf(house: TestHouse) {
  const rows = await house.ground.database.read('alert_groups').select('id');
  const of = async (email: string) => {
    const index = house.ground.keys.blindIndex('accounts', 'email', email);
    const account = await house.ground.database.read('accounts').where({ email_index: index }).first('id');
    const row = await house.ground.database.read('staff').where({ account_id: account!.id }).first('id');
    return row!.id;
  };
  return {
    team: rows[0]!.id,
    jo: await of(JO),
    ruth: await of(RUTH),
    sam: await of(SAM),
    tom: await of(TOM),
  };
}

test('Nadia alerts Tom and the team with what she adds: each is told once, and Sam reads it though he had marked it as read', async () => {
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
