import { beforeAll, expect, test } from 'vitest';
import { MINUTE } from '../../../server/clock';
import { PASSWORD } from '../house';
import {
  address,
  answerIn,
  atGoogle,
  atMicrosoft,
  goThere,
  openOakfield,
  setting,
  signIn,
  switchOn,
  type Oakfield,
  type Teacher,
} from './oakfield';

let school: Oakfield;
beforeAll(async () => {
  let close = () => Promise.resolve();
  school = await openOakfield({ whenDone: (given) => (close = given) });
  await switchOn(school, setting('microsoft'));
  await switchOn(school, setting('google'));
  return async () => {
    await close();
    await Promise.all(Object.values(school.providers).map((one) => one.close()));
  };
}, 60_000);

const visitor = () => school.house.visitor();
const refusal = 'Nobody can log in here with that account.';
async function mailsTo(teacher: Teacher): Promise<string[]> {
  await school.house.settled();
  return school.house.mails.filter(({ to }) => to === address(teacher)).map(({ text }) => text);
}
const audit = (what: string) => school.house.ground.database.read('audit').where({ what }).orderBy('seq');

test('a teacher signs in with Microsoft, without a password, and has no full access by it', async () => {
  const browser = visitor();
  const { status, reply } = await signIn(school, browser, { as: atMicrosoft('kay') });
  expect(status).toBe(200);
  expect(reply).toMatchObject({
    session: { name: 'kay Reed', email: address('kay'), elevatedUntil: null },
  });
  expect((await browser.must('readSession')).session?.name).toBe('kay Reed');
  const rows = await audit('session.begun');
  expect(JSON.parse(rows.at(-1)!.facts)).toEqual({ first: true, by: 'provider' });
  expect(await mailsTo('kay')).toEqual([expect.stringContaining('your account at Microsoft')]);
  const { links } = await browser.must('listLinks');
  expect(links).toMatchObject([{ provider: 'microsoft', address: address('kay') }]);
});

test('a browser that Microsoft knew already gives a session, and no keys', async () => {
  const browser = visitor();
  school.providers.microsoft.signedInBefore = 60 * MINUTE;
  await signIn(school, browser, { as: atMicrosoft('lou') });
  school.providers.microsoft.signedInBefore = 0;
  expect((await browser.must('listKeys')).needs).toBe('password');
  expect((await browser.call('beginKey', { body: {} })).problem.code).toBe('password-needed');
});

test('her address there may change: only who she is there counts from now on', async () => {
  await signIn(school, visitor(), { as: atMicrosoft('max') });
  const renamed = atMicrosoft('max', {
    email: 'ned@oakfield.example',
    preferred_username: 'x@elsewhere.example',
  });
  const { reply } = await signIn(school, visitor(), { as: renamed });
  expect(reply.session.name).toBe('max Reed');
});

test('somebody else who has her address there by now is refused; she is mailed', async () => {
  await signIn(school, visitor(), { as: atMicrosoft('ola') });
  const browser = visitor();
  const taken = await signIn(school, browser, { as: atMicrosoft('ola', { sub: 'another subject' }) });
  expect(taken.problem).toMatchObject({
    code: 'log-in-failed',
    title: expect.stringContaining(refusal) as string,
  });
  expect(await browser.must('readSession')).toEqual({ session: null });
  expect((await mailsTo('ola')).at(-1)).toContain('Nobody got in');
  expect(JSON.parse((await audit('sign-in.refused')).at(-1)!.facts)).toEqual({
    provider: 'microsoft',
    because: 'other-account',
  });
});

test('who is not known here is refused like a wrong person, and no account is made', async () => {
  const accounts = async () => (await school.house.ground.database.read('accounts')).length;
  const before = await accounts();
  const stranger = atMicrosoft('kay', { sub: 'stranger', email: 'stranger@oakfield.example' });
  const unknown = await signIn(school, visitor(), { as: stranger });
  const wrongDomain = atMicrosoft('kay', { sub: 'guest', email: 'kay@elsewhere.example' });
  const guest = await signIn(school, visitor(), { as: wrongDomain });
  const notProved = await signIn(school, visitor(), { as: atMicrosoft('pia', { xms_edov: false }) });
  const leaver = await leaverSignsIn('vic');
  for (const one of [unknown, guest, notProved, leaver]) {
    expect(one.status).toBe(401);
    expect(Buffer.from(one.bytes).toString()).toBe(Buffer.from(unknown.bytes).toString());
  }
  expect(await accounts()).toBe(before);
});

async function leaverSignsIn(teacher: Teacher) {
  await signIn(school, visitor(), { as: atMicrosoft(teacher) });
  const { staff } = await school.sue.must('listStaff');
  const { id } = staff.find(({ email }) => email === address(teacher))!;
  await school.sue.must('makeChanges', { body: { changes: [{ kind: 'staff.disable', staffId: id }] } });
  return signIn(school, visitor(), { as: atMicrosoft(teacher) });
}

