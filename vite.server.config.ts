import { defineConfig } from 'vite';

/**
 * The server and its command line, as plain JavaScript in dist/server. Packages stay outside: sqlite3 and argon2
 * find their native parts only from node_modules.
 */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { index: 'server/index.ts', shell: 'server/shell.ts' },
      output: { chunkFileNames: '[name]-[hash].js' },
    },
  },
});
