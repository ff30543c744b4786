import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const IN_MEMORY = '/dev/shm';
/** Houses and browser profiles of a few files at once, with room to spare. */
const ENOUGH_BYTES = 2 * 1024 ** 3;

/**
 * The folder in which stories make theirs: in memory where the machine has that and room in it, since thousands of
 * houses wait for a disk otherwise. Stories about what a disk keeps make their folders elsewhere.
 */
export function room(): string {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    if (bavail * bsize > ENOUGH_BYTES) return IN_MEMORY;
  } catch {
    // No such folder on this machine.
  }
  return tmpdir();
}
