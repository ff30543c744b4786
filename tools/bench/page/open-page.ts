import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../../browsers.mjs';
import { buildPage, PAGE_FOLDER, type PageFile } from './build-page';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts Chromium without a window; what its pages store is in memory. @throws where the machine has none */
export async function openChromium(): Promise<Browser> {
  return chromium.launch(launchOptions());
}

/** Starts Chromium with a profile on the disk, where "durable" means what it says. @param folder of the profile */
export async function openProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, launchOptions());
}

function launchOptions() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: npm run bench fetches one, or set HEED_CHROMIUM');
  return { executablePath, chromiumSandbox: false, args: ARGUMENTS };
}

/** Alone in its process, a page has a clock of 5 µs instead of 100. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
};

let files: Promise<ReadonlyMap<string, PageFile>> | null = null;

/**
 * A page of this origin that runs the client's own code under `window.heedPage`. Only the page's files are handed in
 * from here; everything else it asks goes to the server.
 * @param origin of a running server, without a slash at the end
 */
export async function openPage(context: BrowserContext, origin: string): Promise<Page> {
  files ??= buildPage();
  const built = await files;
  await context.route(`${origin}${PAGE_FOLDER}**`, async (route) => {
    const file = built.get(new URL(route.request().url()).pathname);
    const headers = { ...ISOLATED, 'content-type': file?.type ?? '' };
    await (file ? route.fulfill({ body: file.body, headers }) : route.abort());
  });
  const page = await context.newPage();
  await page.goto(`${origin}${PAGE_FOLDER}index.html`);
  await page.waitForFunction(() => 'heedPage' in window);
  return page;
}
