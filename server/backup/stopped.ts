import { existsSync } from 'node:fs';
import { join } from 'node:path';
import knexPackage from 'knex';
import type { Settings } from '../env';
import { isPassing } from '../storage/faults';
import { BackupFault } from './backup-fault';
import { COPY } from './manifest';

/** Nothing may be put under a server that runs. @throws BackupFault while anybody has the store open */
export async function mustBeStopped({ dataDir, databaseUrl }: Settings): Promise<void> {
  const inUse = databaseUrl ? await isPostgresInUse(databaseUrl) : await isFileInUse(join(dataDir, COPY));
  if (inUse) throw new BackupFault('Heed is running on this store. Stop it first, then restore.');
}

async function isFileInUse(file: string): Promise<boolean> {
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
    if (isPassing(fault) || String(fault).includes('SQLITE_BUSY')) return true;
    // Damaged beyond opening: that is why somebody restores.
    return false;
  } finally {
    await db.destroy();
  }
}

async function isPostgresInUse(url: string): Promise<boolean> {
  const db = knexPackage({ client: 'pg', connection: url, pool: { min: 0, max: 1 } });
  try {
    const { rows } = await db.raw<{ rows: { others: number }[] }>(
      'SELECT count(*)::int AS others FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    return (rows[0]?.others ?? 0) > 0;
  } finally {
    await db.destroy();
  }
}
