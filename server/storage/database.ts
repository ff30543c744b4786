import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import knexPackage, { type Knex } from 'knex';
import { migrations } from '../../migrations/index';
import { isPassing } from './faults';
import './rows/tables';

/** A transaction that a command writes in; inside it nothing else may touch the database. */
export type Transaction = Knex.Transaction;
/** What a store reads from: the reader pool or the command's own transaction. */
export type Reader = Knex | Knex.Transaction;

/**
 * One database, SQLite or PostgreSQL: a pool of readers and one way to write.
 * SQLite has a single writer connection, because deferred transactions on several fail with SQLITE_BUSY
 * (toolchain.md, trap 4).
 */
export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
  readonly read: Knex;
  /**
   * Runs one command in one transaction. On PostgreSQL it is tried again after a serialisation
   * fault, a deadlock or a lost connection, so it must have no effect outside the transaction.
   */
  write<T>(command: (trx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Runs one statement that is a transaction by itself: the quickest way to have rows on the disk. The engines are
   * asked once instead of three times. On PostgreSQL it is tried again like a command.
   * @returns the rows that the statement gives back
   */
  writeAlone<Row>(sql: string, bindings: readonly Knex.RawBinding[]): Promise<Row[]>;
  /** Walks every migration up. */
  migrate(): Promise<void>;
  /** Walks every migration down; for tests. */
  rollBack(): Promise<void>;
  /** Lets the engine count what its planner goes by, where that has changed; PostgreSQL does it by itself. */
  optimise(): Promise<void>;
  close(): Promise<void>;
}

const pragmas = [
  'journal_mode=WAL',
  'synchronous=FULL',
  'foreign_keys=ON',
  'secure_delete=ON',
  'busy_timeout=5000',
  'trusted_schema=OFF',
  // How many rows of an index are looked at by `PRAGMA optimize` (sqlite.org/lang_analyze.html).
  'analysis_limit=400',
]
  .map((pragma) => `PRAGMA ${pragma};`)
  .join(' ');

interface SqliteConnection {
  exec(sql: string, done: (fault: Error | null) => void): void;
}

function openSqlite(file: string, connections: number): Knex {
  return knexPackage({
    client: 'sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: connections,
      afterCreate: (connection: SqliteConnection, done: (fault: Error | null, c: unknown) => void) =>
        connection.exec(pragmas, (fault) => done(fault, connection)),
    },
  });
}

/**
 * Changes nothing. SQLite's transactions begin as readers, and one that has read cannot write any more once another
 * process has: it fails at once, without waiting. With this first it waits for the other one (`busy_timeout`).
 */
const TAKES_THE_WRITE_LOCK = 'update migrations set batch = batch where 0';

const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(migrations).sort(),
  getMigrationName: (name) => name,
  getMigration: async (name) => {
    const migration = migrations[name];
    if (!migration) throw new Error(`no migration of the name ${name}`);
    return migration;
  },
};
const migrator: Knex.MigratorConfig = { migrationSource, tableName: 'migrations' };

const READERS = 3;

/**
 * One command in one transaction. When the disk is full SQLite has rolled back by itself, and the ROLLBACK that follows
 * fails because nothing is open: the fault that is told is the first one, by which the answer is 507 and not 500.
 */
async function writeSqlite<T>(writer: Knex, command: (trx: Transaction) => Promise<T>): Promise<T> {
  let first: { fault: unknown } | null = null;
  try {
    return await writer.transaction(async (trx) => {
      try {
        await trx.raw(TAKES_THE_WRITE_LOCK);
        return await command(trx);
      } catch (fault) {
        first = { fault };
        throw fault;
      }
    });
  } catch (fault) {
    throw firstOf(first, fault);
  }
}

function firstOf(first: { fault: unknown } | null, fault: unknown): unknown {
  return first ? first.fault : fault;
}

/**
 * SQLite's advice for connections that stay open: `PRAGMA optimize` every hour or so and before closing
 * (sqlite.org/pragma.html#pragma_optimize). It looks at the tables that its own connection has asked, so every one
 * does it; the readers at the same moment, since a pool would hand out the same one again.
 */
async function optimiseSqlite(writer: Knex, readers: Knex): Promise<void> {
  await writer.raw('PRAGMA optimize');
  const one = async (): Promise<void> => {
    await readers.raw('PRAGMA optimize');
  };
  await Promise.all(Array.from({ length: READERS }, one));
}

/** Opens the SQLite file `heed.sqlite` in a folder, making the folder where it is missing. */
export function openSqliteDatabase(dataDir: string): Database {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'heed.sqlite');
  const writer = openSqlite(file, 1);
  const readers = openSqlite(file, READERS);
  return {
    dialect: 'sqlite',
    read: readers,
    write: (command) => writeSqlite(writer, command),
    writeAlone: async <Row>(sql: string, bindings: readonly Knex.RawBinding[]) =>
      (await writer.raw(sql, bindings)) as Row[],
    migrate: () => writer.migrate.latest(migrator),
    rollBack: () => writer.migrate.rollback(migrator, true),
    optimise: () => optimiseSqlite(writer, readers),
    close: async () => {
      // Another process may hold the file; the counts are then a little older, and nothing else.
      await optimiseSqlite(writer, readers).catch(() => undefined);
      await readers.destroy();
      await writer.destroy();
    },
  };
}

const TRIES = 5;

/** Opens a PostgreSQL database by its address; `schema` keeps parallel tests apart. */
export function openPostgresDatabase(url: string, schema?: string): Database {
  const pool = knexPackage({
    client: 'pg',
    connection: url,
    pool: { min: 0, max: 8 },
    ...(schema ? { searchPath: [schema] } : {}),
  });
  return {
    dialect: 'postgres',
    read: pool,
    write: (command) => tryAgain(() => pool.transaction(command)),
    writeAlone: async <Row>(sql: string, bindings: readonly Knex.RawBinding[]) =>
      (await tryAgain(async () => pool.raw(sql, bindings) as Promise<{ rows: Row[] }>)).rows,
    migrate: () => pool.migrate.latest(migrator),
    rollBack: () => pool.migrate.rollback(migrator, true),
    optimise: async () => undefined,
    close: () => pool.destroy(),
  };
}

async function tryAgain<T>(once: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await once();
    } catch (fault) {
      if (tries >= TRIES || !isPassing(fault)) throw fault;
    }
  }
}
