import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { readSettings, type Settings } from '../../server/env';
import { openGround, type OpenGround } from '../../server/open-ground';
import { importSchool } from '../../server/set-up/import/import-school';
import type { SchoolPlan } from '../../server/set-up/school-plan';
import { aMigratedDatabase } from '../database';
import { waitFor } from '../server/house';
import { Visitor } from '../server/visitor';

/** The built server as its own process, which can be killed as a power cut would. */
export class ServerProcess {
  readonly settings: Settings;
  readonly origin: string;
  readonly #environment: Record<string, string>;
  #process: ChildProcess | null = null;
  #said = '';

  private constructor(environment: Record<string, string>) {
    this.#environment = environment;
    this.settings = readSettings(environment);
    this.origin = this.settings.publicUrl.origin;
  }

  /**
   * A folder with nothing in it: once started, the server prints a set-up link. It is not running yet.
   * @param publicUrl what browsers open, where something stands between them and the server
   * @param more further settings
   */
  static async empty(publicUrl?: string, more: Record<string, string> = {}): Promise<ServerProcess> {
    const folder = mkdtempSync(join(tmpdir(), 'heed-process-'));
    const port = await freePort();
    const server = new ServerProcess({
      DATA_DIR: join(folder, 'data'),
      KEY_DIR: join(folder, 'keys'),
      PORT: String(port),
      PUBLIC_URL: publicUrl ?? `http://127.0.0.1:${String(port)}`,
      LOG_LEVEL: 'error',
      ...more,
    });
    onTestFinished(async () => {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    });
    return server;
  }

  /** The same with a school in it. @param publicUrl, more as in {@link empty} */
  static async withSchool(
    plan: SchoolPlan,
    publicUrl?: string,
    more: Record<string, string> = {},
  ): Promise<ServerProcess> {
    const server = await ServerProcess.empty(publicUrl, more);
    await aMigratedDatabase(server.settings.dataDir);
    await server.look((ground) => importSchool(ground, plan, { actor: 'shell' }));
    return server;
  }

  /** Starts the server and waits until it answers. `faultPoint` makes it kill itself there. */
  async start(faultPoint?: string): Promise<void> {
    if (!existsSync('dist/server/index.js')) throw new Error('build the server first: npm run build');
    const environment = {
      ...process.env,
      ...this.#environment,
      ...(faultPoint ? { HEED_FAULT_POINT: faultPoint } : {}),
    };
    const child = spawn(process.execPath, ['dist/server/index.js'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const note = (chunk: Buffer) => {
      this.#said += chunk.toString();
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    this.#process = child;
    await waitFor(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return true;
      return fetch(`http://127.0.0.1:${String(this.settings.port)}/api/place`).then(
        () => true,
        () => false,
      );
    });
  }

  /** True once the process has ended by itself. */
  get dead(): boolean {
    return this.#process !== null && (this.#process.exitCode !== null || this.#process.signalCode !== null);
  }

  /** Waits until the fault point has killed it. */
  async died(): Promise<void> {
    await waitFor(() => this.dead);
  }

  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || this.dead) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  get said(): string {
    return this.#said;
  }

  visitor(): Visitor {
    return new Visitor(this.origin);
  }

  /** Opens the stopped server's own ground for a look, and closes it again. */
  async look<T>(look: (ground: OpenGround) => Promise<T>): Promise<T> {
    const ground = await openGround(this.settings, { log: pino({ level: 'silent' }) });
    try {
      return await look(ground);
    } finally {
      await ground.close();
    }
  }

  /** Runs a command of the built shell on the same data, beside the server where that runs. */
  async shell(...words: readonly string[]): Promise<{ status: number | null; said: string }> {
    const child = spawn(process.execPath, ['dist/server/shell.js', ...words], {
      env: { ...process.env, ...this.#environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, err, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number | null]>,
    ]);
    return { status, said: out + err };
  }

  /** Mails that became files, oldest first, decoded far enough to find words and links in them. */
  mails(): string[] {
    const folder = join(this.settings.dataDir, 'mail');
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .sort();
    return names.map((name) =>
      readFileSync(join(folder, name), 'utf8')
        .replace(/=\r?\n/g, '')
        .replace(/=3D/g, '='),
    );
  }

  /** Logs a person in by the mailed link, as on their first day. */
  async loggedIn(email: string, password = 'three wet ducks in a row'): Promise<Visitor> {
    const browser = this.visitor();
    await browser.must('askForLink', { body: { email } });
    const link = () => this.mails().find((mail) => mail.includes(email) && /#[\w-]{43}/.test(mail));
    await waitFor(() => link() !== undefined);
    const token = /#([\w-]{43})/.exec(link()!)![1]!;
    await browser.must('choosePassword', { body: { token, password } });
    await browser.must('logIn', { body: { email, password } });
    return browser;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
