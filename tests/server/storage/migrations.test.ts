import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openPostgresDatabase, openSqliteDatabase, type Database } from '../../../server/storage/database';
import { anEmptyDatabase } from '../../database';

async function emptyDatabase(): Promise<Database> {
  const given = await anEmptyDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'heed-migrations-'));
  const database = given.url ? openPostgresDatabase(given.url) : openSqliteDatabase(folder);
  onTestFinished(async () => {
    await database.close();
    await given.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  return database;
}

/** Every column of every table, as the engine itself describes them. */
async function shapeOf(database: Database): Promise<string[]> {
  if (database.dialect === 'postgres') {
    const found = await database.read.raw<{ rows: Record<string, string>[] }>(
      `select table_name, column_name, data_type, is_nullable from information_schema.columns
       where table_schema = 'public' order by 1, 2`,
    );
    return found.rows.map((row) => Object.values(row).join(' '));
  }
  const tables = await database.read.raw<{ sql: string }[]>(
    `select sql from sqlite_master where sql is not null order by name`,
  );
  return tables.map((row) => row.sql);
}

const ours = (shape: string[]) =>
  shape.filter((line) => !/migrations/.test(line) && !/sqlite_sequence/.test(line));

test('every migration walks up, down and up again to the same tables', async () => {
  const database = await emptyDatabase();
  await database.migrate();
  const first = ours(await shapeOf(database));
  expect(first.length).toBeGreaterThan(30);
  await database.rollBack();
  expect(ours(await shapeOf(database))).toEqual([]);
  await database.migrate();
  expect(ours(await shapeOf(database))).toEqual(first);
});

test('an older server refuses to start on a newer schema', async () => {
  const database = await emptyDatabase();
  await database.migrate();
  await database.write((trx) =>
    trx('migrations').insert({ name: '29990101000000_later', batch: 9, migration_time: new Date() }),
  );
  await expect(database.migrate()).rejects.toThrow(/29990101000000_later/);
});
