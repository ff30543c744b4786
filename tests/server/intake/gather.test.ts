import { expect, test } from 'vitest';
import { utf8 } from '../../../protocol/bytes';
import { MINUTE } from '../../../server/clock';
import { openHouse, type TestHouse } from '../house';
import { newPhone } from '../messages/a-school';
import { aConcern, Tablet } from '../tablet';

const LEAD = 'nadia.shah@oakfield.example';
const nobody = { author: { unconfirmed: 'Somebody' } } as const;

async function aTabletAtOakfield(): Promise<{ house: TestHouse; tablet: Tablet }> {
  const house = await openHouse();
  return { house, tablet: await Tablet.enrol(await house.loggedIn('jo.price@oakfield.example')) };
}

/** Delivers so many records that nobody signed, and waits until what is due now has gone. */
async function deliverUnsigned(house: TestHouse, tablet: Tablet, count: number, body = {}): Promise<void> {
  const sealed = await Promise.all(Array.from({ length: count }, () => tablet.seal(aConcern(body), nobody)));
  await tablet.deliver(...sealed.map((one) => one.bytes));
  await house.settled();
}

/** Subjects of the alerts that the lead was mailed, without their references. */
const told = (house: TestHouse) =>
  house.mails
    .filter((mail) => mail.to === LEAD && /alert/i.test(mail.subject))
    .map((mail) => mail.subject.replace(/ [2-9A-Z]{4,5}\b/, ' REF'));

/** How many records all of these mails together speak of. */
const stated = (house: TestHouse) =>
  told(house).reduce((sum, subject) => sum + 1 + Number(/and (\d+) more/.exec(subject)?.[1] ?? 0), 0);

async function wait(house: TestHouse, minutes: number): Promise<void> {
  house.clock.skip(minutes * MINUTE);
  await house.settled();
}

test('two hundred records from nobody known are told in two mails: one at once, one ten minutes later with the count', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  await deliverUnsigned(house, tablet, 200);
  expect(told(house)).toEqual(['Safeguarding alert REF']);

  await wait(house, 10);

  expect(told(house)).toEqual(['Safeguarding alert REF', 'Safeguarding alert REF and 198 more']);
  const { text } = house.mailTo(LEAD);
  expect(text).toContain('They came from one device soon after one another and wait to be checked.');
  expect(text).not.toMatch(/Somebody|Amira|bruise|Playground/);
  await wait(house, 60);
  expect(told(house)).toHaveLength(2);
});

test('thirty that no build of ours can read are told in two mails like the rest', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const payload = utf8('{"schema":2}');
  for (let sent = 0; sent < 30; sent++) {
    await tablet.deliver((await tablet.seal(aConcern(), { ...nobody, payload })).bytes);
  }
  await house.settled();
  expect(await house.ground.database.read('concerns').distinct().pluck('quarantine')).toEqual([
    'unknown-schema',
  ]);
  await wait(house, 10);
  expect(told(house)).toEqual(['Safeguarding alert REF', 'Safeguarding alert REF and 28 more']);
});

test('two records without unlocking: the second is told too, by its own reference, within ten minutes', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  await deliverUnsigned(house, tablet, 1);
  await deliverUnsigned(house, tablet, 1);
  expect(told(house)).toHaveLength(1);
  await wait(house, 10);
  expect(told(house)).toEqual(['Safeguarding alert REF', 'Safeguarding alert REF']);
  const references = await house.ground.database.read('concerns').pluck('reference');
  const subjects = house.mails.map((mail) => mail.subject).join(' ');
  expect(references.filter((reference) => !subjects.includes(reference))).toEqual([]);
});

test('one record every nine minutes for an hour and a half leaves no more than ten minutes untold', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  for (let sent = 1; sent <= 10; sent++) {
    await deliverUnsigned(house, tablet, 1);
    await wait(house, 9);
    expect(stated(house)).toBeGreaterThanOrEqual(sent - 1);
  }
  await wait(house, 10);
  expect(stated(house)).toBe(10);
});

test('an urgent one is told of at once behind others; further urgent ones make the gathered message urgent', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const [urgent] = await house.ground.database.read('categories').where({ urgent: 1 }).pluck('id');
  await deliverUnsigned(house, tablet, 2);
  await deliverUnsigned(house, tablet, 1, { categories: [urgent] });
  expect(told(house)).toEqual(['Safeguarding alert REF', 'Urgent safeguarding alert REF']);
  await deliverUnsigned(house, tablet, 1, { categories: [urgent] });
  await deliverUnsigned(house, tablet, 1);
  expect(told(house)).toHaveLength(2);
  await wait(house, 10);
  expect(told(house).slice(2)).toEqual(['Urgent safeguarding alert REF and 2 more']);
});

test('what is signed, or comes from another tablet, is told of at once all the same', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const other = await Tablet.enrol(await house.loggedIn('ruth.grey@oakfield.example'), 'Office');
  await deliverUnsigned(house, tablet, 5);
  await tablet.deliver((await tablet.seal(aConcern())).bytes);
  await house.settled();
  expect(told(house)).toHaveLength(2);
  await deliverUnsigned(house, other, 1);
  expect(told(house)).toHaveLength(3);
});

test('a revoked tablet rings once, then every ten minutes', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  await house.ground.database.write((trx) =>
    trx('devices').where({ id: tablet.deviceId }).update({ revoked_at: '2026-11-23T12:00:00.000Z' }),
  );
  for (let sent = 0; sent < 4; sent++) {
    await tablet.deliver((await tablet.seal(aConcern())).bytes);
    await house.settled();
  }
  expect(told(house)).toEqual(['Safeguarding alert REF']);
  await wait(house, 10);
  expect(told(house).slice(1)).toEqual(['Safeguarding alert REF and 2 more']);
});

test('the lead’s phone is told the same, and a press opens the list', async () => {
  const { house, tablet } = await aTabletAtOakfield();
  const lead = await house.loggedIn(LEAD);
  await lead.must('keepSubscription', { body: newPhone('https://fcm.googleapis.com/fcm/send/1').given });
  await deliverUnsigned(house, tablet, 4);
  await wait(house, 10);
  expect(house.pushes).toHaveLength(2);
  const [first, gathered] = house.pushes.map(
    ({ payload }) => JSON.parse(payload.toString()) as { notification: Record<string, string> },
  );
  expect(first!.notification.title).toMatch(/^Safeguarding alert \w+$/);
  expect(gathered!.notification).toMatchObject({
    title: expect.stringMatching(/^Safeguarding alert \w+ and 2 more$/) as string,
    body: 'They came from one device soon after one another and wait to be checked. Open Heed to read them.',
    navigate: expect.stringMatching(/\/alerts$/) as string,
  });
  expect(new Set(house.pushes.map(({ payload }) => payload.length)).size).toBe(1);
});
