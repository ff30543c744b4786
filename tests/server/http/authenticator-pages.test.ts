import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
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

test('a server without it says so, and does not answer with Heed', async () => {
  const { origin } = await openHouse({ plan: null, client: aClient({ 'index.html': 'Heed' }) });
  expect((await fetch(`${origin}/authenticator/`)).status).toBe(404);
});
