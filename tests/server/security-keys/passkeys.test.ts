import { expect, test } from 'vitest';
import { verifyAudit } from '../../../server/audit/verify';
import { HOUR, MINUTE } from '../../../server/clock';
import { openHouse, PASSWORD, type TestHouse } from '../house';
import type { Visitor } from '../visitor';
import { Authenticator, type Deceit } from './authenticator';
import {
  addPasskey,
  answerOf,
  byName,
  elevateBy,
  loggedInByName,
  namedOrigin,
  namedVisitor,
} from './passkey';
import { addKey, elevatedLead } from './phone';
import { confirmAtShell } from './second-person';

const NADIA = 'nadia.shah@oakfield.example';
const RUTH = 'ruth.grey@oakfield.example';

async function audited(house: TestHouse, what: string) {
  return house.ground.database.read('audit').where({ what }).orderBy('seq');
}

/** Another browser in which somebody knows her password. */
async function anotherBrowser(house: TestHouse): Promise<Visitor> {
  const browser = namedVisitor(house);
  await browser.must('logIn', { body: { email: NADIA, password: PASSWORD } });
  return browser;
}

test('a passkey is a first key like any other: it counts at once, brings recovery codes and elevates', async () => {
  const house = await openHouse();
  const browser = await loggedInByName(house, NADIA);
  const { authenticator, counts, recoveryCodes } = await addPasskey(house, browser);
  expect(counts).toBe(true);
  expect(recoveryCodes).toHaveLength(10);
  await house.settled();
  expect(house.mailTo(NADIA).subject).toBe('Your security keys for Heed were changed');
  const { session } = await browser.must('readSession');
  expect(session).toMatchObject({ keyHolder: true, keyKinds: ['passkey'], elevatedUntil: null });
  const old = browser.cookies.get('heed-session');
  const elevated = await elevateBy(browser, authenticator);
  expect(elevated.reply.session.may).toContain('administer.staff');
  expect(browser.cookies.get('heed-session')).not.toBe(old);
  expect((await browser.must('listKeys')).keys).toMatchObject([
    { kind: 'passkey', name: 'My fingerprint', counts: true },
  ]);
  const [begun] = await audited(house, 'elevation.begun');
  expect(JSON.parse(begun!.facts)).toEqual({ by: 'passkey' });
  expect(await verifyAudit(house.ground.database.read, house.schoolId)).toMatchObject({ whole: true });
});

test.each<[string, Deceit]>([
  ['made for another site', { origin: 'https://heed.example.net' }],
  ['made for a neighbouring name', { rpId: 'example.net' }],
  ['touched, with nobody verified', { verified: false }],
  ['of another ceremony', { type: 'webauthn.get' }],
])('no passkey is saved that was %s', async (_, deceit) => {
  const house = await openHouse();
  const browser = await loggedInByName(house, NADIA);
  const { pending, options } = await browser.must('beginPasskey', { body: {} });
  const attestation = new Authenticator(namedOrigin(house)).make(options, deceit);
  const refused = await browser.call('savePasskey', { body: { pending, name: 'Mine', attestation } });
  expect(refused.problem).toMatchObject({ code: 'code-wrong', field: 'body.attestation' });
  expect((await browser.must('listKeys')).keys).toEqual([]);
});

test.each<[string, Deceit]>([
  ['another site asked for', { origin: 'https://heed.example.net' }],
  ['the number of the machine asked for', { origin: 'http://127.0.0.1' }],
  ['is for another name', { rpId: 'example.net' }],
  ['verified nobody', { verified: false }],
  ['is of another ceremony', { type: 'webauthn.create' }],
])('no full access by an answer that %s', async (_, deceit) => {
  const house = await openHouse();
  const browser = await loggedInByName(house, NADIA);
  const { authenticator } = await addPasskey(house, browser);
  expect((await elevateBy(browser, authenticator, deceit)).problem.code).toBe('code-wrong');
  expect((await elevateBy(browser, authenticator)).status).toBe(200);
});

test('an answer is for its person, its session, its purpose and five minutes, and works once', async () => {
  const house = await openHouse();
  const browser = await loggedInByName(house, NADIA);
  const { authenticator } = await addPasskey(house, browser);
  const other = await anotherBrowser(house);
  const ruth = await loggedInByName(house, RUTH);
  const ruths = await addPasskey(house, ruth);
  const elevate = (passkey: unknown) => browser.call('elevate', { body: { passkey } });
  // Ruth's passkey, and Nadia's under a challenge of Ruth's.
  expect((await elevate(await answerOf(ruth, ruths.authenticator, 'elevate'))).problem.code).toBe(
    'code-wrong',
  );
  expect((await elevate(await answerOf(ruth, authenticator, 'elevate'))).problem.code).toBe('code-wrong');
  expect((await elevate(await answerOf(other, authenticator, 'elevate'))).problem.code).toBe('code-wrong');
  expect((await elevate(await answerOf(browser, authenticator, 'prove'))).problem.code).toBe('code-wrong');
  const { options } = await browser.must('beginPasskeyLogIn');
  const loggingIn = await elevate(authenticator.answer(options));
  expect(loggingIn.problem.code).toBe('code-wrong');
  house.clock.skip(5 * MINUTE);
  const late = await answerOf(browser, authenticator, 'elevate');
  house.clock.skip(5 * MINUTE);
  expect((await elevate(late)).problem.code).toBe('code-wrong');
  const once = await answerOf(browser, authenticator, 'elevate');
  const twice = await Promise.all([elevate(once), elevate(once)]);
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect((await elevate(once)).problem.code).toBe('code-used');
});

