import { expect, test } from 'vitest';
import { aConcernAtWork } from '../server/concerns/a-lead-at-work';
import { aConcern } from '../server/tablet';
import { desktop, firstPage, openBrowser } from './browser';
import { lendSession } from './deeds';
import { holdAnswer } from './held-answer';

test.each([
  ['comes', 'You have taken this.'],
  ['is lost', 'Heed cannot be reached. Check the Wi-Fi, then try again.'],
] as const)(
  'a lead takes one concern, and opens another before the answer %s: what is said names the first',
  async (how, said) => {
    const { house, nadia, tablet } = await aConcernAtWork({}, { client: 'dist/client' });
    const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]!.id;
    await tablet.deliver((await tablet.seal(aConcern({ pupilId, text: 'Fell asleep in maths.' }))).bytes);
    await house.settled();
    const context = await openBrowser({ viewport: desktop });
    await lendSession(context, nadia);
    const { page } = await firstPage(context);
    await page.goto(`${house.origin}/alerts`);
    await page.locator('a.alert-row', { hasText: 'bruise' }).click();
    await page.locator('.account', { hasText: 'bruise' }).waitFor();
    const reference = await page.locator('.action-bar .meta').textContent();
    const answer = await holdAnswer(page, '**/take');
    const take = page.getByRole('button', { name: 'I’ll take this' });
    await take.click();
    await page.locator('a.alert-row', { hasText: 'maths' }).click();
    await page.locator('.account', { hasText: 'maths' }).waitFor();
    expect(await take.getAttribute('aria-disabled')).toBe('false');
    answer(how === 'comes' ? how : 'lost');
    const where = how === 'is lost' ? '.pane-foot [role=alert]' : 'heed-live-region [role=status]';
    await expect.poll(() => page.locator(where).innerText()).toBe(`${String(reference)}: ${said}`);
  },
);
