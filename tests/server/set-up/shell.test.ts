import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../house';

/** Runs a command of the shell on this house's data, as an administrator of the server does. */
async function runShell(house: TestHouse, ...words: string[]): Promise<void> {
  const { dataDir, keyDir, databaseUrl } = house.settings;
  const env = {
    PATH: process.env['PATH'],
    DATA_DIR: dataDir,
    KEY_DIR: keyDir,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'server/shell.ts', ...words], { env });
}

test('verifying the audit and migrating send nobody’s mail, even where some waits', async () => {
  const house = await openHouse();
  await house.settled();
  await house.house.worker.stop();
  await house.ground.database.write((trx) =>
    trx('messages').update({ state: 'queued', next_try_at: '2020-01-01T00:00:00.000Z', lease_until: null }),
  );
  const folder = join(house.settings.dataDir, 'mail');
  await runShell(house, 'verify-audit');
  await runShell(house, 'migrate');
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  expect(await house.ground.database.read('messages').distinct().pluck('state')).toEqual(['queued']);
}, 60_000);