test('wrong answers are counted with wrong codes, right ones cost nothing', async () => {
  const house = await openHouse();
  const browser = await loggedInByName(house, NADIA);
  const { authenticator } = await addPasskey(house, browser);
  for (let n = 0; n < 25; n++) expect((await elevateBy(browser, authenticator)).status).toBe(200);
  const stranger = await anotherBrowser(house);
  for (let n = 0; n < 5; n++) await elevateBy(stranger, authenticator, { verified: false });
  expect((await elevateBy(stranger, authenticator)).status).toBe(429);
});

test('a copied passkey is refused once its count goes backwards; she is mailed and the audit says so', async () => {
  const house = await openHouse();
  const browser = await loggedInByName(house, NADIA);
  const { authenticator, keyId } = await addPasskey(house, browser);
  const copy = authenticator.copy();
  expect((await elevateBy(browser, authenticator)).status).toBe(200);
  expect((await elevateBy(browser, authenticator)).status).toBe(200);
  const refused = await elevateBy(browser, copy);
  expect(refused.problem).toMatchObject({
    code: 'code-wrong',
    title: expect.stringContaining('copy') as string,
  });
  await house.settled();
  expect(house.mailTo(NADIA).text).toMatch(/there may be a copy of\sit/);
  expect(await audited(house, 'security-key.copied')).toMatchObject([{ object: `security-key:${keyId}` }]);
  expect((await elevateBy(browser, authenticator)).status).toBe(200);
});

test('a phone that keeps no count is no copy', async () => {
  const house = await openHouse();
  const browser = await loggedInByName(house, NADIA);
  const phone = new Authenticator(namedOrigin(house), 'does not count');
  await addPasskey(house, browser, { authenticator: phone });
  expect((await elevateBy(browser, phone)).status).toBe(200);
  expect((await elevateBy(browser, phone)).status).toBe(200);
});

test('a stolen password adds no passkey that counts: it waits, and says whom to ask', async () => {
  const house = await openHouse();
  const browser = await loggedInByName(house, NADIA);
  house.clock.skip(25 * HOUR);
  await browser.must('logIn', { body: { email: NADIA, password: PASSWORD } });
  const { authenticator, counts, recoveryCodes } = await addPasskey(house, browser);
  expect({ counts, recoveryCodes }).toEqual({ counts: false, recoveryCodes: null });
  const early = await elevateBy(browser, authenticator);
  expect(early.problem).toMatchObject({ code: 'key-not-confirmed' });
  for (let n = 0; n < 6; n++)
    expect((await elevateBy(browser, authenticator)).problem.code).toBe('key-not-confirmed');
  await confirmAtShell(house, NADIA, RUTH);
  expect((await elevateBy(browser, authenticator)).status).toBe(200);
});

test('a passkey proves her for a second key, and a code for a second passkey; a reset proves nothing', async () => {
  const house = await openHouse();
  const browser = await loggedInByName(house, NADIA);
  const { authenticator } = await addPasskey(house, browser);
  expect((await browser.call('beginPasskey', { body: {} })).problem.code).toBe('code-wrong');
  expect((await browser.call('beginKey', { body: {} })).problem.code).toBe('code-wrong');
  const passkey = await answerOf(browser, authenticator, 'prove');
  const begun = await browser.must('beginKey', { body: { passkey } });
  expect((await browser.call('beginKey', { body: { passkey } })).problem.code).toBe('code-used');
  expect(begun.secret).toMatch(/^[A-Z2-7]{32}$/);
  const usb = await addPasskey(house, browser, {
    name: 'USB key',
    passkey: await answerOf(browser, authenticator, 'prove'),
  });
  expect(usb).toMatchObject({ counts: true, recoveryCodes: null });
  // Who knows her password alone chooses a new one: no full access comes of it, and no key without proof.
  const afterReset = await loggedInByName(house, NADIA);
  expect((await afterReset.must('readSession')).session).toMatchObject({
    elevatedUntil: null,
    keyHolder: true,
  });
  expect((await afterReset.call('beginPasskey', { body: {} })).problem.code).toBe('code-wrong');
  const third = await elevatedLead(house, RUTH);
  const byCode = await addPasskey(house, byName(house, third.browser), { code: third.phone.nextCode() });
  expect(byCode.counts).toBe(true);
});

