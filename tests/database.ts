import { randomBytes } from 'node:crypto';
import knex from 'knex';
import { inject } from 'vitest';

/** A database of its own for one test, on the engine that the running suite is for. */
export interface TestDatabase {
  /** Value for DATABASE_URL; undefined means SQLite in DATA_DIR. */
  url: string | undefined;
  /** Ends its sessions and deletes it. */
  drop(): Promise<void>;
}

/**
 * An empty database: on PostgreSQL a new one in the suite's cluster, on SQLite nothing (the file is in DATA_DIR).
 * Call `drop` when the test ends.
 */
export async function anEmptyDatabase(): Promise<TestDatabase> {
  if (process.env['HEED_TEST_DATABASE'] !== 'postgres')
    return { url: undefined, drop: () => Promise.resolve() };
  const url = new URL(inject('postgresUrl'));
  const name = `heed_test_${randomBytes(8).toString('hex')}`;
  await onServer(url.href, `create database ${name}`);
  const server = url.href;
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const server = knex({ client: 'pg', connection: url, pool: { min: 0, max: 1 } });
  try {
    await server.raw(statement);
  } finally {
    await server.destroy();
  }
}
