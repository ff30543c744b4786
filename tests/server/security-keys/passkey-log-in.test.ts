import { expect, test } from 'vitest';
import { verifyAudit } from '../../../server/audit/verify';
import { HOUR } from '../../../server/clock';
import { importSchool } from '../../../server/set-up/import/import-school';
import { openHouse, PASSWORD, type TestHouse } from '../house';
import { aSafeguardingLead, aSchool } from '../school-builder';
import type { Visitor } from '../visitor';
import { Authenticator } from './authenticator';
import { Neighbour } from './neighbour';
import { addPasskey, answerOf, elevateBy, logInBy, loggedInByName, namedVisitor } from './passkey';

const NADIA = 'nadia.shah@oakfield.example';
const RUTH = 'ruth.grey@oakfield.example';

async function withPasskey(house: TestHouse, email = NADIA) {
  const browser = await loggedInByName(house, email);
  return { browser, ...(await addPasskey(house, browser)) };
}

test('she logs in with her passkey alone, in any browser, and has no full access by it', async () => {
  const house = await openHouse();
  const { authenticator } = await withPasskey(house);
  const browser = namedVisitor(house);
  const { reply, status } = await logInBy(browser, authenticator);
  expect(status).toBe(200);
  expect(reply.session).toMatchObject({ email: NADIA, elevatedUntil: null, keyHolder: true });
  expect(reply.session.may).not.toContain('administer.staff');
  expect((await browser.must('readSession')).session).toMatchObject({ email: NADIA });
  const begun = await house.ground.database
    .read('audit')
    .where({ what: 'session.begun' })
    .orderBy('seq', 'desc');
  expect(JSON.parse(begun[0]!.facts)).toEqual({ first: false, by: 'passkey' });
  expect((await elevateBy(browser, authenticator)).status).toBe(200);
  const before = browser.cookies.get('heed-session')!;
  await logInBy(browser, authenticator);
  const old = namedVisitor(house);
  old.cookies.set('heed-session', before);
  expect(await old.must('readSession')).toEqual({ session: null });
});

test('the password goes on working beside it', async () => {
  const house = await openHouse();
  await withPasskey(house);
  const { session } = await namedVisitor(house).must('logIn', { body: { email: NADIA, password: PASSWORD } });
  expect(session).toMatchObject({ keyKinds: ['passkey'], elevatedUntil: null });
});

test('whatever is wrong with a passkey, the answer is the same', async () => {
  const house = await openHouse();
  const { browser: nadias, authenticator } = await withPasskey(house);
  const removed = await addPasskey(house, nadias, {
    passkey: await answerOf(nadias, authenticator, 'prove'),
  });
  await nadias.must('removeKey', {
    params: { id: removed.keyId },
    body: { passkey: await answerOf(nadias, authenticator, 'prove') },
  });
  const leaver = await withPasskey(house, 'jo.price@oakfield.example');
  const { session } = await leaver.browser.must('readSession');
  await house.ground.database.write((trx) =>
    trx('staff')
      .where({ id: session!.staffId })
      .update({ disabled_at: new Date(house.clock.now()).toISOString() }),
  );
  const ruth = await loggedInByName(house, RUTH);
  house.clock.skip(25 * HOUR);
  await ruth.must('logIn', { body: { email: RUTH, password: PASSWORD } });
  const waiting = await addPasskey(house, ruth);
  expect(waiting.counts).toBe(false);
  const unknown = strangersPasskey(ruth);

  const answers = await Promise.all([
    logInBy(namedVisitor(house), unknown),
    logInBy(namedVisitor(house), removed.authenticator),
    logInBy(namedVisitor(house), waiting.authenticator),
    logInBy(namedVisitor(house), leaver.authenticator),
    logInBy(namedVisitor(house), authenticator, { verified: false }),
    logInBy(namedVisitor(house), authenticator, { origin: 'https://heed.example.net' }),
    logInBy(namedVisitor(house), authenticator, { rpId: 'example.net' }),
    underTheChallengeOf(house, namedVisitor(house), authenticator),
    underAChallengeToElevate(house, authenticator),
  ]);
  const said = answers.map(({ status, bytes }) => [status, refusalText({ bytes })]);
  expect(new Set(said.map(([status]) => status))).toEqual(new Set([401]));
  expect(new Set(said.map(([, body]) => body)).size).toBe(1);
  expect((await logInBy(namedVisitor(house), authenticator)).status).toBe(200);
});

/** A passkey that was made and never saved. */
function strangersPasskey(browser: Visitor): Authenticator {
  const passkey = new Authenticator(browser.origin);
  passkey.make({ challenge: '', rp: { id: 'localhost' }, user: { id: 'c29tZWJvZHk' } });
  return passkey;
}

const refusalText = ({ bytes }: { bytes: Uint8Array }): string => Buffer.from(bytes).toString();

