import { createReadStream } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NotThere, type Content, type Shelf } from './shelf';
import { HALF, syncFolder, writeWhole } from './write-whole';

/** So many bytes are read at once. */
const AT_ONCE = 1024 * 1024;

/** Sealed files in a folder: of this machine, or a disk that several share. */
export class FolderShelf implements Shelf {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  put(path: string, content: Content): Promise<void> {
    return writeWhole(join(this.#folder, path), content);
  }

  async *read(path: string): AsyncGenerator<Buffer> {
    try {
      const stream = createReadStream(join(this.#folder, path), { highWaterMark: AT_ONCE });
      yield* stream as AsyncIterable<Buffer>;
    } catch (fault) {
      throw isGone(fault) ? new NotThere(path) : fault;
    }
  }

  async remove(path: string): Promise<void> {
    await rm(join(this.#folder, path), { force: true });
  }

  async *list(): AsyncGenerator<string> {
    for (const school of await this.#namesIn('.'))
      for (const kind of ['kept', 'parts'])
        for (const name of await this.#namesIn(`${school}/${kind}`))
          if (!name.endsWith(HALF)) yield `${school}/${kind}/${name}`;
  }

  async replace(paths: readonly string[], read: (path: string) => Content, at: string): Promise<void> {
    const bench = `${this.#folder}-restoring`;
    await rm(bench, { recursive: true, force: true });
    for (const path of paths) await writeWhole(join(bench, path), read(path));
    const aside = `${this.#folder}-replaced-${at.replaceAll(/[:.]/g, '-')}`;
    await rename(this.#folder, aside).catch(unlessGone);
    await rename(bench, this.#folder).catch(unlessGone);
    await syncFolder(dirname(this.#folder)).catch(unlessGone);
  }

  async tidy(before: number): Promise<void> {
    const names = await readdir(this.#folder, { recursive: true }).catch(() => []);
    for (const name of names.filter((one) => one.endsWith(HALF))) {
      const half = join(this.#folder, name);
      const found = await stat(half).catch(() => null);
      if (found && found.mtimeMs < before) await rm(half, { force: true });
    }
  }

  #namesIn(path: string): Promise<string[]> {
    return readdir(join(this.#folder, path)).catch(() => []);
  }
}

function isGone(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
}

function unlessGone(fault: unknown): void {
  if (!isGone(fault)) throw fault;
}
