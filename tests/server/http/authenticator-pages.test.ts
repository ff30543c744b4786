import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { authenticatorUrl } from '../../../server/authenticator-address';
import { readSettings } from '../../../server/env';
import { openHouse } from '../house';

function aClient(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'heed-client-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

test('Heed Authenticator has its own page, policy and camera; Heed has none of them', async () => {
  const client = aClient({
    'index.html': 'Heed',
    'authenticator/index.html': 'Codes',
    'authenticator/sw.js': '1',
  });
  const { origin } = await openHouse({ plan: null, client });
  const ask = (path: string) => fetch(`${origin}${path}`, { redirect: 'manual' });

  const codes = await ask('/authenticator/');
  expect(await codes.text()).toBe('Codes');
  expect(codes.headers.get('permissions-policy')).toContain('camera=(self)');
  const policy = codes.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("form-action 'none'");
  expect(policy).toContain('trusted-types lit-html authenticator-worker');

  const heed = await ask('/mine');
  expect(await heed.text()).toBe('Heed');
  expect(heed.headers.get('permissions-policy')).toContain('camera=()');
  expect(heed.headers.get('content-security-policy')).toContain('trusted-types lit-html app-scripts');

  const short = await ask('/authenticator');
  expect([short.status, short.headers.get('location')]).toEqual([302, '/authenticator/']);
  expect((await ask('/authenticator/nothing')).status).toBe(404);
  expect((await ask('/authenticator/sw.js')).headers.get('cache-control')).toBe('no-cache');
});

test('the viewer of a PDF has no origin, takes its own files alone, and stands in Heed alone', async () => {
  const client = aClient({ 'index.html': 'Heed', 'viewer/index.html': 'Pages', 'viewer/jbig2.wasm': '1' });
  const { origin } = await openHouse({ plan: null, client });
  const { headers } = await fetch(`${origin}/viewer/index.html`);
  const policy = headers.get('content-security-policy')?.split('; ');
  expect(policy).toEqual([
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src ${origin}/viewer/ 'wasm-unsafe-eval'`,
    `style-src ${origin}/viewer/`,
    `connect-src ${origin}/viewer/`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ]);
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  const decoder = await fetch(`${origin}/viewer/jbig2.wasm`);
  expect(decoder.headers.get('content-type')).toBe('application/wasm');
  expect(decoder.headers.get('access-control-allow-origin')).toBe('*');

  const heed = await fetch(`${origin}/mine`);
  expect(heed.headers.get('content-security-policy')).toContain("frame-src 'self'");
  expect(heed.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(heed.headers.get('access-control-allow-origin')).toBeNull();
});

test('a server without it says so, and does not answer with Heed', async () => {
  const { origin } = await openHouse({ plan: null, client: aClient({ 'index.html': 'Heed' }) });
  expect((await fetch(`${origin}/authenticator/`)).status).toBe(404);
});

const named = {
  PUBLIC_URL: 'https://heed.oakfield.example',
  SMTP_URL: 'smtp://mail.oakfield.example',
  MAIL_FROM: 'heed@oakfield.example',
};

/** One request under any host name, as no browser's `fetch` may send it. */
async function askAt(origin: string, host: string, path: string, method = 'GET') {
  const sent = request(`${origin}${path}`, { method, headers: { host } }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return { status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString() };
}

test('at a host of its own Heed Authenticator has every address, and nothing else of the server is there', async () => {
  const client = aClient({
    'index.html': 'Heed',
    'authenticator/index.html': 'Codes',
    'authenticator/manifest.webmanifest': '{}',
  });
  const { origin } = await openHouse({ environment: named, client });
  const own = (path: string, method?: string) =>
    askAt(origin, 'authenticator.heed.oakfield.example', path, method);
  const page = await own('/');
  expect(page.text).toBe('Codes');
  expect(page.headers['content-security-policy']).toContain('authenticator-worker');
  expect(page.headers['permissions-policy']).toContain('camera=(self)');
  const clock = await own('/manifest.webmanifest', 'HEAD');
  expect([clock.status, Number.isNaN(Date.parse(clock.headers.date ?? ''))]).toEqual([200, false]);
  for (const path of [
    '/api/place',
    '/api/session',
    '/log-in',
    '/index',
    '/authenticator/',
    '/../api/place',
  ]) {
    expect([path, (await own(path)).status]).toEqual([path, 404]);
  }
  expect((await own('/api/log-in', 'POST')).status).toBe(404);

  const heed = (path: string) => askAt(origin, 'heed.oakfield.example', path);
  expect([(await heed('/')).text, (await heed('/authenticator/')).text]).toEqual(['Heed', 'Codes']);
});

test('a new key is offered the address that the school has chosen for Heed Authenticator', async () => {
  const offered = async (environment: Record<string, string>) => {
    const house = await openHouse({ environment });
    const nadia = await house.loggedIn('nadia.shah@oakfield.example');
    return (await nadia.must('beginKey', { body: {} })).authenticator.url;
  };
  expect(await offered({})).toBe('http://localhost:3000/authenticator/');
  // The school's own address is another one in this story, so nobody logs in there.
  expect(authenticatorUrl(readSettings(named))).toBe('https://heed.oakfield.example/authenticator/');
  const own = readSettings({ ...named, AUTHENTICATOR_HOST: 'own' });
  expect(authenticatorUrl(own)).toBe('https://authenticator.heed.oakfield.example/');
});

test('a host of its own needs an address with a name, and its word is spelled', () => {
  expect(() => readSettings({ AUTHENTICATOR_HOST: 'own' })).toThrow('needs a PUBLIC_URL with a name');
  const numbers = { ...named, PUBLIC_URL: 'https://192.168.1.20', AUTHENTICATOR_HOST: 'own' };
  expect(() => readSettings(numbers)).toThrow('needs a PUBLIC_URL with a name');
  expect(() => readSettings({ ...named, AUTHENTICATOR_HOST: 'yes' })).toThrow('write shared or own');
});