/** The answer to a challenge that another browser was given. */
async function underTheChallengeOf(house: TestHouse, other: Visitor, passkey: Authenticator) {
  const { options } = await other.must('beginPasskeyLogIn');
  const browser = namedVisitor(house);
  await browser.must('beginPasskeyLogIn');
  return browser.call('logInByPasskey', { body: { passkey: passkey.answer(options) } });
}

async function underAChallengeToElevate(house: TestHouse, passkey: Authenticator) {
  const browser = namedVisitor(house);
  await logInBy(browser, passkey);
  return browser.call('logInByPasskey', { body: { passkey: await answerOf(browser, passkey, 'elevate') } });
}

test('of two log-ins with one answer at once, one works; later none does', async () => {
  const house = await openHouse();
  const { authenticator } = await withPasskey(house);
  const browser = namedVisitor(house);
  const { options } = await browser.must('beginPasskeyLogIn');
  const passkey = authenticator.answer(options);
  const logIn = () => browser.call('logInByPasskey', { body: { passkey } });
  const twice = await Promise.all([logIn(), logIn()]);
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect((await logIn()).status).toBe(401);
});

test('a copied passkey does not log in: nothing is said there, she is mailed', async () => {
  const house = await openHouse();
  const { authenticator } = await withPasskey(house);
  const copy = authenticator.copy();
  expect((await logInBy(namedVisitor(house), authenticator)).status).toBe(200);
  const refused = await logInBy(namedVisitor(house), copy);
  expect(refused.problem).toMatchObject({
    code: 'log-in-failed',
    title: expect.not.stringContaining('copy') as string,
  });
  await house.settled();
  const mailed = house.mails.filter(({ to, text }) => to === NADIA && /may be a\s+copy/.test(text));
  expect(mailed).toHaveLength(1);
});

test('a stranger’s wrong answers wait; her own browser has tries of its own', async () => {
  const house = await openHouse();
  const { browser, authenticator } = await withPasskey(house);
  const stranger = namedVisitor(house);
  for (let n = 0; n < 10; n++)
    expect((await logInBy(stranger, authenticator, { verified: false })).status).toBe(401);
  expect((await logInBy(stranger, authenticator)).problem.code).toBe('too-many');
  expect((await logInBy(browser, authenticator)).status).toBe(200);
});

test('a passkey logs in at each school of its owner, at no other, and each of them reads in its audit what became of it', async () => {
  const house = await openHouse();
  const nadia = await withPasskey(house);
  const plan = aSchool({
    site: 'hazel',
    name: 'Hazel Primary',
    staff: [
      aSafeguardingLead({ email: 'ann.reid@hazel.example', lastName: 'Reid' }),
      aSafeguardingLead({ email: RUTH, firstName: 'Ruth', lastName: 'Grey' }),
    ],
  });
  const { schoolId } = await importSchool(house.ground, plan, { actor: 'shell' });
  const joining = await house.loggedIn(RUTH);
  await joining.must('decideOffer', { params: { id: schoolId }, body: { decision: 'accept' } });
  const ruth = await withPasskey(house, RUTH);
  const at = async (passkey: Authenticator) => {
    const browser = new Neighbour(house, 'hazel');
    const { options } = (await browser.call('beginPasskeyLogIn')).reply;
    const answer = passkey.answer(options, { origin: browser.origin });
    return browser.call('logInByPasskey', { passkey: answer });
  };
  const refused = await at(nadia.authenticator);
  expect(refused.said).toBe(refusalText(await logInBy(namedVisitor(house), strangersPasskey(nadia.browser))));
  expect((await at(ruth.authenticator)).reply.session).toMatchObject({
    schoolId,
    schoolName: 'Hazel Primary',
  });

  const { browser, authenticator, keyId } = ruth;
  await browser.must('renewRecoveryCodes', {
    body: { passkey: await answerOf(browser, authenticator, 'prove') },
  });
  const copy = authenticator.copy();
  await elevateBy(browser, authenticator);
  await elevateBy(browser, copy);
  await browser.must('removeKey', {
    params: { id: keyId },
    body: { passkey: await answerOf(browser, authenticator, 'prove') },
  });
  for (const school of [house.schoolId, schoolId]) {
    const rows = await house.ground.database
      .read('audit')
      .join('staff', (on) => on.on('staff.school_id', 'audit.school_id').andOn('staff.id', 'audit.actor'))
      .where('audit.school_id', school)
      .whereIn('what', ['security-key.added', 'recovery-codes.renewed', 'security-key.removed'])
      .orderBy('seq')
      .pluck('what');
    expect(rows.slice(-3)).toEqual(['security-key.added', 'recovery-codes.renewed', 'security-key.removed']);
    const copied = await house.ground.database
      .read('audit')
      .where({ school_id: school, what: 'security-key.copied' });
    expect(copied).toHaveLength(1);
    expect(await verifyAudit(house.ground.database.read, school)).toMatchObject({ whole: true });
  }
});
