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

/** Starts Chromium without a window. @throws where the machine has none */
export async function openChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: npm run bench fetches one, or set HEED_CHROMIUM');
  return chromium.launch({ executablePath, chromiumSandbox: false, args: ARGUMENTS });
}

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
    await (file ? route.fulfill({ body: file.body, contentType: file.type }) : route.abort());
  });
  const page = await context.newPage();
  await page.goto(`${origin}${PAGE_FOLDER}index.html`);
  await page.waitForFunction(() => 'heedPage' in window);
  return page;
}
