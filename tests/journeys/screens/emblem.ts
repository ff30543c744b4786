import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { WillowBank } from './willow-bank';

/** Opens a page while the school has an emblem; for the pictures after it there is none again. */
export async function withEmblem(school: WillowBank, open: () => Promise<Page>): Promise<Page> {
  const body = new Uint8Array(readFileSync('client/public/icons/heed-192.png'));
  await school.lead.must('setEmblem', { body });
  const page = await open();
  await page.locator('img.emblem').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('img.emblem')?.complete === true);
  await school.lead.must('removeEmblem');
  return page;
}
