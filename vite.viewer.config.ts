import { defineConfig } from 'vite';
import { bundleGraph } from './tools/bundle-graph.ts';

/**
 * The page that shows a PDF, an app of its own in a folder of the client's output (decision 22): it runs in a sandbox
 * without an origin, and Heed itself never loads a line of it. Beside it lie the decoders that pdf.js fetches when a
 * scan needs them.
 */
export default defineConfig({
  root: 'client/viewer',
  base: './',
  publicDir: '../../node_modules/pdfjs-dist/wasm',
  build: {
    outDir: '../../dist/client/viewer',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2500,
  },
  plugins: [bundleGraph('../../.stamp/viewer-graph.json')],
});
