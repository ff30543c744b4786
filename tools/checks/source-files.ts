import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const OTHERS = new Set([
  'node_modules',
  'dist',
  'data',
  'data-keys',
  'coverage',
  'bench-results',
  'screenshots',
]);

/**
 * Every file below a folder that belongs to the project, by path.
 * @param root absolute
 * @returns paths relative to root, with "/" between
 */
export function projectFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return [path];
      const skipped =
        entry.name === '.git' || entry.name === '.stamp' || (folder === '' && OTHERS.has(entry.name));
      return skipped ? [] : projectFiles(root, path);
    });
}
