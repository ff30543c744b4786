import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runPackage } from './program';
import { settle, type Report } from './report';
import { projectFiles } from './source-files';

const PROJECTS = /^(protocol|offline|client|sw|authenticator|server|migrations|tests|tools)\/|^[^/]+$/;

/**
 * `tsc -b` over every project. A source without declarations in .stamp/types belongs to no project:
 * nobody checks it, and its decorators reach the browser as they are (toolchain.md, trap 1).
 */
export function checkTypes(root: string): Report {
  const { code, out, err } = runPackage(root, 'ts7/bin/tsc', ['-b', '--pretty', 'false']);
  const faults = (out + err).split('\n').filter((line) => line.trim() !== '');
  if (code !== 0 && faults.length === 0) faults.push(`tsc ended with ${String(code)} and said nothing`);

  const sources = projectFiles(root).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && PROJECTS.test(path),
  );
  if (code === 0) {
    for (const path of sources) {
      if (existsSync(join(root, '.stamp/types', path.replace(/\.ts$/, '.d.ts')))) continue;
      if (path.startsWith('tests/tools/fixtures/')) continue;
      faults.push(`${path}: belongs to no TypeScript project`);
    }
  }
  return settle({ saw: `${String(sources.length)} sources`, count: sources.length, faults });
}
