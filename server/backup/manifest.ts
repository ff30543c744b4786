import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { BackupFault } from './backup-fault';
import { putWhole } from './put-whole';

/** The copy of the store in a backup's folder, whatever the engine of the server: a SQLite file. */
export const COPY = 'heed.sqlite';
const MANIFEST = 'manifest.json';

const headSchema = v.object({ seq: v.number(), hash: v.string() });

/** A school, one of two folders, and a name that is no path. */
const filePath = v.pipe(v.string(), v.regex(/^[\w-]+\/(kept|parts)\/[\w-]+$/));

/** What a backup says of itself: enough to find out whether it is whole. No name stands in it. */
const manifestSchema = v.object({
  v: v.literal(1),
  madeAt: v.string(),
  size: v.number(),
  sha256: v.string(),
  /** Sealed files, each by its place below `files/`; backups made before there were files have none. */
  files: v.optional(v.array(v.object({ path: filePath, size: v.number(), sha256: v.string() })), []),
  schools: v.array(
    v.object({ id: v.string(), site: v.string(), concerns: v.number(), auditHead: headSchema }),
  ),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** SHA-256 of a file, hex. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Writes it last: a folder without one is half a backup. */
export function writeManifest(folder: string, manifest: Manifest): void {
  putWhole(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, 0o600);
}

/** Reads a backup's manifest and compares the copy with it. @throws BackupFault where it is not whole */
export async function readWhole(folder: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  const file = join(folder, COPY);
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === manifest.size && (await hashFile(file)) === manifest.sha256) return manifest;
  throw new BackupFault(
    `${folder}: this backup is not whole: ${COPY} is not as it was written. Take another one.`,
  );
}

function readManifest(folder: string): Manifest {
  try {
    return v.parse(manifestSchema, JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')));
  } catch {
    throw new BackupFault(
      `${folder}: this is no whole backup: it has no readable ${MANIFEST}. Give the folder that "backup" wrote.`,
    );
  }
}
