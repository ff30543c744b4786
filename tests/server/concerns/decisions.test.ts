import { expect, test } from 'vitest';
import { HOUR } from '../../../server/clock';
import { uuidv7 } from '../../../protocol/identifiers';
import type { TestHouse } from '../house';
import { elevatedLead } from '../security-keys/phone';
import { aConcernAtWork, anAction, JO, NADIA, SAM, staffIdOf, TOM } from './a-lead-at-work';

const newId = (house: TestHouse): string => uuidv7(house.clock.now());

test('a concern closes only with a decision and a reason, takes nothing then, and opens again with a reason', async () => {
  const { house, id, nadia, tablet, envelopeId } = await aConcernAtWork();
  const params = { id };
  const closing = { actionId: newId(house), reason: 'The family worker visits weekly.' };
  expect(
    (await nadia.call('closeConcern', { params, body: { ...closing, reason: ' ' } })).problem.field,
  ).toBe('body.reason');
  expect((await nadia.call('closeConcern', { params, body: closing })).problem).toMatchObject({
    code: 'not-valid',
    field: 'body.decision',
  });
  const decision = { actionId: newId(house), text: 'No further action.' };
  const body = { ...closing, decision };
  await nadia.must('closeConcern', { params, body });
  const closed = await nadia.must('closeConcern', { params, body });
  expect(closed).toMatchObject({ status: 'closed', may: { act: false, take: false, lead: true } });
  expect(closed.history.slice(1).map(({ kind, by, text }) => [kind, by, text])).toEqual([
    ['decision', 'Nadia Shah', 'No further action.'],
    ['closed', 'Nadia Shah', 'The family worker visits weekly.'],
  ]);
  expect(JSON.stringify(await tablet.progress(envelopeId))).toContain('"step":"closed"');

  const late = await nadia.call('addAction', { params, body: anAction(house) });
  expect(late.problem).toMatchObject({ code: 'conflict', title: expect.stringMatching(/closed/) as string });
  house.clock.skip(2 * HOUR);
  await house.house.escalation.look();
  await house.settled();
  expect(house.mails.filter(({ subject }) => subject.startsWith('Still waiting'))).toEqual([]);

  const { browser: tom } = await elevatedLead(house, TOM);
  const reopening = { actionId: newId(house), reason: 'It happened again.' };
  const open = await tom.must('reopenConcern', { params, body: reopening });
  expect(open).toMatchObject({ status: 'taken', takenBy: { you: true }, may: { act: true } });
  // What was decided then was about then.
  expect((await tom.must('readActionChoices', { params })).decided).toBe(false);
  const again = { actionId: newId(house), reason: 'Done.' };
  expect((await tom.call('closeConcern', { params, body: again })).problem.field).toBe('body.decision');
  await tom.must('addAction', { params, body: anAction(house, { kind: 'decision' }) });
  expect((await tom.must('closeConcern', { params, body: again })).status).toBe('closed');
});

test('two leads act at once: one closes, the other’s note is in the record or is refused with its words kept', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const { browser: tom } = await elevatedLead(house, TOM);
  const decision = { actionId: newId(house), text: 'No further action.' };
  const note = anAction(house);
  const [closed, noted] = await Promise.all([
    nadia.call('closeConcern', {
      params: { id },
      body: { actionId: newId(house), reason: 'Safe.', decision },
    }),
    tom.call('addAction', { params: { id }, body: note }),
  ]);
  expect(closed.status).toBe(200);
  const { history } = await tom.must('readConcern', { params: { id } });
  expect(history.some((one) => one.id === note.actionId)).toBe(noted.status === 200);
  expect([200, 409]).toContain(noted.status);
});

