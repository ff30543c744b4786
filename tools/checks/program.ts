import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** How a package's program ended. */
export interface Ended {
  code: number;
  out: string;
  err: string;
}

const MOST_OUTPUT = 64 * 1024 * 1024;

/**
 * Runs a JavaScript program of an installed package with this Node.
 * @param program path below node_modules
 * @throws Error when it could not be started
 */
export function runPackage(root: string, program: string, args: string[]): Ended {
  const ended = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  });
  if (ended.error) throw ended.error;
  return { code: ended.status ?? 1, out: ended.stdout, err: ended.stderr };
}

/**
 * Runs one of our own programs beside this one.
 * @param program path below root
 * @throws Error when it could not be started
 */
export async function beside(root: string, program: string, args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, program), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code: code ?? 1, out, err };
}
