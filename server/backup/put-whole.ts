import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file so that whatever crashes leaves the old one or the new one whole, on the disk when this returns. */
export function putWhole(file: string, content: Uint8Array | string, mode: number): void {
  const half = `${file}.half`;
  rmSync(half, { force: true });
  const handle = openSync(half, 'wx', mode);
  writeSync(handle, typeof content === 'string' ? Buffer.from(content) : content);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(half, file);
  syncFolder(dirname(file));
}

/** Waits until the names in a folder are on the disk. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
