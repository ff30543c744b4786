import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { BEA, MovedStory, NADIA, TOM } from '../server/concerns/moved-story';
import { desktop, firstPage, openBrowser, phone, tablet } from './browser';
import { lendSession } from './deeds';

/** One of the things that are done seldom, of the concern that is open. */
async function more(page: Page, way: string): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: way }).click();
}

async function correctWhen(page: Page, day: string, time: string, reason: string): Promise<void> {
  await more(page, 'Correct when it happened');
  await page.locator('#when-day').fill(day);
  await page.locator('#when-time').fill(time);
  await page.locator('#when-reason').fill(reason);
  await page.locator('heed-correct-when-dialog button.primary').click();
  await page.locator('heed-correct-when-dialog').waitFor({ state: 'detached' });
}

test('a lead links two concerns and puts a time right, twice: others see the times, and of the other concern no trace', async () => {
  const story = await MovedStory.begin({ client: 'dist/client' });
  const { origin } = story.house;
  const [amira, ben] = [story.pupil('Amira'), story.pupil('Ben')];
  await story.records();
  const ofBen = await story.records({
    pupils: [{ kind: 'listed', pupilId: ben, shown: 'Ben Lowe' }],
    text: 'Hid behind the shed.',
  });
  const at = async (email: string, path: string, viewport: typeof desktop) => {
    const context = await openBrowser({ viewport });
    await lendSession(context, await story.elevated(email));
    const { page, complaints } = await firstPage(context);
    await page.goto(`${origin}${path}`);
    return { page, complaints };
  };
  const nadia = await at(NADIA, `/pupils/${amira}`, desktop);
  await nadia.page.locator('a.entry-link').first().click();
  await nadia.page.getByText('Threw a tangerine').last().waitFor();

  // Ben's is not among those of the same pupil: it is searched for.
  await more(nadia.page, 'Link with another concern');
  const dialog = nadia.page.locator('heed-link-concern-dialog');
  await nadia.page.locator('#link-find').fill('shed');
  await dialog.getByRole('button', { name: 'Search' }).click();
  await dialog.locator('input[type=radio]').first().check();
  await nadia.page.locator('#link-reason').fill('The same quince, the same afternoon.');
  await dialog.locator('button.primary').click();
  await nadia.page.getByRole('heading', { name: 'Linked concerns' }).waitFor();
  await correctWhen(nadia.page, '2026-11-20', '09:15', 'Jo wrote down the wrong day.');
  await correctWhen(nadia.page, '2026-11-19', '14:30', 'The register says Thursday.');
  await nadia.page.getByText('The register says Thursday.').first().waitFor();
  await nadia.page.getByText('Jo wrote down the wrong day.').first().waitFor();
  const linked = nadia.page.locator('.card', { hasText: 'Linked concerns' }).getByRole('link');
  await linked.first().click();
  await nadia.page.getByText('Hid behind the shed.').last().waitFor();
  await nadia.page.locator('.card', { hasText: 'Linked concerns' }).getByText('Amira Khan').waitFor();

  // Her class team, and a lead who is Ben's uncle: the page of Amira says when it was, and what it said before.
  const trace = /shed|quince|Ben Lowe|linked (concern|with)|end the link/i;
  const others = [await at(BEA, `/pupils/${amira}`, tablet), await at(TOM, `/pupils/${amira}`, phone)];
  for (const { page } of others) {
    await page.getByText('Threw a tangerine').first().waitFor();
    const said = page.locator('.chronology');
    const [first, second] = [/23 Nov 2026.*wrong day/s, /20 Nov 2026.*register says Thursday/s];
    for (const version of [first, second]) expect(await said.innerText()).toMatch(version);
    expect(await said.innerText()).toMatch(/19 Nov/);
    expect(await page.locator('main').innerText()).not.toMatch(trace);
    await page.locator('a.entry-link').first().click();
    await page.getByText('The register says Thursday.').first().waitFor();
    await page.getByText('Jo wrote down the wrong day.').first().waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(trace);
    // Its address says as much as one that never was.
    await page.goto(`${origin}/alerts/${ofBen}`);
    await page.locator('.desk-detail').getByRole('heading', { name: 'This is not here' }).waitFor();
    const gone = await page.locator('.desk-detail').innerText();
    await page.goto(`${origin}/alerts/${story.newId()}`);
    await expect.poll(() => page.locator('.desk-detail').innerText()).toBe(gone);
    expect(gone).not.toMatch(trace);
  }

  // It ends from Ben's side; the history of both keeps that there was one.
  await nadia.page.getByRole('button', { name: 'End the link' }).click();
  await nadia.page.getByLabel('Why?').fill('It was another afternoon.');
  await nadia.page.getByRole('button', { name: 'End it' }).click();
  await nadia.page.getByText('It was another afternoon.').waitFor();
  expect(await nadia.page.getByRole('heading', { name: 'Linked concerns' }).count()).toBe(0);
  await nadia.page.goto(`${origin}/pupils/${amira}`);
  await nadia.page.locator('a.entry-link').first().click();
  await nadia.page.getByText('It was another afternoon.').waitFor();
  await nadia.page.getByText('The same quince, the same afternoon.').waitFor();
  expect(await nadia.page.getByRole('heading', { name: 'Linked concerns' }).count()).toBe(0);
  expect(nadia.complaints).toEqual([]);
  const absent = / 404 /;
  for (const { complaints } of others) expect(complaints.filter((one) => !absent.test(one))).toEqual([]);
});
