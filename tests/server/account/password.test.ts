import { expect, test } from 'vitest';
import { verifyAudit } from '../../../server/audit/verify';
import { MINUTE } from '../../../server/clock';
import { importSchool } from '../../../server/set-up/import/import-school';
import { openHouse, PASSWORD, type TestHouse } from '../house';
import { aSafeguardingLead, aSchool, aTeacher } from '../school-builder';
import { addKey } from '../security-keys/phone';
import type { Visitor } from '../visitor';

const JO = 'jo.price@oakfield.example';
const NEW = 'seven green umbrellas';

const change = (browser: Visitor, body = { current: PASSWORD, password: NEW }) =>
  browser.call('changePassword', { body });

async function anotherBrowser(house: TestHouse, password = PASSWORD): Promise<Visitor> {
  const browser = house.visitor();
  await browser.must('logIn', { body: { email: JO, password } });
  return browser;
}

/** A second school of the same server where Jo works as well, and where she is logged in on a browser that is told. */
async function jobAtHillside(house: TestHouse, jo: Visitor): Promise<string> {
  const hillside = aSchool({
    site: 'hillside',
    name: 'Hillside Primary',
    staff: [aSafeguardingLead({ email: 'ann.reid@hillside.example' }), aTeacher({ email: JO })],
  });
  const { schoolId } = await importSchool(house.ground, hillside, { actor: 'shell' });
  await jo.must('decideOffer', { params: { id: schoolId }, body: { decision: 'accept' } });
  const account = await house.ground.database
    .read('sessions')
    .where({ school_id: house.schoolId })
    .first('account_id');
  const at = new Date(house.clock.now()).toISOString();
  await house.ground.database.write(async (trx) => {
    const place = { school_id: schoolId, account_id: account!.account_id };
    const member = await trx('staff').where(place).first('id');
    const times = { created_at: at, active_at: at, password_at: at };
    await trx('sessions').insert({
      id: member!.id,
      ...place,
      staff_id: member!.id,
      token_hash: 'e'.repeat(64),
      browser: 'Safari on iPad',
      ...times,
    });
    const x = Buffer.from('x');
    await trx('push_subscriptions').insert({
      school_id: schoolId,
      id: member!.id,
      staff_id: member!.id,
      session_id: member!.id,
      endpoint_index: 'x',
      mark: 'mark',
      ...{ endpoint: x, p256dh: x, auth: x, name: x },
      created_at: at,
    });
  });
  return schoolId;
}

const audited = async (house: TestHouse, schoolId: string) =>
  house.ground.database.read('audit').where({ school_id: schoolId, what: 'password.changed' });

test('a new password ends her other sessions at every school, gives this one a new token, and she is told', async () => {
  const house = await openHouse();
  const here = await house.loggedIn(JO);
  await addKey(house, here);
  const left = await anotherBrowser(house);
  const hillside = await jobAtHillside(house, here);
  const before = here.cookies.get('heed-session')!;
  house.clock.skip(10 * MINUTE);

  const { session } = await here.must('changePassword', { body: { current: PASSWORD, password: NEW } });
  expect(Date.parse(session.passwordAt)).toBeGreaterThanOrEqual(house.clock.now() - MINUTE);
  expect(here.cookies.get('heed-session')).not.toBe(before);
  expect((await here.must('readSession')).session?.staffId).toBe(session.staffId);
  const thief = house.visitor();
  thief.cookies.set('heed-session', before);
  expect(await thief.must('readSession')).toEqual({ session: null });
  expect(await left.must('readSession')).toEqual({ session: null });
  const open = await house.ground.database.read('sessions').whereNull('ended_at').select('school_id');
  expect(open).toEqual([{ school_id: house.schoolId }]);
  expect(await house.ground.database.read('push_subscriptions')).toEqual([]);

  expect((await house.visitor().call('logIn', { body: { email: JO, password: PASSWORD } })).status).toBe(401);
  expect((await here.must('listKeys')).keys).toHaveLength(1);
  await anotherBrowser(house, NEW);
  await house.settled();
  const told = house.mails.filter(
    ({ to, subject }) => to === JO && /password for Heed was changed/.test(subject),
  );
  expect(told).toHaveLength(1);
  expect(await audited(house, house.schoolId)).toMatchObject([{ facts: '{"sessions":1}' }]);
  expect(await audited(house, hillside)).toMatchObject([{ facts: '{"sessions":1}' }]);
  for (const school of [house.schoolId, hillside]) {
    expect((await verifyAudit(house.ground.database.read, school)).whole).toBe(true);
  }
});

test('a wrong current password changes nothing, and is one of the tries of a log-in in this browser', async () => {
  const house = await openHouse();
  const here = await house.loggedIn(JO);
  const wrong = { current: 'not her password', password: NEW };
  const refused = await change(here, wrong);
  expect(refused.problem).toMatchObject({ code: 'log-in-failed', field: 'body.current' });
  for (let n = 1; n < 10; n++) expect((await change(here, wrong)).status).toBe(401);
  const late = await change(here);
  expect(late.problem.code).toBe('too-many');
  expect(late.problem.retryAfter).toBeGreaterThan(0);
  expect((await here.call('proveAgain', { body: { password: PASSWORD } })).problem.code).toBe('too-many');
  house.clock.skip(16 * MINUTE);
  expect((await change(here)).status).toBe(200);
  // What was right costs no try.
  for (let n = 0; n < 12; n++) {
    const [current, password] = n % 2 === 0 ? [NEW, PASSWORD] : [PASSWORD, NEW];
    expect((await change(here, { current, password })).status).toBe(200);
  }
});

test('a common password and one of her own words are refused by the rule of the first one, and she tries again', async () => {
  const house = await openHouse();
  const here = await house.loggedIn(JO);
  for (const password of ['P4ssw0rd2024!', 'joprice2018', 'Oakfield Primary 7']) {
    const refused = await change(here, { current: PASSWORD, password });
    expect(refused.problem).toMatchObject({ code: 'password-weak', field: 'body.password' });
  }
  expect((await change(here, { current: PASSWORD, password: 'short' })).problem.code).toBe('not-valid');
  expect(await audited(house, house.schoolId)).toEqual([]);
  expect((await change(here)).status).toBe(200);
});

test('a link that was mailed before her change no longer sets a password', async () => {
  const house = await openHouse();
  const here = await house.loggedIn(JO);
  await here.must('askForLink', { body: { email: JO } });
  await house.house.afterwards.settled();
  await house.settled();
  const token = /\/welcome#([\w-]{43})/.exec(house.mailTo(JO).text)![1]!;
  await change(here);
  expect(await here.must('checkLink', { body: { token } })).toEqual({ works: false, email: null });
});

test('of two changes at once by the same current password one wins', async () => {
  const house = await openHouse();
  const browsers = [await house.loggedIn(JO), await anotherBrowser(house)];
  const passwords = ['seven green umbrellas', 'eight brown umbrellas'];
  const answers = await Promise.all(
    browsers.map((browser, n) => change(browser, { current: PASSWORD, password: passwords[n]! })),
  );
  const winner = answers.findIndex((one) => one.status === 200);
  expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
  expect((await browsers[winner]!.must('readSession')).session).not.toBeNull();
  expect(await browsers[1 - winner]!.must('readSession')).toEqual({ session: null });
  await anotherBrowser(house, passwords[winner]);
});
