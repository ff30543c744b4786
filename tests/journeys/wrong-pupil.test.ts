import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aConcernAtWork } from '../server/concerns/a-lead-at-work';
import { BEA, CAL, MovedStory, NADIA } from '../server/concerns/moved-story';
import { flat, readPdf } from '../server/papers/poppler';
import { aPupil } from '../server/school-builder';
import { desktop, firstPage, openBrowser, tablet } from './browser';
import { lendSession } from './deeds';

test('a lead moves a record from Amira to Ben: it falls from her tutor’s screen, and comes to his', async () => {
  const story = await MovedStory.begin({ client: 'dist/client' });
  await story.records();
  const at = async (email: string, path: string, viewport: typeof desktop) => {
    const context = await openBrowser({ viewport });
    await lendSession(context, await story.elevated(email));
    const { page, complaints } = await firstPage(context);
    await page.goto(`${story.house.origin}${path}`);
    return { page, complaints };
  };
  const bea = await at(BEA, '/alerts', tablet);
  await bea.page.getByText('Amira Khan').first().click();
  await bea.page.getByText('Threw a tangerine').last().waitFor();
  const cal = await at(CAL, '/alerts', desktop);
  const nadia = await at(NADIA, `/pupils/${story.pupil('Amira')}`, desktop);
  await nadia.page.locator('a.entry-link').first().click();

  await nadia.page.getByRole('button', { name: 'More' }).click();
  await nadia.page.getByRole('button', { name: 'Wrong pupil' }).click();
  await nadia.page.getByLabel('Find a pupil by name').fill('ben');
  await nadia.page.getByLabel('Who it is').selectOption({ label: 'Ben Lowe, 6A' });
  await nadia.page.locator('#correct-reason').fill('Jo mixed them up.');
  await nadia.page.locator('heed-correct-pupil-dialog button.primary').click();
  await nadia.page.getByText('Jo mixed them up.').waitFor();

  // Nobody presses anything: her screen lets go of it, and his shows it.
  await expect.poll(() => bea.page.getByText('tangerine').count()).toBe(0);
  await expect.poll(() => bea.page.getByText('Amira Khan').count()).toBe(0);
  await cal.page.getByText('Ben Lowe').first().waitFor();

  await nadia.page.goto(`${story.house.origin}/pupils/${story.pupil('Ben')}`);
  await nadia.page.getByText('Threw a tangerine').waitFor();
  const paper = await downloadedPaper(nadia.page);
  expect(paper).toContain('tangerine');
  expect(paper).not.toMatch(/Amira|mixed them up/);
  await nadia.page.goto(`${story.house.origin}/pupils/${story.pupil('Amira')}`);
  await nadia.page.getByRole('heading', { name: 'Amira Khan' }).waitFor();
  await nadia.page.getByText('No records about Amira Khan').waitFor();
  expect(await nadia.page.getByText('tangerine').count()).toBe(0);
  // What is another pupil's now is not there for her: her browser says so of the page that she had open.
  const gone = /404 .*\/api\/concerns\/[\w-]+(\/news)?$/;
  expect(bea.complaints.filter((one) => !gone.test(one))).toEqual([]);
  for (const { complaints } of [cal, nadia]) expect(complaints).toEqual([]);
});

/** The chronology of the page that is open, saved as a PDF. */
async function downloadedPaper(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Download PDF' }).click();
  const saving = page.waitForEvent('download');
  await page.locator('heed-download-paper heed-dialog button.primary').click();
  return flat((await readPdf(await readFile(await (await saving).path()))).pages);
}

test('Back from a brother’s page while a reason is being written there: it is kept for him, and bars nobody for her', async () => {
  const contacts = [{ name: 'Sara Khan', relationship: 'Mother', phone: '07700 900001' }];
  const amira = aPupil({ firstName: 'Amira', lastName: 'Khan', contacts });
  const ben = aPupil({ firstName: 'Ben', lastName: 'Khan', contacts, siblingOf: amira.upn! });
  const {
    house,
    nadia,
    tablet: device,
  } = await aConcernAtWork({ pupils: [amira, ben] }, { client: 'dist/client' });
  const roll = (await device.visitor.must('readRoll')).pupils;
  const idOf = (name: string) => roll.find(({ first }) => first === name)!.id;
  const context = await openBrowser({ viewport: tablet });
  await lendSession(context, nadia);
  const { page } = await firstPage(context);
  const bar = async () => {
    await page.getByRole('heading', { name: 'Contacts' }).click();
    await page.getByRole('button', { name: 'Do not contact' }).click();
  };
  const dialog = page.locator('heed-reason-dialog');
  await page.goto(`${house.origin}/pupils/${idOf('Amira')}`);
  await page
    .getByRole('link', { name: /Ben Khan/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Ben Khan' }).waitFor();
  await bar();
  await dialog.locator('textarea').fill('The court has ordered it.');
  await page.goBack();
  await page.getByRole('heading', { name: 'Amira Khan' }).waitFor();
  await dialog.waitFor({ state: 'detached' });
  await bar();
  expect(await dialog.locator('textarea').inputValue()).toBe('');
  await page.keyboard.press('Escape');

  await page.goForward();
  await page.getByRole('heading', { name: 'Ben Khan' }).waitFor();
  await bar();
  expect(await dialog.locator('textarea').inputValue()).toBe('The court has ordered it.');
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'detached' });
  const barred = await house.ground.database.read('pupil_matters').select('pupil_id');
  expect(barred).toEqual([{ pupil_id: idOf('Ben') }]);
});
