import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../server/clock';
import { openHouse, PASSWORD } from '../house';
import { addKey, elevatedLead, Phone } from './phone';
import { confirmAtShell } from './second-person';

const NADIA = 'nadia.shah@oakfield.example';
const RUTH = 'ruth.grey@oakfield.example';

test('the first key within a day of the first log-in counts at once and brings ten recovery codes', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  expect(await browser.must('listKeys')).toEqual({ keys: [], recoveryCodesLeft: 0, needs: 'nothing' });
  const { counts, recoveryCodes } = await addKey(house, browser);
  expect(counts).toBe(true);
  expect(new Set(recoveryCodes)).toHaveProperty('size', 10);
  for (const code of recoveryCodes!) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
  const { session } = await browser.must('readSession');
  expect(session).toMatchObject({ keyHolder: true, elevatedUntil: null });
  expect(session!.may).toContain('elevation.begin');
  const own = await browser.must('listKeys');
  expect(own).toMatchObject({
    recoveryCodesLeft: 10,
    needs: 'code',
    keys: [{ name: 'My phone', counts: true }],
  });
  await house.settled();
  expect(house.mailTo(NADIA).subject).toBe('Your security keys for Heed were changed');
});

test('the page can draw the QR code and offer the same secret as text and link', async () => {
  const house = await openHouse();
  const begun = await (await house.loggedIn(NADIA)).must('beginKey', { body: {} });
  expect(begun.owner).toEqual({ name: 'Nadia Shah', email: NADIA });
  expect(begun.secret).toMatch(/^[A-Z2-7]{32}$/);
  const uri = new URL(begun.uri);
  expect(`${uri.protocol}//${uri.host}`).toBe('otpauth://totp');
  expect(uri.searchParams.get('secret')).toBe(begun.secret);
  expect(uri.searchParams.get('issuer')).toBe('Heed (Oakfield Primary)');
  for (const row of begun.qr) expect(row).toMatch(new RegExp(`^[01]{${String(begun.qr.length)}}$`));
});

test('a wrong code saves nothing and says what to do', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  const begun = await browser.must('beginKey', { body: {} });
  const phone = new Phone(house, begun.secret);
  const save = (code: string) =>
    browser.call('saveKey', { body: { pending: begun.pending, name: 'My phone', code } });
  const wrong = await save(phone.wrongCode());
  expect(wrong.problem).toMatchObject({ code: 'code-wrong', field: 'body.code' });
  expect(wrong.problem.title).toContain('clock');
  expect((await browser.must('listKeys')).keys).toEqual([]);
  expect((await save(phone.code(-1))).status).toBe(200);
});

test('a key that was begun long ago, or by somebody else, cannot be saved', async () => {
  const house = await openHouse();
  const nadia = await house.loggedIn(NADIA);
  const ruth = await house.loggedIn(RUTH);
  const begun = await nadia.must('beginKey', { body: {} });
  const phone = new Phone(house, begun.secret);
  const body = () => ({ pending: begun.pending, name: 'My phone', code: phone.code() });
  expect((await ruth.call('saveKey', { body: body() })).status).toBe(404);
  house.clock.skip(16 * MINUTE);
  expect((await nadia.call('saveKey', { body: body() })).status).toBe(404);
});

test('the password is asked again when the log-in is older than 5 minutes', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  house.clock.skip(6 * MINUTE);
  expect((await browser.must('listKeys')).needs).toBe('password');
  expect((await browser.call('beginKey', { body: {} })).problem.code).toBe('password-needed');
  await browser.must('proveAgain', { body: { password: PASSWORD } });
  expect((await browser.call('beginKey', { body: {} })).status).toBe(200);
});

test('a second key needs a code of the first, and brings no new recovery codes', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  const first = await addKey(house, browser);
  const bare = await browser.call('beginKey', { body: {} });
  expect(bare.problem).toMatchObject({ code: 'code-wrong', field: 'body.code' });
  const second = await addKey(house, browser, { name: 'My tablet', proof: first.phone.nextCode() });
  expect(second).toMatchObject({ counts: true, recoveryCodes: null });
  expect((await browser.must('listKeys')).keys.map((key) => key.name)).toEqual(['My phone', 'My tablet']);
});

test('a recovery code stands for a lost phone, once', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  const { recoveryCodes } = await addKey(house, browser);
  const [code] = recoveryCodes!;
  const typed = `${code!.slice(0, 5)}-${code!.slice(5).toLowerCase()}`;
  expect((await addKey(house, browser, { name: 'New phone', proof: typed })).counts).toBe(true);
  const again = await browser.call('beginKey', { body: { code: typed } });
  expect(again.problem.code).toBe('code-used');
  expect((await browser.must('listKeys')).recoveryCodesLeft).toBe(9);
});

