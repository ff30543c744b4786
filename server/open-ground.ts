import { pino, type Logger } from 'pino';
import { Bell } from './bell';
import { systemClock, type Clock } from './clock';
import type { Settings } from './env';
import { openShelf } from './files/shelf/open-shelf';
import type { Ground } from './ground';
import { makeMissingKeys } from './school/keys';
import { LocalChanges, type Changes } from './storage/changes';
import { openPostgresDatabase, openSqliteDatabase, type Database } from './storage/database';
import { KeyRing } from './storage/key-ring';
import { PostgresChanges } from './storage/postgres-changes';
import { openRootKey } from './storage/root-key';

/** A ground that can be closed again. */
export interface OpenGround extends Ground {
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly clock?: Clock;
  readonly log?: Logger;
  /** PostgreSQL schema, so that tests stand beside each other. */
  readonly schema?: string;
}

/**
 * Opens database, migrations and key ring, in this order.
 * @throws RootKeyMissing when the database holds keys that the root key of KEY_DIR should open.
 */
export async function openGround(settings: Settings, options: OpenOptions = {}): Promise<OpenGround> {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? makeLog(settings);
  const database = openDatabase(settings, options.schema);
  try {
    await database.migrate();
    const anyKey: unknown = await database.read('keys').first('id');
    const root = openRootKey(settings.keyDir, anyKey === undefined);
    const keys = await KeyRing.open(root, clock, database.read);
    const changes = await openChanges(settings, log);
    const ground: Ground = {
      settings,
      clock,
      log,
      database,
      keys,
      changes,
      files: openShelf(settings),
      queued: new Bell(),
      faultPoint: faultPointOf(settings),
    };
    await makeMissingKeys(ground);
    return { ...ground, close: () => closeGround(database, changes) };
  } catch (fault) {
    await database.close();
    throw fault;
  }
}

/** The server's log: one JSON line per event; ids and codes only. */
export function makeLog(settings: Settings): Logger {
  return pino({ level: settings.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

function openDatabase(settings: Settings, schema?: string): Database {
  if (settings.databaseUrl) return openPostgresDatabase(settings.databaseUrl, schema);
  return openSqliteDatabase(settings.dataDir);
}

async function openChanges(settings: Settings, log: Logger): Promise<Changes> {
  if (!settings.databaseUrl) return new LocalChanges();
  const changes = new PostgresChanges(settings.databaseUrl, log);
  await changes.listen();
  return changes;
}

async function closeGround(database: Database, changes: Changes): Promise<void> {
  if (changes instanceof PostgresChanges) await changes.close();
  await database.close();
}

/** Kills the process as a power cut would, at the one point that a test names. */
function faultPointOf(settings: Settings): Ground['faultPoint'] {
  if (!settings.faultPoint) return () => undefined;
  return (name) => {
    if (name === settings.faultPoint) process.kill(process.pid, 'SIGKILL');
  };
}