test('Google has to say that the address is hers and of the school’s own domain', async () => {
  const unverified = await signIn(school, visitor(), {
    at: 'google',
    as: atGoogle('pia', { email_verified: false }),
  });
  const foreign = await signIn(school, visitor(), {
    at: 'google',
    as: atGoogle('pia', { hd: 'evil.example' }),
  });
  const privateAccount = await signIn(school, visitor(), {
    at: 'google',
    as: atGoogle('pia', { hd: undefined }),
  });
  for (const one of [unverified, foreign, privateAccount]) expect(one.problem.code).toBe('log-in-failed');
  const right = await signIn(school, visitor(), { at: 'google', as: atGoogle('pia') });
  expect(right.reply.session.name).toBe('pia Reed');
  const moved = await signIn(school, visitor(), {
    at: 'google',
    as: atGoogle('pia', { hd: 'evil.example' }),
  });
  expect(moved.problem.code).toBe('log-in-failed');
});

test('an account of another tenant is refused, whatever it says', async () => {
  const foreign = atMicrosoft('quin', { tid: '11111111-2222-4333-8444-555555555555' });
  expect((await signIn(school, visitor(), { as: foreign })).problem.code).toBe('log-in-failed');
});

test('what the provider sent back works once, in ten minutes, in the browser that began', async () => {
  const browser = visitor();
  const back = await goThere(school, browser, { as: atMicrosoft('quin') });
  const other = visitor();
  await other.must('beginSignIn', { body: { provider: 'microsoft', shared: false } });
  expect((await other.call('finishSignIn', { body: back })).problem.code).toBe('sign-in-over');
  expect((await visitor().call('finishSignIn', { body: back })).problem.code).toBe('sign-in-over');
  const copy = visitor();
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
  expect((await browser.call('finishSignIn', { body: back })).status).toBe(200);
  expect((await copy.call('finishSignIn', { body: back })).problem.code).toBe('sign-in-over');
  expect(await copy.must('readSession')).toEqual({ session: null });
});

test('a code that was used is refused with a new state too', async () => {
  const browser = visitor();
  const first = await goThere(school, browser, { as: atMicrosoft('quin') });
  expect((await browser.call('finishSignIn', { body: first })).status).toBe(200);
  const second = await goThere(school, browser, { as: atMicrosoft('quin') });
  const answered = await browser.call('finishSignIn', { body: { ...second, code: first.code } });
  expect(answered.problem.code).toBe('sign-in-over');
});

test('an answer in the name of another provider is refused', async () => {
  const browser = visitor();
  const back = await goThere(school, browser, { as: atMicrosoft('quin') });
  const mixed = await browser.call('finishSignIn', { body: { ...back, iss: 'https://accounts.google.com' } });
  expect(mixed.problem.code).toBe('log-in-failed');
});

test('who presses Cancel there reads what to do, in our words', async () => {
  const { problem } = await signIn(school, visitor(), { as: null });
  expect(problem).toMatchObject({
    code: 'sign-in-stopped',
    title: expect.stringContaining('stopped') as string,
  });
  expect(JSON.stringify(problem)).not.toContain('access_denied');
});

test('where Microsoft vouches for no address, she links her account once with her password', async () => {
  const rae = await school.house.loggedIn(address('rae'));
  const hers = atMicrosoft('rae', { xms_edov: undefined });
  expect((await signIn(school, visitor(), { as: hers })).problem.code).toBe('log-in-failed');
  const colleague = await proof(rae, 'link', atMicrosoft('sol', { sub: 'a colleague' }));
  expect(colleague.problem.title).toContain('another e-mail address');
  expect((await proof(rae, 'link', hers)).status).toBe(200);
  expect((await signIn(school, visitor(), { as: hers })).reply.session.name).toBe('rae Reed');
  const [link] = (await rae.must('listLinks')).links;
  const sol = await school.house.loggedIn(address('sol'));
  expect((await sol.call('removeLink', { params: { id: link!.id } })).status).toBe(404);
  await rae.must('removeLink', { params: { id: link!.id } });
  // Removed by herself: from now on her address alone does not do, even where it is vouched for.
  expect((await signIn(school, visitor(), { as: atMicrosoft('rae') })).problem.code).toBe('log-in-failed');
  expect((await mailsTo('rae')).at(-1)).toContain('no longer signs you in');
  // All of it stands in what Heed keeps about her; nobody else's does.
  await rae.must('proveAgain', { body: { password: PASSWORD } });
  const kept = await rae.must('downloadKept');
  expect(kept.linkedAccounts).toMatchObject([{ provider: 'microsoft', address: address('rae') }]);
  expect(kept.linkedAccounts[0]?.removed).not.toBeNull();
  const happened = kept.audit.map(({ what }) => what).filter((what) => what.startsWith('sign-in.'));
  expect(happened).toEqual(['sign-in.linked', 'sign-in.removed', 'sign-in.refused']);
  expect((await sol.must('downloadKept')).linkedAccounts).toEqual([]);
});

