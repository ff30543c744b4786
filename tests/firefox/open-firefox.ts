import puppeteer, { type Page } from 'puppeteer-core';
import { onTestFinished } from 'vitest';
import { findFirefox } from '../../tools/browsers.mjs';

/** Firefox ESR with a profile of its own; closed when the story ends. */
export async function openFirefox(): Promise<Page> {
  const executablePath = findFirefox();
  if (executablePath === undefined)
    throw new Error('no Firefox here: apt-get install firefox-esr, or HEED_FIREFOX');
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  onTestFinished(() => browser.close());
  return browser.newPage();
}
