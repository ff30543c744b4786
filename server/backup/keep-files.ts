import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { FolderShelf } from '../files/shelf/folder-shelf';
import { NotThere, type Shelf } from '../files/shelf/shelf';
import { BackupFault } from './backup-fault';
import { hashFile, type Manifest } from './manifest';

/** The folder of sealed files inside a backup's. */
const FILES = 'files';

/** A sealed file of a backup. */
export type KeptFile = Manifest['files'][number];

/**
 * Copies every sealed file, after the store was copied: what a row names is written before the row and goes a day after
 * it is needed no more, so that the copy lacks none of them.
 */
export async function copyFiles(shelf: Shelf, folder: string): Promise<KeptFile[]> {
  const copy = new FolderShelf(join(folder, FILES));
  const kept: KeptFile[] = [];
  for await (const path of shelf.list()) {
    const copied = await copyOne(shelf, copy, path).catch(unlessGone);
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
 * Brings the files of a backup in the place of those that are there, which are kept.
 * @param at names what is put aside
 */
export async function bringFiles(
  folder: string,
  shelf: Shelf,
  files: Manifest['files'],
  at: string,
): Promise<void> {
  const copy = new FolderShelf(join(folder, FILES));
  const paths = files.map(({ path }) => path);
  await shelf.replace(paths, (path) => copy.read(path), at);
}

async function copyOne(from: Shelf, to: Shelf, path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  async function* read(): AsyncGenerator<Buffer> {
    for await (const bytes of from.read(path)) {
      hash.update(bytes);
      size += bytes.length;
      yield bytes;
    }
  }
  await to.put(path, read());
  return { size, sha256: hash.digest('hex') };
}

/** A chunk may go while a backup is made: its file lies whole then. */
function unlessGone(fault: unknown): null {
  if (fault instanceof NotThere) return null;
  throw fault;
}
