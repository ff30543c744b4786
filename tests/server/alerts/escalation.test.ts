import { expect, test } from 'vitest';
import { escalateSchool } from '../../../server/alerts/escalation/escalate';
import { HOUR, MINUTE } from '../../../server/clock';
import { cellsOf } from '../../../server/storage/cells';
import { openHouse, type TestHouse } from '../house';
import { aSafeguardingLead, aSchool, aTeacher } from '../school-builder';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';

const LEAD = 'nadia.shah@oakfield.example';
const DEPUTY = 'tom.lowe@oakfield.example';
const HEAD = 'ruth.grey@oakfield.example';
const TEACHER = 'jo.price@oakfield.example';

function aSchoolWithADeputy() {
  const school = aSchool({
    staff: [
      aSafeguardingLead({ email: LEAD, lastName: 'Shah' }),
      aSafeguardingLead({ email: DEPUTY, firstName: 'Tom', lastName: 'Lowe' }),
      aSafeguardingLead({ email: HEAD, firstName: 'Ruth', lastName: 'Grey' }),
      aTeacher({ email: TEACHER, lastName: 'Price' }),
    ],
  });
  return { ...school, school: { ...school.school, deputyEmails: [DEPUTY] } };
}

/** It is Monday 12:43, and a teacher has a tablet. */
async function aSchoolDay(): Promise<{ house: TestHouse; tablet: Tablet }> {
  const house = await openHouse({ plan: aSchoolWithADeputy() });
  return { house, tablet: await Tablet.enrol(await house.loggedIn(TEACHER)) };
}

async function record(house: TestHouse, tablet: Tablet, urgent = false, count = 1): Promise<void> {
  const { id } = (await house.ground.database.read('categories').where({ urgent: 1 }).first('id'))!;
  const body = aConcern(urgent ? { categories: [id] } : {});
  const sealed = await Promise.all(Array.from({ length: count }, () => tablet.seal(body)));
  await tablet.deliver(...sealed.map((one) => one.bytes));
  await house.settled();
}

async function wait(house: TestHouse, milliseconds: number): Promise<void> {
  house.clock.skip(milliseconds);
  await house.house.escalation.look();
  await house.settled();
}

/** Who was mailed that something still waits, in order, and after how long. */
const told = (house: TestHouse) =>
  house.mails
    .filter((mail) => mail.subject.startsWith('Still waiting'))
    .map(({ to, subject }) => `${to.split('.')[0]!}: ${subject.replace(/ [2-9A-Z]{4,5}\b/, ' REF')}`);

test('a concern that nobody takes is told again, then to the deputy, then to the head, and then to nobody', async () => {
  const { house, tablet } = await aSchoolDay();
  await record(house, tablet);

  await wait(house, 29 * MINUTE);
  expect(told(house)).toEqual([]);

  await wait(house, MINUTE);
  expect(told(house)).toEqual(['nadia: Still waiting, 30 min: safeguarding alert REF']);
  await wait(house, 30 * MINUTE);
  await wait(house, 30 * MINUTE);
  expect(told(house)).toEqual([
    'nadia: Still waiting, 30 min: safeguarding alert REF',
    'tom: Still waiting, 60 min: safeguarding alert REF',
    'ruth: Still waiting, 90 min: safeguarding alert REF',
  ]);

  await wait(house, 24 * HOUR);
  await wait(house, 24 * HOUR);
  expect(told(house)).toHaveLength(3);
  expect(house.mails.at(-1)!.text).not.toMatch(/red coat|bruise|Price|Playground/);
});

test('whoever is asked can read it, and the leads see why', async () => {
  const { house, tablet } = await aSchoolDay();
  await record(house, tablet);
  await wait(house, 30 * MINUTE);
  await wait(house, 30 * MINUTE);

  const { browser } = await elevatedLead(house, DEPUTY);
  const { rows } = await browser.must('listInbox', { query: { view: 'to-read' } });
  expect(rows).toHaveLength(1);
  const concern = await browser.must('readConcern', { params: { id: rows[0]!.concernId } });
  const why = concern.recipients.map((one) => [one.name, ...one.why]);
  expect(why).toContainEqual([expect.stringContaining('Lowe'), 'Nobody had taken it in time']);
});

test('“I’ll take this” ends it; reading and marking as read do not', async () => {
  const { house, tablet } = await aSchoolDay();
  await record(house, tablet);
  const { browser, phone } = await elevatedLead(house, LEAD);
  const { rows } = await browser.must('listInbox', { query: { view: 'to-read' } });
  const { concernId, alertId } = rows[0]!;
  await browser.must('readConcern', { params: { id: concernId } });
  await browser.must('markRead', { params: { id: alertId } });
  await wait(house, 30 * MINUTE);
  expect(told(house)).toHaveLength(1);

  await browser.must('elevate', { body: { code: phone.nextCode() } });
  await browser.must('takeConcern', { params: { id: concernId } });
  await wait(house, 30 * MINUTE);
  await wait(house, 24 * HOUR);
  expect(told(house)).toHaveLength(1);
});

