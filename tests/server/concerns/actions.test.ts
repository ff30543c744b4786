import { expect, test } from 'vitest';
import { tellOverdue } from '../../../server/alerts/overdue/tell-overdue';
import { DAY, HOUR } from '../../../server/clock';
import { writeContacts } from '../../../server/pupils/contacts';
import { cellsOf } from '../../../server/storage/cells';
import type { TestHouse } from '../house';
import { elevatedLead } from '../security-keys/phone';
import { aConcernAtWork, anAction, SAM, staffIdOf, TOM } from './a-lead-at-work';

const FRIDAY = '2026-11-27';

async function agencyOf(house: TestHouse): Promise<string> {
  return (await house.ground.database.read('agencies').first('id'))!.id;
}

test('a lead refers a child to an agency, says by when it should answer, and notes that the answer has come', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const { browser: tom } = await elevatedLead(house, TOM);
  const choices = await nadia.must('readActionChoices', { params: { id } });
  expect(choices.owners.map(({ name }) => name)).toEqual(['Nadia Shah', 'Tom Lowe', 'Sam Lee']);
  expect(choices).toMatchObject({ agencies: [{ name: "Children's services" }], today: '2026-11-23' });

  const happenedAt = new Date(house.clock.now() - 2 * DAY).toISOString();
  const body = anAction(house, {
    kind: 'referral',
    text: 'Spoke to the duty desk.',
    happenedAt,
    agencyId: await agencyOf(house),
    due: { day: FRIDAY, ownerId: await staffIdOf(tom) },
  });
  await nadia.must('addAction', { params: { id }, body });
  const { history } = await nadia.must('addAction', { params: { id }, body });
  expect(history.filter(({ kind }) => kind === 'referral')).toEqual([
    {
      id: body.actionId,
      kind: 'referral',
      by: 'Nadia Shah',
      at: expect.any(String) as string,
      text: 'Spoke to the duty desk.',
      happenedAt,
      agency: "Children's services",
      due: { day: FRIDAY, late: false, owner: 'Tom Lowe', you: false, done: null, finish: true },
    },
  ]);
  const answered = await tom.must('finishAction', { params: { id }, body: { actionId: body.actionId } });
  expect(answered.history.at(-1)?.due).toMatchObject({ finish: false, done: { by: 'Tom Lowe' } });
  await nadia.must('finishAction', { params: { id }, body: { actionId: body.actionId } });
  const audit = await house.ground.database
    .read('audit')
    .where('what', 'like', 'concern.action%')
    .orderBy('seq');
  expect(audit.map(({ what }) => what)).toEqual(['concern.action-added', 'concern.action-done']);
  expect(JSON.stringify(audit)).not.toMatch(/duty desk|Children|Tom Lowe/);
});

test('what cannot be is refused in words, with the field, and adds nothing', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const agencyId = await agencyOf(house);
  const me = await staffIdOf(nadia);
  const ruth = (await house.ground.database.read('duty_list').where({ role: 'head' }).first('staff_id'))!
    .staff_id;
  const refused: [object, string, RegExp][] = [
    [{ happenedAt: new Date(house.clock.now() + HOUR).toISOString() }, 'happenedAt', /still to come/],
    [{ kind: 'referral' }, 'agencyId', /Choose the agency/],
    [{ kind: 'referral', agencyId }, 'due', /by which day/],
    [{ agencyId }, 'agencyId', /Only a referral/],
    [{ due: { day: '2026-11-22', ownerId: me } }, 'due.day', /day is over/],
    // Amira's aunt: a record that she may not know of is never hers to do.
    [{ due: { day: FRIDAY, ownerId: ruth } }, 'due.ownerId', /cannot read/],
    [{ kind: 'closed' }, 'kind', /./],
  ];
  for (const [given, field, why] of refused) {
    const { problem } = await nadia.call('addAction', { params: { id }, body: anAction(house, given) });
    expect(problem).toMatchObject({ status: 400, code: 'not-valid', field: `body.${field}` });
    expect(problem.title).toMatch(why);
  }
  expect(await house.ground.database.read('concern_actions')).toEqual([]);
});

