import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CLIENT_BUILD } from '../../client/sealing/client-build';

it('envelopes name the version that package.json names', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(CLIENT_BUILD).toBe(version);
});
