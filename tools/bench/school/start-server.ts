import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const READY_WITHIN_MS = 30_000;

/** The built server in a process of its own. */
export interface RunningServer {
  readonly origin: string;
  /** Processor time that it has used so far, ms; null where the system does not tell (only Linux does). */
  cpuMs(): number | null;
  /** Memory that it holds now, MB; null where the system does not tell. */
  residentMb(): number | null;
  /** The most memory that it has held since it started or `forgetPeak`, MB; null where the system does not tell. */
  peakMb(): number | null;
  forgetPeak(): void;
  /** Asks it to end and waits for it. */
  stop(): Promise<void>;
}

/**
 * Starts `dist/server` as `npm start` does, on a free port of this machine.
 * @throws when it does not answer within 30 s, or ends before
 */
export async function startServer(environment: Readonly<Record<string, string>>): Promise<RunningServer> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(ROOT, 'tools/start.cjs')], {
    env: { ...process.env, ...environment, PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: origin },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const kill = () => void child.kill('SIGTERM');
  // Whatever ends this program ends the server too.
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    kill();
    await ended;
  };
  const until = performance.now() + READY_WITHIN_MS;
  while (!(await answers(origin))) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    if (performance.now() > until) {
      await stop();
      throw new Error('the server does not answer');
    }
    await new Promise((next) => setTimeout(next, 50));
  }
  const pid = child.pid ?? 0;
  return {
    origin,
    stop,
    cpuMs: () => cpuOf(pid),
    residentMb: () => memoryOf(pid, 'VmRSS'),
    peakMb: () => memoryOf(pid, 'VmHWM'),
    forgetPeak: () => forgetPeakOf(pid),
  };
}

/** Fields 14 and 15 of /proc/<pid>/stat: ticks of 10 ms in the program and in the kernel for it. */
function cpuOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

/** Lines of /proc/<pid>/status: what it holds now, and the most that it held. */
function memoryOf(pid: number, line: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [, kilobytes] = new RegExp(`^${line}:\\s+(\\d+) kB$`, 'm').exec(status) ?? [];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

/** proc(5), clear_refs: 5 sets the peak back to what is held now. */
function forgetPeakOf(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Then the peak is that of the whole run.
  }
}

async function answers(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/api/bundle`)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}
