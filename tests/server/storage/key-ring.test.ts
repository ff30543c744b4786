import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSettings, type SettingsFault } from '../../../server/env';
import { openGround } from '../../../server/open-ground';
import { rotateKey } from '../../../server/school/rotate-key';
import type { Reader } from '../../../server/storage/database';
import { RootKeyMissing } from '../../../server/storage/root-key';
import { openHouse } from '../house';
import { aPupil, aSchool } from '../school-builder';

test('no name of a child or adult and no free text stands readable in the database file', async () => {
  const plan = aSchool({
    pupils: [aPupil({ firstName: 'Zephyrine', lastName: 'Quillfeather', preferredName: 'Zephy' })],
  });
  const { ground, settings } = await openHouse({ plan });
  if (ground.database.dialect === 'sqlite') await ground.database.read.raw('PRAGMA wal_checkpoint(TRUNCATE)');
  const bytes =
    ground.database.dialect === 'sqlite'
      ? Buffer.concat(
          readdirSync(settings.dataDir)
            .filter((name) => name.startsWith('heed.sqlite'))
            .map((name) => readFileSync(join(settings.dataDir, name))),
        )
      : Buffer.from(JSON.stringify(await everyCell(ground.database.read)));
  expect(bytes.length).toBeGreaterThan(10_000);
  for (const word of [
    'Zephyrine',
    'Quillfeather',
    'Zephy',
    'Shah',
    'nadia.shah',
    'Physical injury',
    'Oakfield Primary',
    '2018-03-14',
    'Playground',
  ]) {
    expect(bytes.includes(Buffer.from(word)), word).toBe(false);
    expect(bytes.includes(Buffer.from(word, 'utf16le')), word).toBe(false);
  }
});

async function everyCell(read: Reader): Promise<unknown[]> {
  const tables = await read('information_schema.tables')
    .where({ table_schema: 'public' })
    .pluck<string[]>('table_name');
  const rows = await Promise.all(tables.map((table) => read(table).select('*')));
  return rows
    .flat()
    .map((row: Record<string, unknown>) =>
      Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : value)),
    );
}

test('a sealed cell that was moved to another row does not open', async () => {
  const { ground, schoolId } = await openHouse();
  const cell = ground.keys.seal(schoolId, 'pupils', 'row-1', 'first_name', 'Amira');
  expect(ground.keys.open(schoolId, 'pupils', 'row-1', 'first_name', cell)).toBe('Amira');
  expect(() => ground.keys.open(schoolId, 'pupils', 'row-2', 'first_name', cell)).toThrow();
  expect(() => ground.keys.open(schoolId, 'staff', 'row-1', 'first_name', cell)).toThrow();
});

test('a server whose root key is gone does not open, and does not make a new one', async () => {
  const { settings, ground } = await openHouse();
  rmSync(join(settings.keyDir, 'root.key'));
  await expect(openGround(settings, { log: ground.log })).rejects.toThrow(RootKeyMissing);
});

test('the root key is readable by the server alone', async () => {
  const { settings } = await openHouse();
  expect(statSync(join(settings.keyDir, 'root.key')).mode & 0o777).toBe(0o400);
});

test('a key that only the journal holds still opens after an older backup came back', async () => {
  const { ground, settings, schoolId } = await openHouse();
  const rotated = await rotateKey(ground, schoolId, 'shell');
  await ground.database.write((trx) => trx('keys').where({ id: rotated.id }).delete());
  const restored = await openGround(settings, { log: ground.log });
  onTestFinished(() => restored.close());
  expect(restored.keys.byId(rotated.id)?.key.equals(rotated.key)).toBe(true);
});

test('a key folder inside the data folder is refused at start, with every other fault', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heed-env-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const given = {
    DATA_DIR: folder,
    KEY_DIR: join(folder, 'keys'),
    PORT: 'abc',
    PUBLIC_URL: 'https://heed.school.example',
  };
  try {
    readSettings(given);
    expect.unreachable();
  } catch (fault) {
    expect((fault as SettingsFault).faults.map((line) => line.split(':')[0])).toEqual([
      'PORT',
      'KEY_DIR',
      'SMTP_URL',
      'VAPID_SUBJECT',
    ]);
  }
});
