import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readable, openRecord, pickPupil, send, unlock } from '../journeys/deeds';
import { filesWith, killBrowser } from './profile';
import { expectHeldOnce } from './promises';
import { aSharedTablet, JO, reopen } from './tablet-story';

const TEXT = 'What did you see or hear?';
/** Between two keys; a second of typing is at most so many of them, and fewer where the machine is slow. */
const KEY_MS = 50;
const KEYS_OF_ONE_SECOND = 1000 / KEY_MS;
/** How often the browser is killed, and how many keys are pressed before each: 15 seconds of typing and more. */
const KILLS = Number(process.env['HEED_KILLS'] ?? 6);
const LEAST_KEYS = 50;
const MORE_KEYS = 60;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What somebody types in one go: a word that stands nowhere else, then more than there is time for. */
function sentence(round: number): string {
  const words = Array.from({ length: 30 }, (_, at) => `detail${String(round)}x${String(at)}`);
  return ` Zephyrine${String(round)}quill ${words.join(' ')}`;
}

async function textOf(page: Page): Promise<string> {
  return page.getByLabel(TEXT).inputValue();
}

test(`D15: killed ${String(KILLS)} times in mid-keystroke, the draft has all but the last second`, async () => {
  const story = await aSharedTablet(JO);
  const random = randomFrom(20_261_123);
  let { page } = story;
  await unlock(page, 'Jo');
  await openRecord(page);
  await pickPupil(page, 'amira');
  let kept = '';
  for (let round = 0; round < KILLS; round += 1) {
    const keys = LEAST_KEYS + Math.floor(random() * MORE_KEYS);
    const typed = sentence(round).slice(0, keys);
    await page.getByLabel(TEXT).press('Control+End');
    await page.keyboard.type(typed, { delay: KEY_MS });
    await killBrowser(story.profile);
    // What lies there in plain words is found, so what is not found is not there.
    expect(filesWith(story.profile, ['heed-vault'])).not.toEqual([]);
    expect(filesWith(story.profile, [`Zephyrine${String(round)}quill`, `detail${String(round)}x0`])).toEqual(
      [],
    );

    ({ page } = await reopen(story));
    await page.goto(story.server.origin);
    await unlock(page, 'Jo');
    await page.getByRole('link', { name: 'Continue' }).click();
    await page.getByLabel(TEXT).waitFor();
    const found = await textOf(page);
    const all = `${kept}${typed}`;
    expect(all.startsWith(found)).toBe(true);
    expect(all.length - found.length).toBeLessThanOrEqual(KEYS_OF_ONE_SECOND);
    expect(await readable(page)).toMatch(/has not been sent/);
    kept = found;
  }
  await page.getByRole('radio', { name: 'Not yet' }).check();
  await send(page);
  await page
    .getByText(/ref [0-9A-Z]{4}/i)
    .first()
    .waitFor();
  await expectHeldOnce(story.server, kept.trim());
}, 600_000);
