import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aConcernAtWork } from '../server/concerns/a-lead-at-work';
import { aPdf, LETTER, PAINTED, SIGNED } from './a-pdf';
import { desktop, firstPage, openBrowser, tablet } from './browser';
import { lendSession } from './deeds';

async function addToRecord(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]) {
  await page.getByText('Amira Khan').first().click();
  await page.getByRole('button', { name: 'Add Action' }).click();
  await page.getByLabel('What did you do or decide?').fill('Her mother brought these.');
  await page.getByRole('button', { name: 'Add a file' }).click();
  await page.locator('input[type=file]').setInputFiles(files);
  for (const { name } of files) await page.getByRole('button', { name: `Remove ${name}` }).waitFor();
  await page.getByRole('button', { name: 'Add to the record' }).click();
}

/** What a script in the frame of the viewer can get hold of. */
const reach = (frame: Frame) =>
  frame.evaluate(async () => {
    const tried = async (what: () => unknown) => {
      try {
        await what();
        return 'reached';
      } catch {
        return 'refused';
      }
    };
    return {
      origin: self.origin,
      record: await tried(() => parent.document.body.innerText),
      cookies: await tried(() => document.cookie),
      storage: await tried(() => localStorage.length),
      school: await tried(() => fetch('/api/session')),
      elsewhere: await tried(() => fetch('https://elsewhere.example/', { mode: 'no-cors' })),
    };
  });

test('a lead reads a letter in the record, page by page, in a frame that reaches nothing around it', async () => {
  const { house, nadia } = await aConcernAtWork({}, { client: 'dist/client' });
  const context = await openBrowser({ viewport: desktop });
  await lendSession(context, nadia);
  const { page, complaints } = await firstPage(context);
  await page.goto(`${house.origin}/alerts`);
  const mimeType = 'application/pdf';
  await addToRecord(page, [
    { name: 'letter.pdf', mimeType, buffer: await aPdf() },
    { name: 'locked.pdf', mimeType, buffer: await aPdf({ userPassword: 'swordfish' }) },
    { name: 'broken.pdf', mimeType, buffer: Buffer.from('%PDF-1.7\nthe rest was lost') },
  ]);

  // Beside the list of alerts there is little room: the two ways to a file stand in one line all the same.
  await page.setViewportSize(tablet);
  const lineOf = async (name: string) => (await page.getByRole('button', { name }).boundingBox())!.y;
  await page.getByRole('button', { name: 'Show letter.pdf' }).waitFor();
  expect(await lineOf('Show letter.pdf')).toBe(await lineOf('Save letter.pdf'));
  await page.setViewportSize(desktop);
  await page.getByRole('button', { name: 'Show letter.pdf' }).click();
  const shown = page.frameLocator('iframe[title="letter.pdf"]');
  await shown.getByRole('region', { name: 'Page 1 of 2' }).getByText(LETTER).waitFor({ state: 'attached' });
  await shown.getByRole('region', { name: 'Page 2 of 2' }).scrollIntoViewIfNeeded();
  await shown.getByText(SIGNED).waitFor({ state: 'attached' });
  const drawn = await shown
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const [x, y] = [canvas.width / 2, canvas.height / 3];
      return [...canvas.getContext('2d')!.getImageData(x, y, 1, 1).data.slice(0, 3)];
    });
  expect(drawn).toEqual(PAINTED);

  // What is moved within the page loads anew: the letter is there again.
  await page.locator('iframe').evaluate((one) => one.parentElement!.insertBefore(one, one.nextSibling));
  await shown.getByText(SIGNED).waitFor({ state: 'detached' });
  await shown.getByText(LETTER).waitFor({ state: 'attached' });

  const frame = page.frames().find((one) => one.url().includes('/viewer/'))!;
  const known = complaints.length;
  expect(await reach(frame)).toEqual({
    origin: 'null',
    record: 'refused',
    cookies: 'refused',
    storage: 'refused',
    school: 'refused',
    elsewhere: 'refused',
  });
  expect(complaints.slice(0, known)).toEqual([]);
  await page.getByRole('button', { name: 'Hide letter.pdf' }).click();
  await page.locator('iframe').waitFor({ state: 'detached' });

  // A viewer that does not come is not waited for by whoever hides it.
  await page.route('**/viewer/assets/*.js', (route) => route.abort());
  await page.getByRole('button', { name: 'Show letter.pdf' }).click();
  await page.getByText('Opening letter.pdf').waitFor();
  await page.getByRole('button', { name: 'Hide letter.pdf' }).click();
  await page.getByText('Opening letter.pdf').waitFor({ state: 'detached' });
  await page.unroute('**/viewer/assets/*.js');

  await page.getByRole('button', { name: 'Show locked.pdf' }).click();
  await page.getByText('This PDF has a password.').waitFor();
  await page.getByRole('button', { name: 'Show broken.pdf' }).click();
  await page.getByText('This PDF could not be shown.').waitFor();
  expect(await page.locator('iframe').count()).toBe(0);

  // A letter that is open falls with everything else, in a frame of its own or not.
  await page.getByRole('button', { name: 'Show letter.pdf' }).click();
  await shown.getByText(LETTER).waitFor({ state: 'attached' });
  await nadia.must('logOutEverywhere');
  await page.locator('iframe').waitFor({ state: 'detached' });
  await expect.poll(() => page.frames().length).toBe(1);
});
