import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Ground } from '../ground';

/** Where a chunk lies as it came in. @param sha256 of its whole envelope, base64url: one place for the same bytes */
export function partPlace({ settings }: Pick<Ground, 'settings'>, schoolId: string, sha256: string): string {
  return join(settings.filesDir, schoolId, 'parts', sha256);
}

/** Where a whole file lies, sealed. @param place random, base64url */
export function keptPlace({ settings }: Pick<Ground, 'settings'>, schoolId: string, place: string): string {
  return join(settings.filesDir, schoolId, 'kept', place);
}

/**
 * Writes a file so that whatever crashes leaves none or a whole one, on the disk with its name when this resolves.
 * Nothing here holds up the event loop (failures.md, S18).
 * @throws what the disk says; nothing of it is left then (S7)
 */
export async function writeWhole(
  file: string,
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const folder = dirname(file);
  await makeFolder(folder);
  const half = `${file}.${randomBytes(6).toString('hex')}.half`;
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

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
