import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { BundledChunk } from '../bundle-graph';
import type { Report } from './report';

/** The budgets of the first screen and of what an installed Heed keeps; bytes. */
export const BUDGETS = {
  recordForm: 60_000,
  worker: 20_000,
  precache: 400_000,
  precachedFiles: 40,
  authenticator: 30_000,
};

const RECORD_SCREEN = /\/client\/screens\/record\//;

/** The plain script in the head, which no chunk imports. */
const FIRST_LOOK = 'first-look.js';

const READER = /\/node_modules\/jsqr\//;

const brotli = (file: string): number =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/**
 * All chunks that load when these load.
 * @throws Error when a chunk imports one that the build did not write
 */
export function loadedWith(chunks: BundledChunk[], starts: BundledChunk[]): BundledChunk[] {
  const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]));
  const loaded = new Set<BundledChunk>();
  const visit = (chunk: BundledChunk): void => {
    if (loaded.has(chunk)) return;
    loaded.add(chunk);
    for (const file of chunk.imports) {
      const next = byFile.get(file);
      if (next === undefined) throw new Error(`${chunk.file} imports ${file}, which is not in the build`);
      visit(next);
    }
  };
  starts.forEach(visit);
  return [...loaded];
}

/** Addresses in the precache list that the build wrote into the worker. */
export function precachedUrls(worker: string): string[] {
  return [...worker.matchAll(/["']?url["']?:\s*["'`]([^"'`]+)["'`]/g)].flatMap(([, url]) => url ?? []);
}

const measure = (what: string, is: number, most: number, faults: string[]): string => {
  if (is > most) faults.push(`${what}: ${String(is)} is over ${String(most)}`);
  return `${what} ${String(is)} of ${String(most)}`;
};

function recordForm(root: string, faults: string[]): string {
  const chunks = JSON.parse(readFileSync(join(root, '.stamp/bundle-graph.json'), 'utf8')) as BundledChunk[];
  const entries = chunks.filter(({ isEntry }) => isEntry);
  const screens = chunks.filter(({ modules }) => modules.some((module) => RECORD_SCREEN.test(module)));
  if (entries.length === 0) faults.push('the build has no entry chunk: nothing was measured');
  if (screens.length === 0) faults.push('no chunk holds client/screens/record: its budget was not measured');
  const loaded = loadedWith(chunks, [...entries, ...screens]);
  const files = [...loaded.map(({ file }) => file), FIRST_LOOK];
  const bytes = files.reduce((sum, file) => sum + brotli(join(root, 'dist/client', file)), 0);
  return measure(`record form (${String(files.length)} scripts, brotli)`, bytes, BUDGETS.recordForm, faults);
}

/** What Heed Authenticator loads before it can show a code; its QR reader must not be part of that. */
function authenticator(root: string, faults: string[]): string {
  const graph = readFileSync(join(root, '.stamp/authenticator-graph.json'), 'utf8');
  const chunks = JSON.parse(graph) as BundledChunk[];
  const entries = chunks.filter(({ isEntry }) => isEntry);
  if (entries.length === 0) faults.push('Heed Authenticator has no entry chunk: nothing was measured');
  const loaded = loadedWith(chunks, entries);
  const withReader = loaded.filter(({ modules }) => modules.some((module) => READER.test(module)));
  faults.push(...withReader.map(({ file }) => `Heed Authenticator loads its QR reader at once, in ${file}`));
  const folder = join(root, 'dist/client/authenticator');
  const bytes = loaded.reduce((sum, { file }) => sum + brotli(join(folder, file)), 0);
  return measure('authenticator (brotli)', bytes, BUDGETS.authenticator, faults);
}

/** A script that is kept here is of no use offline when one that it imports is not. */
function strays(root: string, urls: readonly string[]): string[] {
  const chunks = JSON.parse(readFileSync(join(root, '.stamp/bundle-graph.json'), 'utf8')) as BundledChunk[];
  const kept = new Set(urls);
  return chunks
    .filter(({ file }) => kept.has(file))
    .flatMap(({ file, imports }) =>
      imports.filter((one) => !kept.has(one)).map((one) => [file, one] as const),
    )
    .map(([file, one]) => `${file} is precached and imports ${one}, which is not`);
}

/** What the built client weighs. Run it after a build. */
export function checkBudgets(root: string): Report {
  const client = join(root, 'dist/client');
  const faults: string[] = [];
  const form = recordForm(root, faults);
  const worker = measure('worker (brotli)', brotli(join(client, 'sw.js')), BUDGETS.worker, faults);

  const codes = authenticator(root, faults);

  const urls = precachedUrls(readFileSync(join(client, 'sw.js'), 'utf8'));
  const missing = urls.filter((url) => !existsSync(join(client, url)));
  if (urls.length === 0) faults.push('the worker precaches nothing: nothing was measured');
  faults.push(...missing.map((url) => `the worker precaches ${url}, which was not built`));
  faults.push(...strays(root, urls));
  const bytes = urls
    .filter((url) => !missing.includes(url))
    .reduce((sum, url) => sum + gzipSync(readFileSync(join(client, url))).length, 0);
  const files = measure('precached files', urls.length, BUDGETS.precachedFiles, faults);
  const weight = measure('precache (gzip)', bytes, BUDGETS.precache, faults);
  return { saw: [form, worker, codes, files, weight].join('; '), count: urls.length, faults };
}