test('a level needs a reason, and every change of it stands in the history and in the list', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const params = { id };
  const set = (level: string, reason: string) =>
    nadia.call('setLevel', { params, body: { actionId: newId(house), level, reason } });
  expect((await set('high', '')).problem.field).toBe('body.reason');
  expect((await set('high', 'A second bruise.')).reply.level).toBe('high');
  expect((await set('high', 'Still.')).problem.field).toBe('body.level');
  const { history } = (await set('low', 'A fall that two people saw.')).reply;
  expect(history.flatMap(({ level, text }) => (level ? [[level, text]] : []))).toEqual([
    ['high', 'A second bruise.'],
    ['low', 'A fall that two people saw.'],
  ]);
  const { rows } = await nadia.must('listInbox', { query: { view: 'all' } });
  expect(rows[0]!.concern).toMatchObject({ level: 'low' });
  const audit = await house.ground.database.read('audit').where({ what: 'concern.level-set' });
  expect(JSON.stringify(audit)).not.toMatch(/bruise|two people/);
});

test('a lead gives a concern to the deputy, who is alerted once and finds it as their own', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const params = { id };
  const { browser: tom } = await elevatedLead(house, TOM);
  const choices = await nadia.must('readActionChoices', { params });
  expect(choices.takers).toEqual([{ id: await staffIdOf(tom), name: 'Tom Lowe', you: false }]);
  const before = house.mails.length;
  const body = { actionId: newId(house), to: await staffIdOf(tom), note: 'You know the family.' };
  await nadia.must('giveConcern', { params, body });
  const given = await nadia.must('giveConcern', { params, body });
  await house.settled();
  expect(given).toMatchObject({ status: 'taken', takenBy: { name: 'Tom Lowe', you: false } });
  expect(given.history.at(-1)).toMatchObject({ kind: 'given', by: 'Nadia Shah', to: 'Tom Lowe' });
  const told = house.mails.slice(before);
  expect(told.map(({ to }) => to)).toEqual([TOM]);
  expect(told[0]!.text).not.toMatch(/Amira|Khan|family|Nadia/);
  expect((await tom.must('listInbox', { query: { view: 'mine' } })).rows).toMatchObject([{ concernId: id }]);

  for (const to of [await staffIdOf(tom), await staffIdOf(await house.loggedIn(JO))]) {
    const refused = await nadia.call('giveConcern', { params, body: { actionId: newId(house), to } });
    expect(refused.problem).toMatchObject({ code: 'not-valid', field: 'body.to' });
  }
});

test('a deputy has gone home with a concern: the lead takes it over, and nobody is alerted by it', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const params = { id };
  const to = await staffIdOf(nadia);
  const { browser: tom } = await elevatedLead(house, TOM);
  const give = (note: string) =>
    nadia.call('giveConcern', { params, body: { actionId: newId(house), to, note } });
  // What nobody has is taken, not given.
  expect((await give('Mine.')).problem.field).toBe('body.to');
  await tom.must('takeConcern', { params });
  const { takers } = await nadia.must('readActionChoices', { params });
  expect(takers).toEqual([{ id: to, name: 'Nadia Shah', you: true }]);
  await house.settled();
  const before = house.mails.length;
  const { reply } = await give('Tom is off sick.');
  await house.settled();
  expect(reply).toMatchObject({ status: 'taken', takenBy: { you: true } });
  expect(reply.history.at(-1)).toMatchObject({
    kind: 'taken',
    by: 'Nadia Shah',
    text: 'Tom is off sick.',
  });
  expect(house.mails.slice(before)).toEqual([]);
  expect((await tom.must('listInbox', { query: { view: 'mine' } })).rows).toEqual([]);
  expect((await give('Again.')).problem.field).toBe('body.to');
});