test('linking needs a password typed just now', async () => {
  const tia = await school.house.loggedIn(address('tia'));
  school.house.clock.skip(6 * MINUTE);
  const answered = await tia.call('beginProof', { body: { provider: 'microsoft', purpose: 'link' } });
  expect(answered.problem.code).toBe('password-needed');
  school.house.clock.skip(-6 * MINUTE);
});

test('removing a link needs the same proof as linking: a session left open takes nobody’s way in', async () => {
  const tia = visitor();
  await signIn(school, tia, { as: atMicrosoft('tia') });
  const [link] = (await tia.must('listLinks')).links;
  const remove = () => tia.call('removeLink', { params: { id: link!.id } });
  school.house.clock.skip(6 * MINUTE);
  expect((await remove()).problem.code).toBe('password-needed');
  expect((await tia.must('listLinks')).links).toHaveLength(1);
  await tia.must('proveAgain', { body: { password: PASSWORD } });
  expect((await remove()).status).toBe(204);
  school.house.clock.skip(-6 * MINUTE);
});

test('without a password she proves herself by signing in there again, and only there', async () => {
  const uma = visitor();
  const stale = school.providers.microsoft;
  stale.signedInBefore = 20 * MINUTE;
  await signIn(school, uma, { as: atMicrosoft('uma') });
  const old = await proof(uma, 'again', atMicrosoft('uma'));
  stale.signedInBefore = 0;
  expect(old.problem.title).toContain('not asked for its password again');
  expect((await proof(uma, 'again', atMicrosoft('lou'))).problem.title).toContain('not the account');
  expect((await uma.must('listKeys')).needs).toBe('password');
  expect((await proof(uma, 'again', atMicrosoft('uma'))).status).toBe(200);
  expect((await uma.must('listKeys')).needs).toBe('nothing');
  await uma.must('beginKey', { body: {} });
  const { audit: own } = await uma.must('downloadKept');
  expect(own.map(({ what }) => what)).toContain('session.proved-again');
});

/** Proves or links in a running session. */
async function proof(
  browser: ReturnType<typeof visitor>,
  purpose: 'again' | 'link',
  as: ReturnType<typeof atMicrosoft>,
) {
  const { house, internet, providers } = school;
  providers.microsoft.who = as;
  const { url } = await browser.must('beginProof', { body: { provider: 'microsoft', purpose } });
  const found = await internet.visit(url, `${house.origin}/sign-in/return`);
  return browser.call('finishProof', { body: answerIn(found) });
}

test('on a shared tablet the provider is told to ask for the password', async () => {
  const ask = async (shared: boolean) =>
    new URL((await visitor().must('beginSignIn', { body: { provider: 'microsoft', shared } })).url)
      .searchParams;
  expect((await ask(true)).get('prompt')).toBe('login');
  const usual = await ask(false);
  expect(usual.get('prompt')).toBe('select_account');
  expect(usual.get('code_challenge_method')).toBe('S256');
  expect(usual.get('client_secret')).toBeNull();
});

test('while the provider is down the log-in page says so, and passwords work', async () => {
  const ned = await school.house.loggedIn(address('ned'));
  const { internet, providers } = school;
  const browser = visitor();
  const back = await goThere(school, browser, { as: atMicrosoft('lou') });
  internet.put('https://login.microsoftonline.com', null);
  expect((await browser.call('finishSignIn', { body: back })).problem.code).toBe('provider-away');
  school.house.clock.skip(6 * MINUTE);
  const begun = await visitor().call('beginSignIn', { body: { provider: 'microsoft', shared: false } });
  expect(begun).toMatchObject({ status: 502, problem: { code: 'provider-away' } });
  const by = { email: address('ned'), password: PASSWORD };
  expect((await ned.must('logIn', { body: by })).session.name).toBe('ned Reed');
  internet.put('https://login.microsoftonline.com', providers.microsoft.origin);
  school.house.clock.skip(-6 * MINUTE);
  expect((await signIn(school, visitor(), { as: atMicrosoft('lou') })).status).toBe(200);
});

test('after ten minutes it is over', async () => {
  const browser = visitor();
  const back = await goThere(school, browser, { as: atMicrosoft('lou') });
  school.house.clock.skip(11 * MINUTE);
  expect((await browser.call('finishSignIn', { body: back })).problem.code).toBe('sign-in-over');
});

test('no state, secret, subject or address stands readable in the database', async () => {
  const rows: unknown[] = [];
  for (const table of [
    'sign_in_providers',
    'sign_in_attempts',
    'provider_identities',
    'pending_changes',
    'audit',
  ])
    rows.push(...((await school.house.ground.database.read(table)) as unknown[]));
  const stored = rows
    .flatMap((row): unknown[] => Object.values(row as object))
    .map((value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
    .join('\n');
  expect(stored).toContain('sign-in.linked');
  for (const secret of ['a secret that only', 'subject-of', '@oakfield.example', 'heed-at-oakfield'])
    expect(stored).not.toContain(secret);
});
