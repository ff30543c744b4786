import { existsSync } from 'node:fs';
import { join } from 'node:path';
import knexPackage from 'knex';
import { isPassing } from './faults';

/** Whether anybody has the SQLite store of this folder open; one that is not there is nobody's. */
export async function isSqliteInUse(dataDir: string): Promise<boolean> {
  const file = join(dataDir, 'heed.sqlite');
  if (!existsSync(file)) return false;
  const db = knexPackage({
    client: 'sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  try {
    // In WAL mode an exclusive lock is to be had only while no other connection is open.
    await db.raw('PRAGMA locking_mode=EXCLUSIVE');
    await db.raw('BEGIN EXCLUSIVE');
    await db.raw('COMMIT');
    return false;
  } catch (fault) {
    // Any other fault: it is damaged beyond opening, and nobody can be using it.
    return isPassing(fault) || String(fault).includes('SQLITE_BUSY');
  } finally {
    await db.destroy();
  }
}

/** Whether anybody else is connected to the PostgreSQL database of this address. */
export async function isPostgresInUse(url: string): Promise<boolean> {
  const db = knexPackage({ client: 'pg', connection: url, pool: { min: 0, max: 1 } });
  try {
    // What PostgreSQL does by itself, such as cleaning up, has no user.
    const { rows } = await db.raw<{ rows: { others: number }[] }>(
      'SELECT count(*)::int AS others FROM pg_stat_activity WHERE datname = current_database() AND usesysid IS NOT NULL AND pid <> pg_backend_pid()',
    );
    return (rows[0]?.others ?? 0) > 0;
  } finally {
    await db.destroy();
  }
}
