import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

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
