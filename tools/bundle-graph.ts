import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** One script that the build wrote. Files are named as in dist/client. */
export interface BundledChunk {
  file: string;
  isEntry: boolean;
  /** Loaded with it, at once. */
  imports: string[];
  /** Loaded by it, later. */
  dynamicImports: string[];
  /** The sources inside, absolute paths. */
  modules: string[];
}

/**
 * Writes down which chunk imports which, for the budgets of `npm run check`. The file stands outside dist, so that
 * it is neither served nor precached.
 * @param file where to write, relative to Vite's root
 */
export function bundleGraph(file: string): Plugin {
  let target = '';
  return {
    name: 'heed-bundle-graph',
    apply: 'build',
    configResolved(config) {
      target = resolve(config.root, file);
    },
    writeBundle(_options, bundle) {
      const chunks: BundledChunk[] = [];
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        const { fileName, isEntry, imports, dynamicImports, moduleIds } = output;
        chunks.push({ file: fileName, isEntry, imports, dynamicImports, modules: moduleIds });
      }
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, JSON.stringify(chunks, null, 2));
    },
  };
}
