import { extname, resolve } from 'node:path';
import { build, type Rolldown } from 'vite';

/** A file of the page, as the browser is given it. */
export interface PageFile {
  readonly body: string | Buffer;
  readonly type: string;
}

/** Where the files lie below the server's origin. */
export const PAGE_FOLDER = '/bench-page/';

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/**
 * The client's own code without its screens, built as for production, with a handle that a program can call
 * (tools/bench/page/page.ts). Nothing is written to the disk.
 * @returns files by path, `/bench-page/index.html` first of all
 */
export async function buildPage(): Promise<ReadonlyMap<string, PageFile>> {
  const built = (await build({
    configFile: false,
    root: resolve(import.meta.dirname, '../../..'),
    base: PAGE_FOLDER,
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      write: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: resolve(import.meta.dirname, 'page.ts'),
        output: { entryFileNames: 'page.js' },
      },
    },
  })) as Rolldown.RolldownOutput;
  const html = `<!doctype html><meta charset="utf-8"><title>Heed</title><script type="module" src="${PAGE_FOLDER}page.js"></script>`;
  const files = new Map<string, PageFile>([[`${PAGE_FOLDER}index.html`, { body: html, type: 'text/html' }]]);
  for (const output of built.output) {
    const body = output.type === 'chunk' ? output.code : Buffer.from(output.source);
    const type = TYPES[extname(output.fileName)] ?? 'application/octet-stream';
    files.set(PAGE_FOLDER + output.fileName, { body, type });
  }
  return files;
}
