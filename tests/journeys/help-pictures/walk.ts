import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { inFewColours } from '../../../tools/help-pictures/few-colours';
import { readPng, writePng } from '../../../tools/help-pictures/png';
import type { PictureSchool } from './picture-school';
import type { Walked } from './story';

const FOLDER = 'docs/help/pictures';

/** Walks a story in the real product. Where `npm run help:pictures` asks for it, every step's picture is kept. */
export async function walk(school: PictureSchool, story: Walked): Promise<void> {
  const page = await story.open(school);
  for (const [picture, deed] of story.steps) {
    const spot = await deed(page, school);
    if (spot) await spot.first().waitFor();
    if (process.env['HEED_HELP_PICTURES'] === 'keep') await keep(page, picture, spot?.first() ?? null);
  }
  await page.context().close();
}

async function keep(page: Page, picture: string, spot: Locator | null): Promise<void> {
  await spot?.evaluate((one) => {
    // A window stands where it is; to bring a part of it into the middle would move what lies behind it.
    const block = one.closest('dialog, heed-dialog') ? 'nearest' : 'center';
    one.scrollIntoView({ block, behavior: 'instant' });
  });
  // What was pressed before this is no longer under the pointer, and nothing blinks.
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await ring(spot, '4px solid #b45309');
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await ring(spot, '');
  writeFileSync(join(FOLDER, `${picture}.png`), writePng(inFewColours(readPng(shot))));
}

/** The one thing in a picture that is not the product's: a ring round what the words speak of. */
async function ring(spot: Locator | null, outline: string): Promise<void> {
  await spot?.evaluate((one, line) => {
    (one as HTMLElement).style.outline = line;
    (one as HTMLElement).style.outlineOffset = line === '' ? '' : '3px';
  }, outline);
}
