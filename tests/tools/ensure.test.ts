import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { sourceDigest } from '../../tools/ensure/build.mjs';
import { whyInstallFailed } from '../../tools/ensure/install.mjs';
import { findPostgresPrograms } from '../postgres';
import { aSmallTree, HOUSE, type SmallTree } from './small-tree';

let tree: SmallTree | undefined;
afterEach(() => tree?.remove());

test('a build is stale when a source changes, comes or goes, and only then', () => {
  tree = aSmallTree({ 'server/index.ts': 'a', 'docs/ARCHITECTURE.md': 'a' });
  const first = sourceDigest(tree.root);
  tree.write('docs/ARCHITECTURE.md', 'b');
  expect(sourceDigest(tree.root)).toBe(first);
  tree.write('server/index.ts', 'b');
  const second = sourceDigest(tree.root);
  expect(second).not.toBe(first);
  tree.write('client/main.ts', '');
  expect(sourceDigest(tree.root)).not.toBe(second);
});

test('says in one line what to install when sqlite3 cannot be compiled', () => {
  const said = whyInstallFailed('npm error gyp ERR! find Python');
  expect(said).toContain('apt-get install python3 make g++');
  expect(said.split('\n')).toHaveLength(1);
});

test('says that the network is the trouble when it is', () => {
  expect(whyInstallFailed('npm error code ENOTFOUND')).toContain('network');
});

test('a machine without PostgreSQL fails the suite with the way out, instead of skipping it', () => {
  expect(() => findPostgresPrograms([])).toThrow('apt-get install postgresql');
});

const tally = (report: unknown, broken: string) => {
  tree = aSmallTree({ 'tests.json': JSON.stringify(report) });
  const args = [join(HOUSE, 'tools/tally.mjs'), join(tree.root, 'tests.json'), broken];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, lastLine: stdout.trimEnd().split('\n').at(-1) };
};
const suite = (...statuses: string[]) => ({
  name: 'x.test.ts',
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
});

test('the last line of CI adds up every suite', () => {
  const report = { testResults: [suite('passed', 'passed', 'skipped'), suite('passed', 'failed')] };
  expect(tally(report, '1')).toEqual({ status: 1, lastLine: '3 passed, 1 failed, 1 skipped' });
});

test('CI is green only when something ran and nothing failed', () => {
  expect(tally({ testResults: [suite('passed')] }, '0')).toEqual({
    status: 0,
    lastLine: '1 passed, 0 failed, 0 skipped',
  });
  expect(tally({ testResults: [] }, '0')).toEqual({ status: 1, lastLine: '0 passed, 1 failed, 0 skipped' });
  expect(tally({ testResults: [suite('passed')] }, '1')).toEqual({
    status: 1,
    lastLine: '1 passed, 1 failed, 0 skipped',
  });
  const unloadable = { name: 'y.test.ts', status: 'failed', assertionResults: [] };
  expect(tally({ testResults: [unloadable] }, '0')).toEqual({
    status: 1,
    lastLine: '0 passed, 1 failed, 0 skipped',
  });
});
