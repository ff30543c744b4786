import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readSettings, type Settings } from '../../../server/env';
import { anEmptyDatabase } from '../../database';

/** A new folder that goes with its test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'heed-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Settings of a new machine: nothing in its folders, an empty database. */
export async function aNewMachine(): Promise<Settings> {
  const folder = aFolder();
  const database = await anEmptyDatabase();
  onTestFinished(() => database.drop());
  return readSettings({
    DATA_DIR: join(folder, 'data'),
    KEY_DIR: join(folder, 'keys'),
    LOG_LEVEL: 'silent',
    ...(database.url ? { DATABASE_URL: database.url } : {}),
  });
}