test('after school a concern waits for the next school morning; an urgent one waits for nothing', async () => {
  const { house, tablet } = await aSchoolDay();
  // 15:13, so half an hour later school is over.
  house.clock.skip(2.5 * HOUR);
  await record(house, tablet);
  await record(house, tablet, true);

  await wait(house, 30 * MINUTE);
  expect(told(house)).toEqual(['nadia: Still waiting, 30 min: urgent safeguarding alert REF']);
  await wait(house, 8 * HOUR);
  expect(told(house).some((one) => one.includes(': safeguarding'))).toBe(false);

  // Tuesday 08:43.
  await wait(house, 9 * HOUR);
  expect(told(house).filter((one) => one.includes(': safeguarding'))).toEqual([
    'nadia: Still waiting, 17 h: safeguarding alert REF',
  ]);
});

test('many that wait are one mail with their count', async () => {
  const { house, tablet } = await aSchoolDay();
  await record(house, tablet, false, 7);
  await wait(house, 30 * MINUTE);
  expect(told(house)).toEqual(['nadia: Still waiting, 30 min: safeguarding alert REF and 6 more']);
  expect(house.mails.at(-1)!.text).toContain('Nobody has taken them yet.');
});

test('two servers that look at the same moment tell each person once', async () => {
  const { house, tablet } = await aSchoolDay();
  await record(house, tablet);
  house.clock.skip(31 * MINUTE);
  await Promise.all([1, 2, 3].map(() => escalateSchool(house.ground, house.schoolId)));
  await house.settled();
  expect(told(house)).toHaveLength(1);
  const steps = await house.ground.database.read('audit').where({ what: 'concern.escalated' }).pluck('what');
  expect(steps).toHaveLength(1);
});

test('a deputy whose own child it is about is passed over', async () => {
  const { house, tablet } = await aSchoolDay();
  const { database } = house.ground;
  const tom = (await database.read('duty_list').where({ role: 'deputy' }).first('staff_id'))!.staff_id;
  const pupil = (await database.read('pupils').first('id'))!.id;
  await database.write((trx) =>
    trx('connected_staff').insert({ school_id: house.schoolId, pupil_id: pupil, staff_id: tom }),
  );
  const sealed = await tablet.seal(aConcern({ pupilId: pupil }));
  await tablet.deliver(sealed.bytes);
  await house.settled();
  await wait(house, 30 * MINUTE);
  await wait(house, 30 * MINUTE);
  expect(told(house).map((one) => one.split(':')[0])).toEqual(['nadia', 'ruth']);
});

test('a school that set a quarter of an hour waits no longer', async () => {
  const { house, tablet } = await aSchoolDay();
  const { database } = house.ground;
  const settings = cellsOf(house.ground.keys, house.schoolId, 'schools').seal(house.schoolId, {
    settings: JSON.stringify({ numbers: { escalationMinutes: 15 } }),
  });
  await database.write((trx) => trx('schools').where({ id: house.schoolId }).update(settings));
  await record(house, tablet);
  await wait(house, 15 * MINUTE);
  expect(told(house)).toEqual(['nadia: Still waiting, 15 min: safeguarding alert REF']);
});

test('what is closed while a server looks at it goes no further', async () => {
  const { house, tablet } = await aSchoolDay();
  await record(house, tablet);
  house.clock.skip(31 * MINUTE);
  const { database } = house.ground;
  let looking: Promise<unknown> = Promise.resolve();
  await database.write(async (trx) => {
    await trx('concerns').update({ closed_at: new Date(house.clock.now()).toISOString() });
    // It finds the concern still open, and waits for this transaction before it moves it on.
    looking = escalateSchool(house.ground, house.schoolId);
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await looking;
  await house.settled();
  expect(told(house)).toEqual([]);
});

test('a record that was checked and accepted waits for a lead like any other: it goes up from then on', async () => {
  const { house, tablet } = await aSchoolDay();
  const { pupils } = await tablet.visitor.must('readRoll');
  const sealed = await tablet.seal(aConcern(), { author: { unconfirmed: 'Supply, Year 4' } });
  await tablet.deliver(sealed.bytes);
  await house.settled();
  const { browser, phone } = await elevatedLead(house, LEAD);
  const [one] = (await browser.must('listQuarantine')).records;
  const params = { id: one!.id };
  await browser.must('openQuarantined', { params });
  // She has it on her desk: nobody else is asked meanwhile.
  await wait(house, 40 * MINUTE);
  expect(told(house)).toEqual([]);

  await browser.must('elevate', { body: { code: phone.nextCode() } });
  await browser.must('acceptQuarantined', { params, body: { pupils: [pupils[0]!.id] } });
  expect((await browser.must('readConcern', { params })).takenBy).toBeNull();
  await wait(house, 29 * MINUTE);
  expect(told(house)).toEqual([]);
  await wait(house, MINUTE);
  expect(told(house)).toContainEqual('nadia: Still waiting, 71 min: safeguarding alert REF');
  await wait(house, 30 * MINUTE);
  expect(told(house)).toContainEqual('ruth: Still waiting, 101 min: safeguarding alert REF');
});
