import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findHeadlessShell } from './tools/browsers.mjs';
import { inLanguage } from './tools/language/plugin.ts';
import { LongestFirst } from './tools/longest-first.ts';

const MINUTE = 60_000;
const chromium = findHeadlessShell();
/** Needs node: even where it stands in a folder that otherwise runs in the browser. */
const nodeOnly = 'tests/**/*.node.test.ts';
/** Needs a browser even where it stands in a folder that also runs in Node. */
const browserOnly = 'tests/**/*.browser.test.ts';

const headlessChromium = playwright({
  launchOptions: {
    ...(chromium === undefined ? {} : { executablePath: chromium }),
    chromiumSandbox: false,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  },
});

/** Every package that tests in the browser reach, directly or through the product. */
const browserPackages = [
  '@hpke/core',
  '@lit/context',
  'fast-check',
  'hash-wasm',
  'idb',
  'jsqr',
  'lit',
  'lit/decorators.js',
  'lit/directives/repeat.js',
  'qrcode',
  'valibot',
  'workbox-precaching',
  'workbox-routing',
];

/** Vitest by itself leaves one core idle, of two. */
const quick = { maxWorkers: 2, testTimeout: MINUTE, hookTimeout: MINUTE };
/**
 * Each test builds a house of its own from nothing, so a worker needs to load the server's modules only once. A third file
 * has the core while another waits for its database.
 */
const inOneWorld = { ...quick, maxWorkers: 3, isolate: false };
/** Whole processes and browsers mostly wait, so three files stand side by side; never beside the quick tests. */
const threeAtATime = { maxWorkers: 3, isolate: false, testTimeout: 3 * MINUTE, hookTimeout: 3 * MINUTE };
/** One profile of Firefox is driven at a time. */
const oneAtATime = { ...threeAtATime, fileParallelism: false };

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/{protocol,tools,authenticator}/**/*.test.ts', nodeOnly],
          exclude: [browserOnly],
          ...quick,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/sqlite.ts'],
          ...inOneWorld,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'server-postgres',
          include: ['tests/server/**/*.test.ts'],
          env: { HEED_TEST_DATABASE: 'postgres' },
          globalSetup: ['tests/postgres.ts'],
          ...inOneWorld,
          // Beside the other engine: what one file waits for, the other may use.
          sequence: { groupOrder: 2 },
        },
      },
      {
        // Named here, since a package that Vite discovers while a test runs reloads the page under that test.
        optimizeDeps: { include: browserPackages },
        test: {
          name: 'chromium',
          include: ['tests/{protocol,offline,client,sw,browser}/**/*.test.ts', browserOnly],
          exclude: [nodeOnly],
          setupFiles: ['tests/old-tablet.setup.ts'],
          ...quick,
          sequence: { groupOrder: 4 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: headlessChromium,
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        // The same screens with Welsh words, as HEED_LANGUAGE=cy builds them.
        plugins: inLanguage('cy'),
        optimizeDeps: { include: browserPackages },
        test: {
          name: 'welsh',
          include: ['tests/welsh/**/*.test.ts'],
          ...quick,
          sequence: { groupOrder: 4 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: headlessChromium,
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'firefox',
          include: ['tests/firefox/**/*.test.ts'],
          ...oneAtATime,
          sequence: { groupOrder: 5 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/sqlite.ts'],
          ...threeAtATime,
          sequence: { groupOrder: 6 },
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/sqlite.ts'],
          ...threeAtATime,
          // Beside the journeys, so that neither ends with one long file alone.
          sequence: { groupOrder: 6 },
        },
      },
    ],
  },
});