test('who was only alerted never closes, levels, gives or reopens: it is as if it were not there', async () => {
  const { house, id } = await aConcernAtWork();
  const sam = await house.loggedIn(SAM);
  const { id: to } = (await house.ground.database.read('staff').first('id'))!;
  const actionId = newId(house);
  const reason = 'Because.';
  const tries = [
    sam.call('closeConcern', { params: { id }, body: { actionId, reason } }),
    sam.call('reopenConcern', { params: { id }, body: { actionId, reason } }),
    sam.call('setLevel', { params: { id }, body: { actionId, level: 'low', reason } }),
    sam.call('giveConcern', { params: { id }, body: { actionId, to } }),
  ];
  for (const answered of await Promise.all(tries)) expect(answered.status).toBe(404);
  // Without full access a lead is no different.
  const visitor = await house.loggedIn(NADIA);
  const low = await visitor.call('setLevel', { params: { id }, body: { actionId, level: 'low', reason } });
  expect(low.problem.code).toBe('elevation-needed');
  expect(await house.ground.database.read('concern_actions')).toEqual([]);
});

test('sent again with other words under the same id it is refused, and goes in under a new one', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const { browser: tom } = await elevatedLead(house, TOM);
  const params = { id };
  const [nadiasId, tomsId] = [await staffIdOf(nadia), await staffIdOf(tom)];
  const reason = 'It happened again.';
  await tom.must('takeConcern', { params });
  type Sending = (actionId: string, words: string) => Promise<{ status: number; problem: { title: string } }>;
  const deeds: Record<string, Sending> = {
    action: (actionId, text) => nadia.call('addAction', { params, body: { actionId, text } }),
    // Upper and lower case are other words too.
    same: (actionId, text) =>
      nadia.call('addAction', { params, body: { actionId, text: text.toLowerCase() } }),
    level: (actionId, words) =>
      nadia.call('setLevel', {
        params,
        body: { actionId, level: words === 'First.' ? 'high' : 'low', reason: words },
      }),
    give: (actionId, note) =>
      nadia.call('giveConcern', {
        params,
        body: { actionId, to: note === 'First.' ? nadiasId : tomsId, note },
      }),
    reply: (actionId, text) => nadia.call('sendReply', { params, body: { actionId, text } }),
    mark: (actionId, words) =>
      nadia.call('markEntry', {
        params,
        body: { actionId, entryId: id, significant: words === 'First.', reason },
      }),
  };
  for (const [name, send] of Object.entries(deeds)) {
    const actionId = newId(house);
    // The answer to the first was lost: the same again is one.
    for (const words of ['First.', 'First.']) expect((await send(actionId, words)).status, name).toBe(200);
    expect((await send(actionId, 'Second.')).problem, name).toMatchObject({
      code: 'conflict',
      title: expect.stringMatching(/with other words: it stands in the record/) as string,
    });
    expect((await send(newId(house), 'Second.')).status, name).toBe(200);
  }
  const { history, level, takenBy } = await nadia.must('readConcern', { params });
  const texts = history.map(({ text }) => text);
  for (const words of ['First.', 'Second.', 'second.']) expect(texts).toContain(words);
  expect([level, takenBy?.name]).toEqual(['low', 'Tom Lowe']);
  // Whoever has the database alone learns no short word from what is kept to compare.
  const kept = await house.ground.database.read('concern_actions').pluck('asked');
  expect(kept.filter((asked) => asked !== null).every((asked) => /^[0-9a-f]{64}$/.test(asked))).toBe(true);
});

test('what was done under an id and undone since is not said to be done once more', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const { browser: tom } = await elevatedLead(house, TOM);
  const params = { id };
  const decision = { actionId: newId(house), text: 'No further action.' };
  const body = { actionId: newId(house), reason: 'Safe.', decision };
  await nadia.must('closeConcern', { params, body });
  await tom.must('reopenConcern', { params, body: { actionId: newId(house), reason: 'It happened again.' } });
  expect((await nadia.call('closeConcern', { params, body })).problem).toMatchObject({
    code: 'conflict',
    title: expect.stringMatching(/somebody has changed it since/) as string,
  });
  expect((await nadia.must('readConcern', { params })).status).toBe('taken');
});
