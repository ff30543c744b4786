import { expect, test } from 'vitest';
import { MINUTE } from '../../../server/clock';
import { later, type Outcome } from '../../../server/messages/outcome';
import { openHouse, type TestHouse } from '../house';
import { newPhone } from '../messages/a-school';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';

const NADIA = 'nadia.shah@oakfield.example';
const JO = 'jo.price@oakfield.example';
const environment = { PUSH_HOSTS: 'push.example' };

/** A house whose push service answers as the story says. */
async function aHouse(): Promise<{ house: TestHouse; nadia: Visitor; answer: { is: Outcome } }> {
  const answer: { is: Outcome } = { is: { kind: 'accepted' } };
  const house = await openHouse({ environment, push: { send: () => Promise.resolve(answer.is) } });
  return { house, nadia: await house.loggedIn(NADIA), answer };
}

const subscribe = (browser: Visitor) =>
  browser.must('keepSubscription', { body: newPhone('https://push.example/nadia').given });
const device = async (browser: Visitor) => (await browser.must('readNotifications')).devices[0]!;
const mailsTo = (house: TestHouse, about: RegExp) =>
  house.mails.filter(({ to, subject }) => to === NADIA && about.test(subject)).length;

test('a phone that is not reached says since when and why, until it is reached again', async () => {
  const { house, nadia, answer } = await aHouse();
  await subscribe(nadia);
  await nadia.must('sendTestAlert');
  await house.settled();
  const reached = (await device(nadia)).lastSuccess;
  expect(reached).not.toBeNull();

  answer.is = later('unreachable');
  house.clock.skip(MINUTE);
  await nadia.must('sendTestAlert');
  await house.settled();
  const first = (await device(nadia)).failing;
  expect(first).toMatchObject({ why: 'unreachable' });
  expect(Date.parse(first!.since)).toBeGreaterThan(Date.parse(reached!));
  answer.is = later('busy');
  house.clock.skip(30 * MINUTE);
  await house.settled();
  expect(await device(nadia)).toMatchObject({
    lastSuccess: reached,
    gone: false,
    failing: { since: first!.since, why: 'busy' },
  });

  answer.is = { kind: 'accepted' };
  await nadia.must('sendTestAlert');
  await house.settled();
  expect((await device(nadia)).failing).toBeNull();
});

test('a lead who wants no mails is alerted on her phone alone, and by mail while it is not reached', async () => {
  const { house, nadia, answer } = await aHouse();
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const mailed = async () => {
    const before = mailsTo(house, /safeguarding alert/i);
    await tablet.deliver((await tablet.seal(aConcern())).bytes);
    await house.settled();
    return mailsTo(house, /safeguarding alert/i) > before;
  };
  await nadia.must('setMailAlerts', { body: { on: false } });
  expect((await nadia.must('readNotifications')).email).toMatchObject({ on: false, anyway: true });
  expect(await mailed()).toBe(true);

  await subscribe(nadia);
  expect((await nadia.must('readNotifications')).email).toMatchObject({ on: false, anyway: false });
  expect(await mailed()).toBe(false);
  expect(await nadia.must('sendTestAlert')).toEqual({ push: 1, email: false });

  answer.is = later('unreachable');
  await nadia.must('sendTestAlert');
  await house.settled();
  expect(await mailed()).toBe(true);

  await nadia.must('setMailAlerts', { body: { on: true } });
  expect((await nadia.must('readNotifications')).email).toMatchObject({ on: true, anyway: false });
  const audited = await house.ground.database.read('audit').where({ what: 'alert.email-set' }).orderBy('seq');
  expect(audited.map(({ facts }) => facts)).toEqual(['{"on":false}', '{"on":true}']);
});
