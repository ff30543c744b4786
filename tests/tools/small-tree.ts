import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const HOUSE = resolve(import.meta.dirname, '../..');

/** A project of a few files, for a check to be run on. */
export interface SmallTree {
  root: string;
  write: (path: string, text: string) => void;
  /** Copies files of the house, under the same path. */
  borrow: (...paths: string[]) => void;
  remove: () => void;
}

/** An empty folder with the house's packages. */
export function aSmallTree(files: Record<string, string> = {}): SmallTree {
  const root = mkdtempSync(join(tmpdir(), 'heed-check-'));
  symlinkSync(join(HOUSE, 'node_modules'), join(root, 'node_modules'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    root,
    write,
    borrow: (...paths) => {
      for (const path of paths) cpSync(join(HOUSE, path), join(root, path));
    },
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
