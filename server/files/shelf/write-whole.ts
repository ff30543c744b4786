import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Content } from './shelf';

/** What the name of a file ends with until it is whole. */
export const HALF = '.half';

/** Writes a file so that whatever crashes leaves none or a whole one, on the disk with its name when this resolves. */
export async function writeWhole(file: string, content: Content): Promise<void> {
  const folder = dirname(file);
  await makeFolder(folder);
  const half = `${file}.${randomBytes(6).toString('hex')}${HALF}`;
  try {
    const handle = await open(half, 'wx', 0o600);
    try {
      for await (const bytes of content) await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(half, file);
    await syncFolder(folder);
  } catch (fault) {
    await rm(half, { force: true });
    throw fault;
  }
}

/** A new folder's own name has to be on the disk as well, in each folder above it that was made. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made === first || made === dirname(made)) return;
  }
}

/** Waits until the names in a folder are on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
