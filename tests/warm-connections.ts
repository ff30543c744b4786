import { createRequire } from 'node:module';
import type { Client } from 'pg';

/**
 * A connection that a closed pool gives up stays warm for the next pool on the same database. A new one costs
 * PostgreSQL a process that learns every table anew, and each story opens several: without this, PostgreSQL took 40 %
 * of the processors' time in stories of concerns and of the office; with it 26 %, and the whole an eighth to a sixth
 * less. Pools themselves open and close as the product does it, and whatever ends a connection ends this one too.
 */

/** What knex keeps of one pool. */
interface Pool {
  readonly connectionSettings: { readonly database?: string };
  readonly searchPath?: unknown;
  version?: string | undefined;
  acquireRawConnection: (this: Pool) => Promise<Connection>;
  destroyRawConnection: (this: Pool, connection: Connection) => Promise<void>;
}

/** What knex and pg keep about one connection. */
interface Connection extends Client {
  readonly processID: number;
  __knex__disposed?: unknown;
  ref(): void;
  unref(): void;
}

interface Stock {
  version?: string | undefined;
  readonly idle: Connection[];
}

const { prototype } = createRequire(import.meta.url)('knex/lib/dialects/postgres') as { prototype: Pool };
const { acquireRawConnection, destroyRawConnection } = prototype;

/** By the name of the database; only databases that are lent have one. */
const stocks = new Map<string, Stock>();

const stockOf = ({ connectionSettings, searchPath }: Pool): Stock | undefined =>
  searchPath ? undefined : stocks.get(connectionSettings.database ?? '');

const lives = ({ __knex__disposed }: Connection) => __knex__disposed === undefined;

/** From now on connections to this database stay warm. */
export function keepWarm(database: string): void {
  if (!stocks.has(database)) stocks.set(database, { idle: [] });
}

/** PostgreSQL's processes for the connections that are kept and that no pool has now. */
export function warmProcesses(database: string): number[] {
  return (stocks.get(database)?.idle ?? []).filter(lives).map(({ processID }) => processID);
}

prototype.acquireRawConnection = async function (this: Pool) {
  const stock = stockOf(this);
  let warm = stock?.idle.pop();
  while (warm && !lives(warm)) warm = stock?.idle.pop();
  if (warm) {
    warm.ref();
    this.version ??= stock?.version;
    return warm;
  }
  const connection = await acquireRawConnection.call(this);
  if (stock) stock.version = this.version;
  return connection;
};

prototype.destroyRawConnection = async function (this: Pool, connection: Connection) {
  const stock = stockOf(this);
  if (!stock || !lives(connection) || !(await isAsNew(connection)))
    return destroyRawConnection.call(this, connection);
  connection.unref();
  stock.idle.push(connection);
};

/** No settings, locks, channels or temporary tables stay; a connection with an open transaction is not kept. */
async function isAsNew(connection: Connection): Promise<boolean> {
  try {
    await connection.query('discard all');
    return true;
  } catch {
    return false; // it is on its way out already
  }
}
