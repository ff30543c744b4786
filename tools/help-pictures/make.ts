/**
 * Takes every picture of help again, from the real screens: `npm run help:pictures`. With words after `--` only the
 * walk-throughs whose name holds them: `npm run help:pictures -- record`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { writeStandIns } from './stand-ins';

const root = join(import.meta.dirname, '../..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const story = ['--project', 'journeys', 'tests/journeys/help-pictures.test.ts'];
const only = process.argv.slice(2).flatMap((words) => ['--testNamePattern', words]);

/** @throws Error when it does not end well */
function run(words: readonly string[]): void {
  const { status } = spawnSync(process.execPath, words, {
    cwd: root,
    stdio: 'inherit',
    // tests/journeys/help-pictures/walk.ts keeps the pictures then.
    env: { ...process.env, HEED_HELP_PICTURES: 'keep' },
  });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${String(status)}`);
}

writeStandIns(join(root, 'docs/help'));
run(['tools/ensure.mjs', 'install', 'build', 'browser']);
run([vitest, 'run', ...story, ...only]);
