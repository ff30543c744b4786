import type { Page } from 'playwright-core';

/** Slow 4G as Lighthouse applies it through the browser: 1.6 Mbit/s and 150 ms round trip, with its own factors; bytes per second. */
export const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 184_320,
  uploadThroughput: 84_375,
};

const FAST = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/** Has a page's network slow from now on. @returns what makes it quick again */
export async function slowDown(page: Page): Promise<() => Promise<void>> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', SLOW_4G);
  return async () => {
    await devTools.send('Network.emulateNetworkConditions', FAST);
    await devTools.detach();
  };
}
