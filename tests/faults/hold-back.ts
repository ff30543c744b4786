import type { BrowserContext, Page } from 'playwright-core';

/** A tab of the same browser that is no page of Heed: it runs nothing by itself. */
export async function aQuietTab(context: BrowserContext, origin: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(`${origin}/icons.svg`);
  await context.pages()[0]!.bringToFront();
  return tab;
}

/**
 * From now on nobody on this device delivers: the one who may (by the outbox's Web Lock) is a tab that does nothing.
 * Waits for the delivery that is under way, so that no row stays claimed by a page that is closed in the middle of it.
 */
export async function holdBack(tab: Page): Promise<void> {
  await tab.evaluate(
    () =>
      new Promise<void>((resolve) => {
        void navigator.locks.request('heed-outbox', () => {
          resolve();
          return new Promise<void>((letGo) => Object.assign(globalThis, { letGo }));
        });
      }),
  );
}

/** Whoever comes next may deliver again. */
export async function letGo(tab: Page): Promise<void> {
  await tab.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
}
