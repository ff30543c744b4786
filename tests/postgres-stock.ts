import { randomBytes } from 'node:crypto';
import knex, { type Knex } from 'knex';
import { onServer } from './postgres';
import { keepWarm, warmProcesses } from './warm-connections';

/**
 * Databases that this worker has made already and nobody uses now. To make one costs PostgreSQL several hundred
 * files; to empty one again costs a statement.
 */
const free: string[] = [];

/** Which tables a new database holds rows in, and which it does not. */
interface Fresh {
  readonly all: readonly string[];
  readonly filled: readonly string[];
}
let fresh: Fresh | undefined;

/** Where the rows that a new database holds are kept, beside what a test does to them. */
const KEPT = 'as_new';

/** The address of another database on the same server. */
export const named = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};

async function inside<T>(url: string, work: (database: Knex) => Promise<T>): Promise<T> {
  const database = knex({ client: 'pg', connection: url, pool: { min: 0, max: 1 } });
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

async function look(database: Knex): Promise<Fresh> {
  const tables = await database<{ schemaname: string; tablename: string }>('pg_tables')
    .where('schemaname', 'public')
    .select('tablename');
  const all = tables.map(({ tablename }) => tablename);
  const filled: string[] = [];
  for (const table of all) if (await database(table).first()) filled.push(table);
  return { all, filled };
}

async function make(server: string, template: string): Promise<string> {
  const name = `heed_test_${randomBytes(8).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template}`);
  await inside(named(server, name), async (database) => {
    fresh ??= await look(database);
    const copies = fresh.filled.map((table) => `create table ${KEPT}.${table} as table public.${table};`);
    await database.raw(`create schema ${KEPT}; ${copies.join(' ')}`);
  });
  keepWarm(name);
  return name;
}

/**
 * One connection stays with each database of this worker: a new one has to learn every table anew before it can empty
 * it, which takes longer than the emptying. It keeps no process alive.
 */
const cleaners = new Map<string, Knex>();

function cleanerOf(server: string, name: string): Knex {
  const afterCreate = (
    connection: { unref?: () => void },
    done: (fault: null, connection: object) => void,
  ) => {
    connection.unref?.();
    done(null, connection);
  };
  const cleaner =
    cleaners.get(name) ??
    knex({ client: 'pg', connection: named(server, name), pool: { min: 0, max: 1, afterCreate } });
  cleaners.set(name, cleaner);
  return cleaner;
}

/** Ends whoever is still connected, and gives every table the rows back that it had at first. */
async function empty(server: string, name: string, { all, filled }: Fresh): Promise<void> {
  const others = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()';
  const kept = [...warmProcesses(name), 'pg_backend_pid()'].join(', ');
  const restart = `select setval(seqrelid::regclass, seqstart, false) from pg_sequence`;
  await cleanerOf(server, name).raw(
    [
      `${others} and pid not in (${kept})`,
      // Neither foreign keys nor the audit's guard stand in the way of whoever cleans up.
      'set session_replication_role = replica',
      ...all.map((table) => `delete from public.${table}`),
      ...filled.map((table) => `insert into public.${table} select * from ${KEPT}.${table}`),
      restart,
    ].join(';'),
  );
}

/**
 * The name of a database that is as the template is.
 * @param server address of a database that may create others
 */
export async function lend(server: string, template: string): Promise<string> {
  return free.pop() ?? make(server, template);
}

/** Takes a database back that `lend` gave. The next test has it empty. */
export async function takeBack(server: string, name: string): Promise<void> {
  if (fresh) await empty(server, name, fresh);
  free.push(name);
}