test('a late first key gives no elevation until confirmed, and says whom to ask', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(RUTH);
  house.clock.skip(25 * HOUR);
  await browser.must('logIn', { body: { email: RUTH, password: PASSWORD } });
  const { phone, counts, recoveryCodes, keyId } = await addKey(house, browser);
  expect({ counts, recoveryCodes }).toEqual({ counts: false, recoveryCodes: null });
  expect((await browser.must('readSession')).session!.keyHolder).toBe(false);
  const early = await browser.call('elevate', { body: { code: phone.nextCode() } });
  expect(early.problem.code).toBe('key-not-confirmed');
  expect(early.problem.title).toContain('Nadia Shah');
  expect((await browser.must('readSession')).session!.elevatedUntil).toBeNull();

  expect(await confirmAtShell(house, RUTH, NADIA)).toContain('The key "My phone"');
  expect((await browser.must('listKeys')).keys).toMatchObject([{ id: keyId, counts: true }]);
  await expect(confirmAtShell(house, RUTH, NADIA)).rejects.toThrow('No security key waits');
  const { session } = await browser.must('elevate', { body: { code: phone.nextCode() } });
  expect(session.elevatedUntil).not.toBeNull();
});

test('where two keys wait, the shell has to name one', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(RUTH);
  house.clock.skip(25 * HOUR);
  await browser.must('logIn', { body: { email: RUTH, password: PASSWORD } });
  const hers = await addKey(house, browser, { name: 'My phone' });
  await addKey(house, browser, { name: 'Another phone' });
  await expect(confirmAtShell(house, RUTH, NADIA)).rejects.toThrow(/"My phone"[^]*"Another phone"/);
  await confirmAtShell(house, hers.keyId, NADIA);
  expect((await browser.must('listKeys')).keys.map((key) => key.counts)).toEqual([true, false]);
});

test('a key that waits waits for ever, until a person confirms it: it cannot vouch for the next one', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(RUTH);
  house.clock.skip(25 * HOUR);
  await browser.must('logIn', { body: { email: RUTH, password: PASSWORD } });
  const { phone } = await addKey(house, browser);
  const answer = await browser.call('beginKey', { body: { code: phone.nextCode() } });
  expect(answer.problem.code).toBe('key-not-confirmed');
  expect((await addKey(house, browser, { name: 'Another' })).counts).toBe(false);
});

test('who ever had a key never gets the first-key way again', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  const { phone, keyId } = await addKey(house, browser);
  await browser.must('removeKey', { params: { id: keyId }, body: { code: phone.nextCode() } });
  expect((await browser.must('listKeys')).keys).toEqual([]);
  expect((await addKey(house, browser)).counts).toBe(false);
});

test('of two first keys saved at once, one counts', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  const begun = [await browser.must('beginKey', { body: {} }), await browser.must('beginKey', { body: {} })];
  const saved = await Promise.all(
    begun.map(({ pending, secret }) =>
      browser.must('saveKey', { body: { pending, name: 'Phone', code: new Phone(house, secret).code() } }),
    ),
  );
  expect(saved.map((one) => one.key.counts).sort()).toEqual([false, true]);
});

test('a key is removed by a fresh code only, and never somebody else’s', async () => {
  const house = await openHouse();
  const { browser, phone, keyId } = await elevatedLead(house, NADIA);
  const ruth = await elevatedLead(house, RUTH);
  const remove = (code: string) => browser.call('removeKey', { params: { id: keyId }, body: { code } });
  expect((await remove(phone.wrongCode())).problem.code).toBe('code-wrong');
  const foreign = await ruth.browser.call('removeKey', {
    params: { id: keyId },
    body: { code: ruth.phone.nextCode() },
  });
  expect(foreign.status).toBe(404);
  expect((await remove(phone.nextCode())).status).toBe(204);
  expect((await browser.must('listKeys')).keys).toEqual([]);
  await house.settled();
  expect(house.mailTo(NADIA).text).toContain('A security key was removed');
});

test('removing a lost phone’s key ends full access in the other sessions', async () => {
  const house = await openHouse();
  const { browser, recoveryCodes, keyId } = await elevatedLead(house, NADIA);
  const other = house.visitor();
  await other.must('logIn', { body: { email: NADIA, password: PASSWORD } });
  await other.must('removeKey', { params: { id: keyId }, body: { code: recoveryCodes[0]! } });
  expect((await browser.must('readSession')).session!.elevatedUntil).toBeNull();
});

test('new recovery codes end the old ones', async () => {
  const house = await openHouse();
  const { browser, phone, recoveryCodes } = await elevatedLead(house, NADIA);
  const renewed = await browser.must('renewRecoveryCodes', { body: { code: phone.nextCode() } });
  expect(renewed.recoveryCodes).toHaveLength(10);
  const elevate = (code: string) => browser.call('elevate', { body: { code } });
  expect((await elevate(recoveryCodes[0]!)).problem.code).toBe('code-used');
  expect((await elevate(renewed.recoveryCodes[0]!)).status).toBe(200);
});

test('neither secrets nor recovery codes nor names of keys stand readable in the database', async () => {
  const house = await openHouse();
  const browser = await house.loggedIn(NADIA);
  const begun = await browser.must('beginKey', { body: {} });
  const phone = new Phone(house, begun.secret);
  const { recoveryCodes } = await browser.must('saveKey', {
    body: { pending: begun.pending, name: 'Galaxy of Nadia', code: phone.code() },
  });
  const rows: unknown[] = [];
  for (const table of ['security_keys', 'recovery_codes', 'messages', 'audit']) {
    rows.push(...((await house.ground.database.read(table)) as unknown[]));
  }
  const stored = rows
    .flatMap((row): unknown[] => Object.values(row as object))
    .map((value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
    .join('\n');
  expect(stored).toContain('totp');
  for (const secret of [begun.secret, 'Galaxy of Nadia', ...recoveryCodes!])
    expect(stored).not.toContain(secret);
});