test('who was only alerted adds notes, owns what is due, and neither decides nor gives work to others', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const sam = await house.loggedIn(SAM);
  const choices = await sam.must('readActionChoices', { params: { id } });
  expect(choices.owners).toMatchObject([{ name: 'Sam Lee', you: true }]);
  expect(choices.agencies).toEqual([]);
  for (const given of [
    { kind: 'decision' },
    {
      kind: 'referral',
      agencyId: await agencyOf(house),
      due: { day: FRIDAY, ownerId: await staffIdOf(sam) },
    },
    { due: { day: FRIDAY, ownerId: await staffIdOf(nadia) } },
  ]) {
    const answered = await sam.call('addAction', { params: { id }, body: anAction(house, given) });
    expect(answered.problem.code).toBe('not-valid');
  }
  const due = { day: FRIDAY, ownerId: await staffIdOf(nadia) };
  const nadias = anAction(house, { due });
  await nadia.must('addAction', { params: { id }, body: nadias });
  const { status } = await sam.call('finishAction', { params: { id }, body: { actionId: nadias.actionId } });
  expect(status).toBe(404);
  const concern = await sam.must('addAction', { params: { id }, body: anAction(house, { kind: 'call' }) });
  expect(concern.may).toMatchObject({ act: true, lead: false, take: false });
});

test('the owner of what is late is told once, without a name, and nobody else', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const { browser: tom, phone } = await elevatedLead(house, TOM);
  const due = { day: FRIDAY, ownerId: await staffIdOf(tom) };
  const late = anAction(house, { text: 'Ask the health visitor.', due });
  const inTime = anAction(house, { text: 'Ask the club.', due });
  for (const body of [late, inTime]) await nadia.must('addAction', { params: { id }, body });
  await tom.must('finishAction', { params: { id }, body: { actionId: inTime.actionId } });
  await nadia.must('takeConcern', { params: { id } });
  await house.settled();
  const before = house.mails.length;

  // Friday, 23:00: its last day is not over.
  house.clock.skip(4 * DAY + 10 * HOUR);
  await house.house.escalation.look();
  await house.settled();
  expect(house.mails.slice(before)).toEqual([]);
  // It is Saturday: school begins again on Monday.
  house.clock.skip(DAY);
  await house.house.escalation.look();
  await house.settled();
  expect(house.mails.slice(before)).toEqual([]);

  house.clock.skip(2 * DAY);
  await Promise.all([house.house.escalation.look(), tellOverdue(house.ground, house.schoolId)]);
  await house.settled();
  const told = house.mails.slice(before);
  expect(told.map(({ to, subject }) => `${to}: ${subject.replace(/\b[2-9A-Z]{4,5}$/, 'REF')}`)).toEqual([
    `${TOM}: An action is late: safeguarding alert REF`,
  ]);
  expect(told[0]!.text).not.toMatch(/Amira|Khan|4B|health visitor|Tom|Nadia/);
  const browser = await house.loggedIn(TOM);
  await browser.must('elevate', { body: { code: phone.nextCode() } });
  const { rows } = await browser.must('listInbox', { query: { view: 'to-read' } });
  expect(rows).toMatchObject([{ concernId: id, concern: { since: ['action-late'] } }]);
  const { history } = await browser.must('readConcern', { params: { id } });
  expect(history.find((one) => one.id === late.actionId)?.due).toMatchObject({ late: true, you: true });
});

test('whoever may read the concern is shown whom nobody may contact, by name and with nothing else', async () => {
  const { house, id, nadia } = await aConcernAtWork();
  const { keys, database } = house.ground;
  const { id: pupilId } = (await database.read('pupils').first('id'))!;
  const plain = { relationship: 'father', phone: '020 7946 0001', parentalResponsibility: false };
  const written = writeContacts([
    { ...plain, name: 'Mark Khan', doNotContact: true },
    { ...plain, name: 'Leila Khan', doNotContact: false },
  ]);
  const cells = cellsOf(keys, house.schoolId, 'pupils').seal(pupilId, written);
  await database.write((trx) => trx('pupils').where({ id: pupilId }).update(cells));
  const { doNotContact } = await nadia.must('readActionChoices', { params: { id } });
  expect(doNotContact).toEqual([{ pupil: 'Amira Khan', contact: 'Mark Khan' }]);
});
