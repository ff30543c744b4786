import type { Knex } from 'knex';
import { openSqliteDatabase, type Database } from '../storage/database';

const ROWS = 500;
/** SQLite takes at most 32,766 values in a statement. */
const VALUES = 20_000;

/**
 * Copies a whole store, as it stands at one moment, into `heed.sqlite` of an empty folder, while others go on writing.
 * SQLite does it in one statement; from PostgreSQL every table is read in one snapshot.
 */
export async function copyStore(from: Database, folder: string): Promise<void> {
  if (from.dialect === 'sqlite') {
    await from.read.raw('VACUUM INTO ?', [`${folder}/heed.sqlite`]);
    return;
  }
  const to = openSqliteDatabase(folder);
  try {
    await to.migrate();
    await from.read.transaction((snapshot) => copyTables(snapshot, to), {
      isolationLevel: 'repeatable read',
      readOnly: true,
    });
    // One file, and nothing beside it.
    await to.read.raw('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    await to.close();
  }
}

/** Fills an empty PostgreSQL store of the same version from a copy, in one transaction. */
export async function fillStore(to: Database, from: Database): Promise<void> {
  const tables = await tablesOf(from.read);
  await to.write(async (trx) => {
    // A server that was started once has made keys of its own.
    for (const table of [...tables].reverse()) await trx(table).delete();
    for (const table of tables)
      for (let at = 0; ; at += ROWS) {
        const rows: Row[] = await from.read<Row, Row[]>(table).orderByRaw('rowid').limit(ROWS).offset(at);
        await insert(trx, table, rows);
        if (rows.length < ROWS) break;
      }
  });
}

type Row = Record<string, unknown>;

async function copyTables(snapshot: Knex.Transaction, to: Database): Promise<void> {
  for (const table of await tablesOf(to.read)) {
    await snapshot.raw('DECLARE copied NO SCROLL CURSOR FOR SELECT * FROM ??', [table]);
    for (;;) {
      const { rows } = await snapshot.raw<{ rows: Row[] }>(`FETCH ${String(ROWS)} FROM copied`);
      await to.write((trx) => insert(trx, table, rows));
      if (rows.length < ROWS) break;
    }
    await snapshot.raw('CLOSE copied');
  }
}

async function insert(trx: Knex.Transaction, table: string, rows: readonly Row[]): Promise<void> {
  const width = Object.keys(rows[0] ?? {}).length;
  if (width > 0) await trx.batchInsert(table, [...rows], Math.max(1, Math.floor(VALUES / width)));
}

/** Every table of ours, those that others point at first. */
async function tablesOf(sqlite: Knex): Promise<string[]> {
  const names = await sqlite('sqlite_master')
    .where({ type: 'table' })
    .whereNot('name', 'like', 'sqlite_%')
    .whereNot('name', 'like', 'migrations%')
    .orderBy('name')
    .pluck<string[]>('name');
  const points = new Map<string, string[]>();
  for (const name of names) {
    const keys = await sqlite.raw<{ table: string }[]>(`PRAGMA foreign_key_list(${name})`);
    points.set(
      name,
      keys.map(({ table }) => table).filter((table) => table !== name),
    );
  }
  const sorted: string[] = [];
  const visit = (name: string): void => {
    if (sorted.includes(name)) return;
    for (const other of points.get(name) ?? []) visit(other);
    sorted.push(name);
  };
  for (const name of names) visit(name);
  return sorted;
}
