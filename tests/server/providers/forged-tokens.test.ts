import { beforeAll, beforeEach, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../../server/clock';
import { by, openForger, type Forger, type Forgery } from './forger';
import { address, connections, openOakfield, setting, switchOn, type Oakfield } from './oakfield';
import { CLIENT } from './real-provider';

/** Tokens that a right provider never makes, from something that only looks like one. */
let school: Oakfield;
let forger: Forger;
const { issuer } = connections.other;

beforeAll(async () => {
  let close = () => Promise.resolve();
  school = await openOakfield({ whenDone: (given) => (close = given) });
  forger = await openForger(issuer, CLIENT.id);
  school.internet.put(issuer, forger.origin);
  await switchOn(school, setting('other'));
  return async () => {
    await close();
    await Promise.all([forger, ...Object.values(school.providers)].map((one) => one.close()));
  };
}, 60_000);

beforeEach(async () => {
  Object.assign(forger, { description: {}, instead: {}, forgery: {} });
  // Set anew, it is asked anew how it is to be spoken with.
  await switchOn(school, setting('other'));
});

const kay = { email: address('kay'), email_verified: true };

async function signIn(forgery: Forgery) {
  const browser = school.house.visitor();
  const { url } = await browser.must('beginSignIn', { body: { provider: 'other', shared: false } });
  const asked = new URL(url).searchParams;
  Object.assign(forger, { nonce: asked.get('nonce'), forgery });
  const answered = await browser.call('finishSignIn', { body: { state: asked.get('state'), code: 'any' } });
  const { session } = await browser.must('readSession');
  return { status: answered.status, code: answered.problem.code, who: session?.name ?? null };
}

const past = Math.floor((Date.now() - 10 * MINUTE) / SECOND);
const forged: readonly (readonly [string, Forgery])[] = [
  ['another issuer', { claims: { ...kay, iss: 'https://accounts.google.com' } }],
  ['another audience', { claims: { ...kay, aud: 'some other service' } }],
  ['several audiences and no word on whose it is', { claims: { ...kay, aud: [CLIENT.id, 'another'] } }],
  ['another nonce', { claims: { ...kay, nonce: 'A'.repeat(43) } }],
  ['no nonce', { claims: { ...kay, nonce: undefined } }],
  ['an end ten minutes ago', { claims: { ...kay, exp: past } }],
  ['a beginning in an hour', { claims: { ...kay, nbf: past + 4200 } }],
  ['no end', { claims: { ...kay, exp: undefined } }],
  ['no subject', { claims: { ...kay, sub: undefined } }],
  ['a signature by a key that nobody shows', { claims: kay, sign: by.hidden }],
  ['no signature', { claims: kay, header: { alg: 'none' }, sign: by.nobody }],
  [
    'a signature by our own secret',
    { claims: kay, header: { alg: 'HS256' }, sign: by.secret(CLIENT.secret) },
  ],
  ['a key of its own in its header', { claims: kay, header: { kid: 'hidden' }, sign: by.hidden }],
  ['an address that is not proved', { claims: { email: address('kay'), email_verified: 'true' } }],
  ['an address elsewhere', { claims: { email: 'kay@oakfield.example.evil.example', email_verified: true } }],
];

test.each(forged)('a token with %s lets nobody in', async (_, forgery) => {
  expect(await signIn(forgery)).toEqual({ status: 401, code: 'log-in-failed', who: null });
});

test('one that is right in all of that lets her in', async () => {
  expect(await signIn({ claims: kay })).toMatchObject({ status: 200, who: 'kay Reed' });
});

test.each([
  ['sends the server elsewhere for tokens', { token_endpoint: 'http://169.254.169.254/latest' }],
  ['sends the server elsewhere for keys', { jwks_uri: 'https://10.0.0.1/keys' }],
  ['sends people elsewhere', { authorization_endpoint: 'https://evil.example/auth' }],
  ['speaks for another issuer', { issuer: 'https://accounts.google.com' }],
])('a provider that %s is not spoken with', async (_, description) => {
  forger.description = description;
  school.internet.asked.length = 0;
  const { problem } = await school.house
    .visitor()
    .call('beginSignIn', { body: { provider: 'other', shared: false } });
  expect(problem.code).toBe('provider-away');
  expect(school.internet.asked).toEqual([`${issuer}/.well-known/openid-configuration`]);
});

test('a redirect is not followed, and an endless answer is cut off', async () => {
  forger.instead['/token'] = (response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:9/inside' }).end();
  };
  school.internet.asked.length = 0;
  expect(await signIn({ claims: kay })).toMatchObject({ status: 502, code: 'provider-away', who: null });
  expect(school.internet.asked.some((url) => url.includes('inside'))).toBe(false);
  forger.instead['/token'] = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = () => {
      while (response.write('a'.repeat(64 * 1024)));
    };
    response.on('drain', more);
    more();
  };
  expect(await signIn({ claims: kay })).toMatchObject({ status: 502, code: 'provider-away', who: null });
});

test('what is wrong with a provider is said in a word before it is set', async () => {
  const faultOf = async (connection: object) =>
    (await school.sue.must('checkProvider', { body: { connection } })).fault;
  expect(await faultOf(connections.other)).toBeNull();
  expect(await faultOf(connections.microsoft)).toBeNull();
  const nowhere = { provider: 'microsoft', tenant: '00000000-1111-4222-8333-444444444444' };
  expect(await faultOf(nowhere)).toBe('not-found');
  expect(await faultOf({ provider: 'other', issuer: 'https://169.254.169.254' })).toBe('not-allowed');
  forger.description = { issuer: 'https://elsewhere.example' };
  expect(await faultOf(connections.other)).toBe('not-usable');
  school.internet.put(issuer, null);
  expect(await faultOf(connections.other)).toBe('unreachable');
  school.internet.put(issuer, forger.origin);
});
