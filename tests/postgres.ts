import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, chownSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';

import { delimiter, join } from 'node:path';
import knex from 'knex';
import type { TestProject } from 'vitest/node';
import { openPostgresDatabase } from '../server/storage/database';
import { room } from './room';

/**
 * Brings up PostgreSQL for the `server-postgres` suite: the server that DATABASE_URL names, else a throw-away
 * cluster of the programs found on this machine, else a failure that says why. Never a silent skip.
 */
declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a database that may create further databases: postgres://… */
    postgresUrl: string;
    /** Name of a database there with all migrations and nothing in it, to copy. */
    postgresTemplate: string;
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
  const folder = mkdtempSync(join(room(), 'heed-postgres-'));
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

/**
 * Walks the migrations once for the whole suite; each test then begins with a copy of its own.
 * @returns deletes it again
 */
async function provideTemplate(project: TestProject, url: string): Promise<() => Promise<void>> {
  const name = `heed_template_${randomBytes(8).toString('hex')}`;
  await onServer(url, `create database ${name}`);
  const template = new URL(url);
  template.pathname = `/${name}`;
  const database = openPostgresDatabase(template.href);
  await database.migrate();
  // Nobody may be connected to what is copied.
  await database.close();
  project.provide('postgresUrl', url);
  project.provide('postgresTemplate', name);
  return () => onServer(url, `drop database if exists ${name} with (force)`);
}

/** One statement that stands outside any database of a test. */
export async function onServer(url: string, statement: string): Promise<void> {
  const server = knex({ client: 'pg', connection: url, pool: { min: 0, max: 1 } });
  try {
    await server.raw(statement);
  } finally {
    await server.destroy();
  }
}

/** Vitest's global set-up of the `server-postgres` project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') {
    if (!(await answers(given))) throw new Error('DATABASE_URL is set, but no PostgreSQL answers there.');
    return provideTemplate(project, given);
  }
  const cluster = await startPostgres();
  await provideTemplate(project, cluster.url);
  return cluster.stop;
}
