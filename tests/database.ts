import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { onServer } from './postgres';
import { lend, named, takeBack } from './postgres-stock';

/** A database of its own for one test, on the engine that the running suite is for. */
export interface TestDatabase {
  /** Value for DATABASE_URL; undefined means SQLite in DATA_DIR. */
  url: string | undefined;
  /** Ends its sessions and deletes it. */
  drop(): Promise<void>;
}

const onPostgres = () => process.env['HEED_TEST_DATABASE'] === 'postgres';

/**
 * An empty database: on PostgreSQL a new one in the suite's cluster, on SQLite nothing (the file is in DATA_DIR).
 * Call `drop` when the test ends.
 */
export async function anEmptyDatabase(): Promise<TestDatabase> {
  return onPostgres() ? aNewOne() : { url: undefined, drop: () => Promise.resolve() };
}

/**
 * A database that has walked every migration and holds nothing else: a copy of the one that the suite made once.
 * Call `drop` when the test ends.
 * @param dataDir where the server will look for SQLite's file; made where it is missing
 */
export async function aMigratedDatabase(dataDir: string): Promise<TestDatabase> {
  if (onPostgres()) return aLentOne();
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // Suites that open hardly a house have no template, and walk the migrations themselves.
  const template = inject('sqliteTemplate') as string | undefined;
  if (template !== undefined) copyFileSync(template, join(dataDir, 'heed.sqlite'));
  return { url: undefined, drop: () => Promise.resolve() };
}

async function aNewOne(): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `heed_test_${randomBytes(8).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  return { url: named(server, name), drop: () => onServer(server, `drop database ${name} with (force)`) };
}

async function aLentOne(): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = await lend(server, inject('postgresTemplate'));
  return { url: named(server, name), drop: () => takeBack(server, name) };
}