test('her only passkey lost: a recovery code elevates, adds another and removes the lost one', async () => {
  const house = await openHouse();
  const browser = await loggedInByName(house, NADIA);
  const { keyId, recoveryCodes, authenticator } = await addPasskey(house, browser);
  const [first, second, third] = recoveryCodes!;
  await browser.must('elevate', { body: { code: first! } });
  const next = await addPasskey(house, browser, { name: 'New', code: second! });
  expect(next.counts).toBe(true);
  await browser.must('removeKey', { params: { id: keyId }, body: { code: third! } });
  await house.settled();
  const mailed = house.mails.filter(({ to }) => to === NADIA).map(({ text }) => text);
  expect(mailed.filter((text) => text.includes('A security key was removed'))).toHaveLength(1);
  expect(mailed.filter((text) => text.includes('A recovery code of your account was used'))).toHaveLength(3);
  expect((await elevateBy(browser, authenticator)).problem.code).toBe('code-wrong');
  const renewed = await browser.must('renewRecoveryCodes', {
    body: { passkey: await answerOf(browser, next.authenticator, 'prove') },
  });
  expect(renewed.recoveryCodes).toHaveLength(10);
});

test('she removes a passkey by its own answer, also one that waits; somebody else’s is absent', async () => {
  const house = await openHouse();
  const browser = await loggedInByName(house, NADIA);
  house.clock.skip(25 * HOUR);
  await browser.must('logIn', { body: { email: NADIA, password: PASSWORD } });
  const { keyId, authenticator } = await addPasskey(house, browser);
  const ruth = await loggedInByName(house, RUTH);
  const ruths = await addPasskey(house, ruth);
  const passkey = await answerOf(ruth, ruths.authenticator, 'prove');
  expect((await ruth.call('removeKey', { params: { id: keyId }, body: { passkey } })).status).toBe(404);
  const own = await answerOf(browser, authenticator, 'prove');
  await browser.must('removeKey', { params: { id: keyId }, body: { passkey: own } });
  expect((await browser.must('listKeys')).keys).toEqual([]);
});

test('a passkey cannot be saved twice, by anybody else, or long after it was begun', async () => {
  const house = await openHouse();
  const browser = await loggedInByName(house, NADIA);
  const ruth = await loggedInByName(house, RUTH);
  const { pending, options } = await browser.must('beginPasskey', { body: {} });
  const attestation = new Authenticator(namedOrigin(house)).make(options);
  const body = { pending, name: 'Mine', attestation };
  expect((await ruth.call('savePasskey', { body })).status).toBe(404);
  expect((await browser.call('savePasskey', { body })).status).toBe(200);
  expect((await browser.call('savePasskey', { body })).status).toBe(404);
  const theirs = await ruth.must('beginPasskey', { body: {} });
  const copied = await ruth.call('savePasskey', { body: { ...body, pending: theirs.pending } });
  expect(copied.problem.code).toBe('code-wrong');
  const late = await ruth.must('beginPasskey', { body: {} });
  const made = new Authenticator(namedOrigin(house)).make(late.options);
  house.clock.skip(6 * MINUTE);
  const tooLate = await ruth.call('savePasskey', {
    body: { pending: late.pending, name: 'Mine', attestation: made },
  });
  expect(tooLate.problem.code).toBe('code-wrong');
});

test('under the number of a machine there are no passkeys, and the answer says where there are', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  await addKey(house, browser);
  for (const answered of [
    await browser.call('beginPasskey', { body: {} }),
    await browser.call('beginPasskeyProof', { body: { purpose: 'elevate' } }),
    await browser.call('beginPasskeyLogIn'),
  ])
    expect(answered.problem).toMatchObject({
      code: 'not-valid',
      title: 'Passkeys do not work at this address. Open Heed at http://localhost:3000.',
    });
});

test('neither credential ids nor public keys nor challenges stand readable in the database', async () => {
  const house = await openHouse();
  const browser = await loggedInByName(house, NADIA);
  const { authenticator } = await addPasskey(house, browser);
  const { options } = await browser.must('beginPasskeyProof', { body: { purpose: 'elevate' } });
  const rows = [
    ...(await house.ground.database.read('security_keys')),
    ...(await house.ground.database.read('passkey_challenges')),
    ...(await house.ground.database.read('audit')),
  ] as object[];
  const stored = rows
    .flatMap((row): unknown[] => Object.values(row))
    .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
    .join('\n');
  expect(stored).toContain('passkey');
  for (const secret of [authenticator.id, options.challenge]) expect(stored).not.toContain(secret);
});
