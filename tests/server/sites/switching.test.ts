import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { PASSWORD } from '../house';
import { addKey } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';
import { aSubscription, HANNAH, HAZEL, JO, NADIA, OMAR, openTrust, TESS, type Trust } from './trust';

const secret = () => randomBytes(32).toString('base64url');
const hashOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');
const inFragment = (url: string | null) =>
  /^([^#]+)#[tsc]=(.+)$/.exec(url ?? '')!.slice(1) as [string, string];

/** Two schools, and Nadia a member of both, logged in at Oakfield with a key that counts. */
async function aLeadOfTwo(): Promise<
  Trust & { nadia: Visitor; phone: Awaited<ReturnType<typeof addKey>>['phone'] }
> {
  const trust = await openTrust();
  const nadia = await trust.house.loggedIn(NADIA);
  await nadia.must('decideOffer', { params: { id: trust.hazelId }, body: { decision: 'accept' } });
  const { phone } = await addKey(trust.house, nadia);
  await trust.house.settled();
  return { ...trust, nadia, phone };
}

/** Everything up to the code, as browser and pages do it. */
async function codeFor(
  from: Visitor,
  there: Visitor,
  toSchoolId: string,
): Promise<{ code: string; verifier: string }> {
  const verifier = secret();
  const { url } = await from.must('beginSwitch', { params: { id: toSchoolId }, body: {} });
  const [opened, ticket] = inFragment(url);
  expect(opened).toBe('http://hazel.heed.test:8080/switch');
  const back = await there.must('answerSwitch', { body: { ticket, challenge: hashOf(verifier) } });
  const [home, id] = inFragment(back.url);
  expect(home).toBe('http://heed.test:8080/switch');
  const [, code] = inFragment((await from.must('issueSwitchCode', { body: { id } })).url);
  return { code, verifier };
}

const refusal = { status: 403, problem: { code: 'switch-refused' } };

test('going to the other school makes no browser known there: who logs in in it later is mailed', async () => {
  const { house, hazelId, nadia } = await aLeadOfTwo();
  const there = house.visitor(HAZEL);
  await there.must('finishSwitch', { body: await codeFor(nadia, there, hazelId) });
  await there.must('logOut');
  await house.settled();
  const known = house.mails.length;
  await there.must('logIn', { body: { email: NADIA, password: PASSWORD } });
  await house.settled();
  expect(house.mails.slice(known).map(({ to }) => to)).toEqual([NADIA]);
});

test('a lead of two schools goes to the other one without a password, and is not elevated there', async () => {
  const { house, hazelId, oakfieldId, nadia, phone } = await aLeadOfTwo();
  await nadia.must('elevate', { body: { code: phone.nextCode() } });
  house.clock.skip(7 * 60_000);
  const there = house.visitor(HAZEL);
  const { session } = await there.must('finishSwitch', { body: await codeFor(nadia, there, hazelId) });
  const home = (await nadia.must('readSession')).session!;
  expect(session).toMatchObject({ schoolId: hazelId, email: NADIA, elevatedUntil: null, severalSites: true });
  // As old as the log-in at Oakfield: adding a key asks for the password again, and the day ends at the same time.
  expect(session.passwordAt).toBe(home.passwordAt);
  expect((await there.must('listKeys')).needs).toBe('password');
  const begun = async (browser: Visitor) => (await browser.must('listSessions')).sessions[0]!.begun;
  expect(await begun(there)).toBe(await begun(nadia));
  const audit = await house.ground.database
    .read('audit')
    .where({ school_id: hazelId, what: 'session.begun' })
    .orderBy('seq', 'desc')
    .first('facts');
  expect(JSON.parse(audit!.facts)).toMatchObject({ by: 'site' });

  // Full access is each school's own, and a code that was used at one is none at the other.
  const code = phone.nextCode();
  await there.must('elevate', { body: { code } });
  house.clock.skip(16_000 - (house.clock.now() % 30_000));
  const again = await nadia.call('elevate', { body: { code } });
  expect(again.problem).toMatchObject({ status: 422, code: 'code-used' });
  expect(again.problem.title).toMatch(
    /^You used this code at Hazel Primary\. Wait 1[34] s for the next one\.$/,
  );
  await there.must('endElevation');
  const same = await there.call('elevate', { body: { code } });
  expect(same.problem.title).toBe('That code has been used. Wait for the next one.');
  await there.must('elevate', { body: { code: phone.nextCode() } });

  // Going there again finds the session that is there, full access and all.
  const { url } = await nadia.must('beginSwitch', { params: { id: hazelId }, body: {} });
  const [, ticket] = inFragment(url);
  expect(await there.must('answerSwitch', { body: { ticket, challenge: secret() } })).toEqual({ url: null });
  expect((await there.must('readSession')).session!.elevatedUntil).not.toBeNull();
  expect((await nadia.must('listOwnSites')).here.schoolId).toBe(oakfieldId);
});

test('a wrong secret, a second use, an old code, another school and another person are refused alike', async () => {
  const { house, hazelId, oakfieldId, nadia } = await aLeadOfTwo();
  const there = house.visitor(HAZEL);
  const finish = (body: { code: string; verifier: string }, browser = there) =>
    browser.call('finishSwitch', { body });
  const bodies: string[] = [];
  const mustRefuse = async (answered: Promise<{ status: number; problem: object; bytes: Uint8Array }>) => {
    const one = await answered;
    expect(one).toMatchObject(refusal);
    bodies.push(Buffer.from(one.bytes).toString());
  };

  const stolen = await codeFor(nadia, there, hazelId);
  await mustRefuse(finish({ code: stolen.code, verifier: secret() }));
  // A code that was tried with a wrong secret is used up.
  await mustRefuse(finish(stolen));
  const used = await codeFor(nadia, there, hazelId);
  await there.must('finishSwitch', { body: used });
  await mustRefuse(finish(used));
  await there.must('logOut');
  const old = await codeFor(nadia, there, hazelId);
  house.clock.skip(60_000);
  await mustRefuse(finish(old));
  const elsewhere = await codeFor(nadia, there, hazelId);
  await mustRefuse(finish(elsewhere, house.visitor()));

  // Only to one's own schools, and only the session that asked goes on with it.
  const jo = await house.loggedIn(JO);
  await mustRefuse(jo.call('beginSwitch', { params: { id: hazelId }, body: {} }));
  await mustRefuse(nadia.call('beginSwitch', { params: { id: oakfieldId }, body: {} }));
  await mustRefuse(
    nadia.call('beginSwitch', { params: { id: '01a20000-0000-7000-8000-000000000000' }, body: {} }),
  );
  const { url } = await nadia.must('beginSwitch', { params: { id: hazelId }, body: {} });
  const [, ticket] = inFragment(url);
  await mustRefuse(house.visitor().call('answerSwitch', { body: { ticket, challenge: secret() } }));
  const back = await there.must('answerSwitch', { body: { ticket, challenge: secret() } });
  const [, id] = inFragment(back.url);
  await mustRefuse(there.call('answerSwitch', { body: { ticket, challenge: secret() } }));
  await mustRefuse(jo.call('issueSwitchCode', { body: { id } }));
  expect(new Set(bodies).size).toBe(1);
  // The table holds no code, no ticket and no secret.
  const rows = JSON.stringify(await house.ground.database.read('site_changes'));
  for (const word of [stolen.code, stolen.verifier, ticket]) expect(rows).not.toContain(word);
});

test('who was only asked, who has left, and whose first session has ended cannot switch', async () => {
  const { house, hazelId, nadia, staffId } = await aLeadOfTwo();
  const there = house.visitor(HAZEL);
  const hannah = await house.loggedIn(HANNAH, HAZEL);
  const oakfield = { params: { id: house.schoolId }, body: {} };
  expect(await hannah.call('beginSwitch', oakfield)).toMatchObject(refusal);

  const left = await codeFor(nadia, there, hazelId);
  const here = { school_id: hazelId, id: await staffId(NADIA) };
  const disable = (disabled_at: string | null) =>
    house.ground.database.write((trx) => trx('staff').where(here).update({ disabled_at }));
  await disable('2026-11-23T12:44:00.000Z');
  expect(await there.call('finishSwitch', { body: left })).toMatchObject(refusal);
  expect(await nadia.call('beginSwitch', { params: { id: hazelId }, body: {} })).toMatchObject(refusal);
  expect((await nadia.must('listOwnSites')).others).toEqual([]);
  await disable(null);
  const ended = await codeFor(nadia, there, hazelId);
  await nadia.must('logOut');
  expect(await there.call('finishSwitch', { body: ended })).toMatchObject(refusal);
  expect((await there.must('readSession')).session).toBeNull();
});

test('a session that she ends from elsewhere ends at every school that was gone on to from it, logging out only here', async () => {
  const { house, hazelId, oakfieldId, nadia } = await aLeadOfTwo();
  const left = house.visitor();
  await left.must('logIn', { body: { email: NADIA, password: PASSWORD } });
  const leftThere = house.visitor(HAZEL);
  await leftThere.must('finishSwitch', { body: await codeFor(left, leftThere, hazelId) });
  const there = house.visitor(HAZEL);
  await there.must('finishSwitch', { body: await codeFor(nadia, there, hazelId) });
  const running = async (browser: Visitor) => (await browser.must('readSession')).session !== null;

  const { sessions } = await nadia.must('listSessions');
  await nadia.must('endSession', { params: { id: sessions.find(({ here }) => !here)!.id } });
  expect(await Promise.all([left, leftThere, nadia, there].map(running))).toEqual([false, false, true, true]);
  const rows = await house.ground.database.read('audit').where({ what: 'session.ended' }).pluck('school_id');
  expect(rows.toSorted()).toEqual([oakfieldId, hazelId].toSorted());

  await nadia.must('logOut');
  expect(await running(there)).toBe(true);
});

test('the number of alerts at the other school is what may be known there, and nothing else', async () => {
  const { house, hazelId, nadia } = await aLeadOfTwo();
  const tess = await house.loggedIn(TESS, HAZEL);
  const tablet = await Tablet.enrol(tess);
  await tablet.deliver((await tablet.seal(aConcern())).bytes);
  await tablet.deliver((await tablet.seal(aConcern())).bytes);
  await house.settled();
  const numberThere = async () => (await nadia.must('listOwnSites')).others.map(({ toRead }) => toRead);
  expect(await numberThere()).toEqual([2]);
  const told = house.mails.filter(({ to, subject }) => to === NADIA && /alert/.test(subject));
  expect(told).toHaveLength(2);
  expect(told[0]!.text).toContain('\nHazel Primary\n');
  // A concern that turns out to be about her is not counted from then on.
  const [concern] = await house.ground.database
    .read('concerns')
    .where({ school_id: hazelId })
    .pluck<string[]>('id');
  const nadiaThere = await house.ground.database
    .read('alerts')
    .where({ school_id: hazelId, concern_id: concern! })
    .first('staff_id');
  await house.ground.database.write((trx) =>
    trx('concern_staff').insert({
      school_id: hazelId,
      concern_id: concern!,
      staff_id: nadiaThere!.staff_id,
    }),
  );
  expect(await numberThere()).toEqual([1]);
  await nadia.must('sendTestAlert');
  await house.settled();
  expect(house.mailTo(NADIA).text).toContain('\nOakfield Primary\n');
  const omar = await house.loggedIn(OMAR, HAZEL);
  await omar.must('sendTestAlert');
  await house.settled();
  expect(house.mailTo(OMAR).text).not.toContain('Hazel Primary');
});

test('logging out everywhere ends every session and every push of hers at both schools, and of nobody else', async () => {
  const { house, hazelId, oakfieldId, nadia, audit } = await aLeadOfTwo();
  const there = house.visitor(HAZEL);
  await there.must('finishSwitch', { body: await codeFor(nadia, there, hazelId) });
  const phone = house.visitor();
  await phone.must('logIn', { body: { email: NADIA, password: PASSWORD } });
  const omar = await house.loggedIn(OMAR, HAZEL);
  for (const [browser, device] of [
    [nadia, 'a'],
    [there, 'b'],
    [omar, 'c'],
  ] as const)
    await browser.must('keepSubscription', { body: aSubscription(device) });
  await there.must('logOutEverywhere');
  for (const browser of [nadia, there, phone]) {
    expect((await browser.call('listSessions')).status).toBe(401);
  }
  expect((await omar.must('listSessions')).sessions).toHaveLength(1);
  const left = await house.ground.database.read('push_subscriptions').pluck<string[]>('school_id');
  expect(left).toEqual([hazelId]);
  for (const school of [hazelId, oakfieldId]) expect((await audit(school)).at(-1)).toBe('session.ended');
});
