import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Runs one check in a process of its own, with its own lines on the terminal. @returns whether it held */
export async function beside(root: string, check: string): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, 'tools/check.mjs'), check], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}
