import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { textsOf } from '../reading/said.ts';

/** Languages that the client can be built in. */
export type Language = 'en-GB' | 'cy';

/** Where the words stand, and where the same words stand in Welsh. */
const FOLDERS = [
  ['client/strings/', 'client/strings-cy/'],
  ['protocol/words/', 'protocol/words-cy/'],
] as const;

const IMPORT = /^(?:import|export)(?! type)[^;]*?from '(\.[^']+)'|^import '(\.[^']+)'/gm;
const ELEMENT = /^@customElement\([^)]*\)\s*(?:export )?class (\w+)/gm;

/** The language that HEED_LANGUAGE names. @throws Error with what it may be */
export function languageOfBuild(named: string | undefined): Language {
  if (named === undefined || named === '') return 'en-GB';
  if (named === 'cy' || named === 'en-GB') return named;
  throw new Error(`HEED_LANGUAGE is ${named}: it may be en-GB or cy`);
}

/** The Welsh module that stands in for a module of words, or null where there is none. @param file absolute */
export function inWelsh(root: string, file: string): string | null {
  const path = relative(root, file).split(sep).join('/');
  for (const [english, welsh] of FOLDERS) {
    if (!path.startsWith(english)) continue;
    const spoken = join(root, welsh, path.slice(english.length));
    return existsSync(spoken) ? spoken : null;
  }
  return null;
}

/** Names of the elements that a module defines. */
export function elementsOf(source: string): string[] {
  return [...source.matchAll(ELEMENT)].flatMap(([, name]) => name ?? []);
}

/**
 * The modules of words without Welsh that an element draws from, with all that it imports short of other elements.
 * @param file absolute
 * @returns paths below root, sorted
 */
export function englishWordsOf(root: string, file: string): string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path) || !existsSync(path)) return;
    seen.add(path);
    const source = readFileSync(path, 'utf8');
    const below = relative(root, path).split(sep).join('/');
    if (FOLDERS.some(([english]) => below.startsWith(english))) {
      if (inWelsh(root, path) === null && textsOf(source).length > 0) found.add(below);
      return;
    }
    if (path !== file && elementsOf(source).length > 0) return;
    for (const [, from, alone] of source.matchAll(IMPORT))
      visit(`${resolve(dirname(path), from ?? alone ?? '')}.ts`);
  };
  visit(file);
  return [...found].sort();
}
