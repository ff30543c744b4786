import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { authenticatorManifest } from './tools/authenticator-manifest.ts';
import { bundleGraph } from './tools/bundle-graph.ts';

/**
 * Heed Authenticator, an app of its own, built after the client into a folder of its output: the server serves it at
 * /authenticator/. Every address in it is relative, so that a host of its own can serve it as well.
 */
export default defineConfig(({ command }) => ({
  root: 'authenticator',
  // Vite's own server knows no relative base; tools/dev.mjs has it answer behind the client's.
  base: command === 'serve' ? '/authenticator/' : './',
  publicDir: 'public',
  server: { host: 'localhost', port: 5174, strictPort: true, hmr: { clientPort: 5174 } },
  build: {
    outDir: '../dist/client/authenticator',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy has no data: addresses and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  plugins: [
    bundleGraph('../.stamp/authenticator-graph.json'),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'worker',
      filename: 'sw.ts',
      // Ours is authenticator/register-worker.ts: the plugin's own registration is refused under Trusted Types.
      injectRegister: false,
      manifest: authenticatorManifest,
      includeManifestIcons: false,
      injectManifest: {
        rollupFormat: 'iife',
        sourcemap: false,
        globPatterns: ['**/*.{html,js,css,svg,png,webmanifest}'],
        globIgnores: ['sw.js'],
      },
    }),
  ],
}));
