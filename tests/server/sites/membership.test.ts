import { expect, test } from 'vitest';
import { importSchool } from '../../../server/set-up/import/import-school';
import { appointFromShell } from '../../../server/trust/appoint';
import { PASSWORD } from '../house';
import { addKey, elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import type { Visitor } from '../visitor';
import { askedBy, HANNAH, hazel, HAZEL, JO, NADIA, OMAR, openTrust, TESS, RUTH, type Trust } from './trust';

/** Omar of Hazel at his desk. */
async function omarAtHazel({ house }: Trust): Promise<Visitor> {
  const omar = await house.loggedIn(OMAR, HAZEL);
  const { phone } = await addKey(house, omar);
  await omar.must('elevate', { body: { code: phone.nextCode() } });
  return omar;
}

async function listed(office: Visitor, email: string) {
  return (await office.must('listStaff')).staff.find((person) => person.email === email)!;
}

test('a lead of one school whom another puts on its staff has nothing there before she accepts', async () => {
  const trust = await openTrust();
  const { house, hazelId } = trust;
  const nadia = await house.loggedIn(NADIA);
  await addKey(house, nadia);

  // Only the main contact was mailed; she is nobody at Hazel, also with her right password.
  expect(house.mails.filter(({ to, text }) => to === NADIA && text.includes('Hazel'))).toEqual([]);
  const refused = await house.visitor(HAZEL).call('logIn', { body: { email: NADIA, password: PASSWORD } });
  expect(refused.problem).toMatchObject({ code: 'log-in-failed' });
  expect(refused.problem.title).toMatch(/asks you to join it, and you have not accepted/);
  const stranger = await house.visitor(HAZEL).call('logIn', { body: { email: JO, password: PASSWORD } });
  expect(stranger.problem.title).toMatch(/do not go together/);

  // What is recorded at Hazel goes to the next whom its rules name, and tells her nothing.
  const tess = await house.loggedIn(TESS, HAZEL);
  const tablet = await Tablet.enrol(tess);
  await tablet.deliver((await tablet.seal(aConcern())).bytes);
  await house.settled();
  const told = await house.ground.database
    .read('alerts')
    .where({ school_id: hazelId })
    .pluck<string[]>('staff_id');
  expect(told).toEqual([await trust.staffId(HANNAH)]);

  // The office learns nothing of her account: no key, no log-in, no more than of anybody whom it has not invited.
  const omar = await omarAtHazel(trust);
  const [her, tessListed] = [await listed(omar, NADIA), await listed(omar, TESS)];
  expect(her).toMatchObject({ invitedAt: null, firstLogInAt: null, key: 'none', keys: 0, declined: false });
  expect(her).toMatchObject({ takesSlip: false, testedAt: null });
  expect(tessListed.firstLogInAt).not.toBeNull();
  const herId = await trust.staffId(NADIA);
  expect((await omar.must('listStaffKeys', { params: { id: herId } })).keys).toEqual([]);
  const { person, told: wouldBe } = await omar.must('seeAs', {
    params: { id: herId },
    query: { mode: 'full-access' },
  });
  expect([person.logsIn, person.asked, wouldBe]).toEqual([false, 'open', []]);
  const slip = await omar.call('makeSlips', { body: { to: [herId] } });
  expect(slip.problem.title).toMatch(/has an e-mail address/);

  // "Share with staff" asks her: no link that could change a password, and the office sees "invited".
  const { mailed } = await omar.must('mailFirstLogIns', { body: { to: [herId] } });
  expect(mailed).toEqual([{ id: herId, name: 'Nadia Shah' }]);
  await house.settled();
  const mail = house.mailTo(NADIA);
  expect(mail.subject).toBe('Hazel Primary asks you to join it in Heed');
  expect(mail.text).not.toMatch(/welcome#|Amira|Khan/);
  expect(await listed(omar, NADIA)).toMatchObject({ firstLogInAt: null, declined: false });
  expect((await listed(omar, NADIA)).invitedAt).not.toBeNull();
  const again = await omar.must('mailFirstLogIns', { body: { to: 'waiting', rehearse: true } });
  expect(again.mailed.map(({ name }) => name)).toEqual(['Nadia Shah']);

  // Logged in at Oakfield she finds the question, and accepts; only Hazel's audit knows.
  const { here, others, offers } = await nadia.must('listOwnSites');
  expect([here.name, others, offers.map(({ name }) => name)]).toEqual([
    'Oakfield Primary',
    [],
    ['Hazel Primary'],
  ]);
  const jo = await house.loggedIn(JO);
  expect((await jo.must('listOwnSites')).offers).toEqual([]);
  const hers = { params: { id: hazelId }, body: { decision: 'accept' } } as const;
  expect((await jo.call('decideOffer', hers)).status).toBe(404);
  const offer = { school: 'Hazel Primary', accepted: null };
  expect(await nadia.must('downloadKept')).toMatchObject({ offers: [offer], trust: null });
  expect((await jo.must('downloadKept')).offers).toEqual([]);
  await nadia.must('decideOffer', hers);
  expect((await nadia.call('decideOffer', hers)).status).toBe(404);
  expect(await trust.audit(hazelId)).toContain('membership.accepted');
  expect(await trust.audit(trust.oakfieldId)).not.toContain('membership.accepted');
  await house.settled();
  expect(house.mailTo(NADIA).subject).toBe('You have joined Hazel Primary in Heed');
  // She looks after the schools of the trust too: each of the two writes it into its own audit.
  await appointFromShell(house.ground, ['add', NADIA]);
  expect(await nadia.must('downloadKept')).toMatchObject({
    offers: [{ ...offer, accepted: true }],
    trust: { until: null },
  });
  const there = house.visitor(HAZEL);
  const { session } = await there.must('logIn', { body: { email: NADIA, password: PASSWORD } });
  expect(session).toMatchObject({ schoolName: 'Hazel Primary', keyHolder: true, lead: true });
  expect(await listed(omar, NADIA)).toMatchObject({ key: 'saved', keys: 1 });
  const kept = await there.must('downloadKept');
  expect(kept.audit.map(({ what }) => what)).toContain('membership.accepted');
});

test('the mailed link asks for the password, works once and within a week, and declining is shown to the office', async () => {
  const trust = await openTrust();
  const { house, hazelId } = trust;
  await house.loggedIn(NADIA);
  const omar = await omarAtHazel(trust);
  const herId = await trust.staffId(NADIA);
  const ask = () => omar.must('sendFirstLogIn', { params: { id: herId } });
  await ask();
  const first = await askedBy(house, NADIA);

  const browser = house.visitor(HAZEL);
  expect(await browser.must('checkOffer', { body: { token: first } })).toEqual({ works: true, email: NADIA });
  // Hazel's link opens nothing at Oakfield, and is no link to choose a password.
  expect(await house.visitor().must('checkOffer', { body: { token: first } })).toMatchObject({
    works: false,
  });
  expect(await browser.must('checkLink', { body: { token: first } })).toMatchObject({ works: false });
  const wrong = await browser.call('acceptOffer', { body: { token: first, password: 'not hers at all' } });
  expect(wrong.problem).toMatchObject({ code: 'log-in-failed', field: 'body.password' });
  expect((await browser.must('readSession')).session).toBeNull();

  await browser.must('declineOffer', { body: { token: first } });
  expect(await listed(omar, NADIA)).toMatchObject({ declined: true, firstLogInAt: null, key: 'none' });
  expect((await browser.call('acceptOffer', { body: { token: first, password: PASSWORD } })).status).toBe(
    410,
  );
  // The same sheet once more asks nobody again.
  await importSchool(house.ground, hazel(), { actor: 'shell' });
  expect(await listed(omar, NADIA)).toMatchObject({ declined: true });

  await ask();
  const second = await askedBy(house, NADIA);
  expect(await listed(omar, NADIA)).toMatchObject({ declined: false });
  house.clock.skip(7 * 24 * 3600 * 1000);
  expect(await browser.must('checkOffer', { body: { token: second } })).toMatchObject({ works: false });
  const office = house.visitor(HAZEL);
  await office.must('logIn', { body: { email: OMAR, password: PASSWORD } });
  expect((await office.call('listStaff')).status).toBe(403);

  // Forgotten meanwhile: a new password by Hazel's own log-in page gives no entry, the mailed question does.
  await house.ground.database.write((trx) =>
    trx('membership_offers').where({ school_id: hazelId }).update({ expires_at: '2027-01-01T00:00:00.000Z' }),
  );
  await browser.must('askForLink', { body: { email: NADIA } });
  await house.house.afterwards.settled();
  await house.settled();
  const reset = /\/welcome#([\w-]{43})/.exec(house.mailTo(NADIA).text)![1]!;
  expect(house.mailTo(NADIA).text).toContain('http://hazel.heed.test:8080/welcome#');
  const password = 'five dry geese on a wall';
  await browser.must('choosePassword', { body: { token: reset, password } });
  expect((await browser.call('logIn', { body: { email: NADIA, password } })).status).toBe(401);
  const { session } = await browser.must('acceptOffer', { body: { token: second, password } });
  expect(session).toMatchObject({ schoolName: 'Hazel Primary', email: NADIA });
  expect((await trust.audit(hazelId)).slice(-2)).toEqual(['membership.accepted', 'session.begun']);
  expect(await trust.audit(trust.oakfieldId)).toContain('password.chosen');
});

test('an address that the office types for somebody of another school only asks, whoever adds and whoever moves it', async () => {
  const trust = await openTrust();
  const { house, hazelId } = trust;
  const ruth = await house.loggedIn(RUTH);
  const omar = await omarAtHazel(trust);
  const { groups } = await omar.must('listStaff');
  const groupId = groups.find(({ name }) => name === 'All staff')!.id;
  const facts = { title: null, knownAs: null, phone: null, jobTitle: null, classes: [] };
  const add = (firstName: string, email: string) =>
    omar.must('makeChanges', {
      body: { changes: [{ kind: 'staff.add', firstName, lastName: 'New', email, groupId, ...facts }] },
    });
  const [known] = (await add('Ruth', RUTH)).outcomes;
  const [fresh] = (await add('Nobody', 'nobody@hazel.example')).outcomes;
  expect(Object.keys(known!)).toEqual(Object.keys(fresh!));
  expect(known!.outcome).toBe(fresh!.outcome);
  expect((await ruth.must('listOwnSites')).offers.map(({ name }) => name)).toEqual(['Hazel Primary']);

  // Somebody of Hazel is given an address that Oakfield's Jo has: she is asked, and nobody has his old account.
  await house.loggedIn(JO);
  const sam = await trust.staffId('sam.lee@hazel.example');
  await omar.must('makeChanges', { body: { changes: [{ kind: 'staff.email', staffId: sam, email: JO }] } });
  const row = await house.ground.database.read('staff').where({ school_id: hazelId, id: sam }).first();
  expect(row).toMatchObject({ account_id: null, offer: 'open' });
  const jo = await house.loggedIn(JO);
  await jo.must('decideOffer', { params: { id: hazelId }, body: { decision: 'decline' } });
  expect((await jo.must('listOwnSites')).offers).toEqual([]);
  expect((await omar.must('listStaff')).staff.find(({ id }) => id === sam)).toMatchObject({
    declined: true,
  });
});

test('whoever has another address at their school by the time they are asked is invited as anybody is', async () => {
  const trust = await openTrust();
  const { house } = trust;
  const omar = await omarAtHazel(trust);
  const ruth = await elevatedLead(house, RUTH);
  const { staff } = await ruth.browser.must('listStaff');
  const nadiaAtOakfield = staff.find(({ email }) => email === NADIA)!.id;
  await house.ground.database.write((trx) =>
    trx('accounts')
      .whereIn('id', trx('staff').where({ id: nadiaAtOakfield }).select('account_id'))
      .update({ email_index: 'elsewhere' }),
  );
  await omar.must('sendFirstLogIn', { params: { id: await trust.staffId(NADIA) } });
  await house.settled();
  expect(house.mailTo(NADIA).text).toContain('http://hazel.heed.test:8080/welcome#');
  expect(await listed(omar, NADIA)).toMatchObject({ firstLogInAt: null, declined: false });
});

test('a school that somebody joins later lets no late key of theirs count', async () => {
  const trust = await openTrust();
  const { house, hazelId } = trust;
  const nadia = await house.loggedIn(NADIA);
  house.clock.skip(25 * 3600 * 1000);
  await nadia.must('logIn', { body: { email: NADIA, password: PASSWORD } });
  await nadia.must('decideOffer', { params: { id: hazelId }, body: { decision: 'accept' } });
  const there = house.visitor(HAZEL);
  await there.must('logIn', { body: { email: NADIA, password: PASSWORD } });
  const late = await addKey(house, there);
  expect(late.counts).toBe(false);
  const waits = await there.call('elevate', { body: { code: late.phone.nextCode() } });
  expect(waits.problem.title).toMatch(/at Oakfield Primary to confirm it/);

  const omar = await omarAtHazel(trust);
  expect((await omar.must('listPendingChanges')).keys).toEqual([]);
  expect((await omar.call('confirmKey', { params: { id: late.keyId } })).status).toBe(404);
  const ruth = (await elevatedLead(house, RUTH)).browser;
  await ruth.must('confirmKey', { params: { id: late.keyId } });
  await there.must('elevate', { body: { code: late.phone.nextCode() } });
  // Every change of a key stands in both audits.
  for (const schoolId of [hazelId, trust.oakfieldId]) {
    const whats = await trust.audit(schoolId);
    expect(whats.filter((what) => /^security-key\.(added|confirmed)$/.test(what))).toEqual(
      expect.arrayContaining(['security-key.added', 'security-key.confirmed']),
    );
  }
});
