import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, chownSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import knex from 'knex';
import type { TestProject } from 'vitest/node';

/**
 * Brings up PostgreSQL for the `server-postgres` suite: the server that DATABASE_URL names, else a throw-away
 * cluster of the programs found on this machine, else a failure that says why. Never a silent skip.
 */
declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a database that may create further databases: postgres://… */
    postgresUrl: string;
  }
}

/** PostgreSQL refuses to run as root; this is Debian's `nobody`. */
const NOBODY = 65534;
const START_WITHIN_MS = 30_000;

const hasServer = (folder: string): boolean =>
  existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'));

function pgConfigFolder(): string[] {
  try {
    return [
      execFileSync('pg_config', ['--bindir'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim(),
    ];
  } catch {
    return []; // no pg_config on this machine
  }
}

function debianFolders(): string[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(root, version, 'bin'));
}

function likelyFolders(): string[] {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...pgConfigFolder(), ...debianFolders(), ...onPath];
}

/**
 * The folder with initdb and postgres.
 * @throws Error naming what was looked for, when this machine has no PostgreSQL server
 */
export function findPostgresPrograms(folders = likelyFolders()): string {
  const found = folders.find(hasServer);
  if (found === undefined) {
    throw new Error(
      'The server suite must also run on PostgreSQL, and none was found: set DATABASE_URL, or install the server ' +
        '(Debian: apt-get install postgresql). Looked at pg_config --bindir, /usr/lib/postgresql/*/bin and PATH.',
    );
  }
  return found;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

async function answers(url: string): Promise<boolean> {
  const database = knex({ client: 'pg', connection: url, pool: { min: 0, max: 1 } });
  try {
    await database.raw('select 1');
    return true;
  } catch {
    return false; // not listening yet
  } finally {
    await database.destroy();
  }
}

async function untilReady(server: ChildProcess, url: string, said: () => string): Promise<void> {
  const deadline = Date.now() + START_WITHIN_MS;
  while (!(await answers(url))) {
    if (server.exitCode !== null)
      throw new Error(`postgres ended with ${String(server.exitCode)}: ${said()}`);
    if (Date.now() > deadline) throw new Error(`postgres did not answer: ${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

interface Cluster {
  url: string;
  stop: () => Promise<void>;
}

/**
 * A cluster of its own in a temporary folder, listening on a free port of 127.0.0.1, without fsync.
 * As root the programs run as `nobody`, since initdb refuses root.
 */
export async function startPostgres(): Promise<Cluster> {
  const programs = findPostgresPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'heed-postgres-'));
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in asNobody) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'heed', '-A', 'trust', '--no-sync', '--locale=C.UTF-8', '-E', 'UTF8'];
  execFileSync(join(programs, 'initdb'), initdb, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...asNobody,
  });

  const port = await freePort();
  const settings = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'max_connections=200',
  ];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(programs, 'postgres'), args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...asNobody,
  });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-2_000);
  });
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    if (server.exitCode === null) {
      server.kill('SIGINT'); // fast shutdown: ends open sessions
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgres://heed@127.0.0.1:${String(port)}/postgres`;
  try {
    await untilReady(server, url, () => said);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/** Vitest's global set-up of the `server-postgres` project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') {
    if (!(await answers(given))) throw new Error('DATABASE_URL is set, but no PostgreSQL answers there.');
    project.provide('postgresUrl', given);
    return () => Promise.resolve();
  }
  const cluster = await startPostgres();
  project.provide('postgresUrl', cluster.url);
  return cluster.stop;
}
