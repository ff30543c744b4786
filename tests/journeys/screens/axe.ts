import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

export type Violation = AxeResults['violations'][number];

/**
 * What axe-core finds in the open page. It is brought there once and then asked for every look: bringing it takes
 * longer than most of what it is asked.
 * @param within a selector, where only a part of the page is looked at
 */
export async function violationsOf(
  page: Page,
  runOnly: NonNullable<RunOptions['runOnly']>,
  within?: string,
): Promise<Violation[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ options, part }) => (await window.axe!.run(part ?? document, options)).violations,
    { options: { runOnly, resultTypes: ['violations' as const] }, part: within },
  );
}
