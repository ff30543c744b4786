import type { Page } from 'playwright-core';

/**
 * A slow network: the school does what it is asked at an address, and its answer is on its way until the story lets it
 * come, or has it lost.
 * @returns ends the wait
 */
export async function holdAnswer(page: Page, address: string): Promise<(how?: 'comes' | 'lost') => void> {
  let end: (how: 'comes' | 'lost') => void = () => undefined;
  const ended = new Promise<'comes' | 'lost'>((resolve) => (end = resolve));
  await page.route(address, async (route) => {
    const response = await route.fetch();
    if ((await ended) === 'lost') await route.abort('connectionreset');
    // A page that has given it up does not take it.
    else await route.fulfill({ response }).catch(() => undefined);
  });
  return (how = 'comes') => end(how);
}
