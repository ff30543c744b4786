import { createHash } from 'node:crypto';
import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeWhole } from '../files/folder';
import { BackupFault } from './backup-fault';
import { hashFile, type Manifest } from './manifest';
import { syncFolder } from './put-whole';

/** The folder of sealed files inside a backup's. */
const FILES = 'files';

/** A sealed file of a backup. */
export type KeptFile = Manifest['files'][number];

/**
 * Copies every sealed file, after the store was copied: what a row names is written before the row and goes a day after
 * it is needed no more, so that the copy lacks none of them.
 */
export async function copyFiles(filesDir: string, folder: string): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  for (const path of await listFiles(filesDir)) {
    const copied = await copyOne(join(filesDir, path), join(folder, FILES, path)).catch(unlessGone);
    if (copied) kept.push({ path, ...copied });
  }
  return kept;
}

/** @throws BackupFault where a file is not as it was written */
export async function checkFiles(folder: string, files: Manifest['files']): Promise<void> {
  for (const { path, sha256 } of files) {
    const found = await hashFile(join(folder, FILES, path)).catch(() => null);
    if (found !== sha256)
      throw new BackupFault(`${folder}: this backup is not whole: ${path} is not as it was written.`);
  }
}

/**
 * Brings the files of a backup in the place of those that are there, which are put aside beside them.
 * @param at names what is put aside
 */
export async function bringFiles(
  folder: string,
  filesDir: string,
  files: Manifest['files'],
  at: string,
): Promise<void> {
  const bench = `${filesDir}-restoring`;
  rmSync(bench, { recursive: true, force: true });
  for (const { path } of files) await copyOne(join(folder, FILES, path), join(bench, path));
  if (existsSync(filesDir)) renameSync(filesDir, `${filesDir}-replaced-${at.replaceAll(/[:.]/g, '-')}`);
  if (existsSync(bench)) renameSync(bench, filesDir);
  if (existsSync(dirname(filesDir))) syncFolder(dirname(filesDir));
}

/** School, folder, name: `/` between them whatever the machine. */
async function listFiles(filesDir: string): Promise<string[]> {
  const found: string[] = [];
  const namesIn = (path: string) => readdir(join(filesDir, path)).catch(() => []);
  for (const school of await namesIn('.'))
    for (const kind of ['kept', 'parts'])
      for (const name of await namesIn(`${school}/${kind}`))
        if (!name.endsWith('.half')) found.push(`${school}/${kind}/${name}`);
  return found;
}

async function copyOne(from: string, to: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  async function* read(): AsyncGenerator<Buffer> {
    for await (const bytes of createReadStream(from) as AsyncIterable<Buffer>) {
      hash.update(bytes);
      size += bytes.length;
      yield bytes;
    }
  }
  await writeWhole(to, read());
  return { size, sha256: hash.digest('hex') };
}

/** A chunk may go while a backup is made: its file lies whole then. */
function unlessGone(fault: unknown): null {
  if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null;
  throw fault;
}
