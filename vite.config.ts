import { defaultAllowedOrigins, defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { bundleGraph } from './tools/bundle-graph.ts';
import { callTableOfContract } from './tools/call-table.ts';
import { chunkGroups } from './tools/chunk-groups.ts';
import { firstLook } from './tools/first-look.ts';
import { helpSheets } from './tools/help/plugin.ts';
import { inLanguage } from './tools/language/plugin.ts';
import { languageOfBuild } from './tools/language/spoken.ts';
import { manifest } from './tools/manifest.ts';

/** The server that `vite dev` hands its API calls to (tools/dev.mjs starts both). */
const devServer = `http://127.0.0.1:${process.env.PORT ?? '3000'}`;

/** Vite for Heed Authenticator, which has a page and a configuration of its own. */
const devAuthenticator = 'http://localhost:5174';

/** HEED_LANGUAGE=cy builds the Welsh client beside the other, which alone is served (decision 0023). */
const language = languageOfBuild(process.env.HEED_LANGUAGE);
const beside = language === 'en-GB' ? '' : `-${language}`;

export default defineConfig({
  root: 'client',
  publicDir: 'public',
  server: {
    host: 'localhost',
    port: 5173,
    strictPort: true,
    // The viewer of PDFs stands in a sandbox without an origin; Vite would refuse it its scripts.
    cors: { origin: [defaultAllowedOrigins, 'null'] },
    proxy: { '/api': { target: devServer }, '/authenticator/': { target: devAuthenticator } },
  },
  build: {
    outDir: `../dist/client${beside}`,
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy has no data: addresses and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
  },
  worker: { format: 'es' },
  plugins: [
    ...inLanguage(language),
    callTableOfContract(),
    firstLook(),
    helpSheets(),
    bundleGraph(`../.stamp/bundle-graph${beside}.json`),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '../sw',
      filename: 'sw.ts',
      // Ours is client/sw-bridge.ts: the plugin's own registration is refused under Trusted Types.
      injectRegister: false,
      manifest: { ...manifest, lang: language },
      injectManifest: {
        // A worker of format "es" is registered as classic and dies on its first import().
        rollupFormat: 'iife',
        sourcemap: false,
        globPatterns: ['**/*.{html,js,css,svg,png,webmanifest}', 'help/sheets.json'],
        // What needs the school for everything loads when it is visited, and fills no classroom tablet.
        globIgnores: [
          '**/set-up/**',
          '**/*.xlsx',
          'sw.js',
          'authenticator/**',
          'viewer/**',
          'assets/{admin,later}-*.js',
          'help/pictures/**',
        ],
      },
    }),
  ],
});
