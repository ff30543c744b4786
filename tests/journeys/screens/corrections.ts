import type { Page } from 'playwright-core';
import type { ScreenCase, WillowBank } from './willow-bank';

/** A concern is open at the lead's desk, and one of the things that are done seldom is asked for. */
async function openAndAsk(school: WillowBank, pupil: string, way: string): Promise<Page> {
  const page = await school.looker.page({ visitor: school.lead });
  await page.goto(`${school.house.origin}/alerts`);
  await page.getByText(pupil).first().click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: way }).click();
  return page;
}

/** Words of Mario's record are marked, with a reason. */
async function markWords(school: WillowBank): Promise<Page> {
  const page = await openAndAsk(school, 'Mario', 'Cover a passage');
  const words = page.locator('#cover-text');
  await words.waitFor();
  await words.evaluate((field) => {
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(3, 26);
  });
  await page.getByText('Will be covered: “').waitFor();
  await page.locator('#cover-reason').fill('His coat is no business of the others.');
  return page;
}

/** Sabina's record is searched for, to be linked with Candido's. */
async function findOther(school: WillowBank): Promise<Page> {
  const page = await openAndAsk(school, 'Candido', 'Link with another concern');
  await page.locator('#link-find').fill('girls');
  await page.locator('heed-link-concern-dialog').getByRole('button', { name: 'Search' }).click();
  await page.locator('heed-link-concern-dialog input[type=radio]').last().check();
  return page;
}

/** What a lead puts right in a record. */
export const corrections: readonly ScreenCase[] = [
  {
    name: 'wrong pupil',
    open: async (school) => {
      const page = await openAndAsk(school, 'Candido', 'Wrong pupil');
      await page.getByLabel('Find a pupil by name').fill('joany');
      await page.getByLabel('Who it is').selectOption({ index: 1 });
      await page.locator('heed-correct-pupil-dialog button.primary').click();
      await page.locator('#correct-reason-error').waitFor();
      return page;
    },
  },
  {
    name: 'wrong pupil, of three',
    open: async (school) => {
      const page = await openAndAsk(school, 'Sabina', 'Wrong pupil');
      await page.getByLabel('Which child of the record?').waitFor();
      return page;
    },
  },
  {
    name: 'wrong pupil, somebody who has left',
    open: async (school) => {
      const page = await openAndAsk(school, 'Candido', 'Wrong pupil');
      await page.getByLabel('They have left the school').check();
      await page.getByText('Their file may be at the next school already.').waitFor();
      return page;
    },
  },
  {
    name: 'correct when it happened',
    open: async (school) => {
      const page = await openAndAsk(school, 'Candido', 'Correct when it happened');
      await page.locator('#when-day').fill('2026-11-20');
      await page.locator('heed-correct-when-dialog button.primary').click();
      await page.locator('#when-time-error').waitFor();
      return page;
    },
  },
  {
    name: 'concern with its time corrected',
    open: async (school) => {
      const page = await openAndAsk(school, 'Candido', 'Correct when it happened');
      await page.locator('#when-day').fill('2026-11-20');
      await page.locator('#when-time').fill('10:40');
      await page.locator('#when-reason').fill('It was on Friday: the trip to the museum was on Monday.');
      await page.locator('heed-correct-when-dialog button.primary').click();
      await page.getByText('It was on Friday').first().waitFor();
      return page;
    },
  },
  {
    name: 'link with another concern',
    open: async (school) => {
      const page = await findOther(school);
      await page.locator('heed-link-concern-dialog button.primary').click();
      await page.locator('#link-reason-error').waitFor();
      return page;
    },
  },
  {
    name: 'concern with a link',
    open: async (school) => {
      const page = await findOther(school);
      await page.locator('#link-reason').fill('The same break: Candido was beside the three girls.');
      await page.locator('heed-link-concern-dialog button.primary').click();
      await page.getByRole('heading', { name: 'Linked concerns' }).scrollIntoViewIfNeeded();
      return page;
    },
  },
  {
    name: 'concern of three, from the side of one',
    open: async (school) => {
      const page = await school.looker.page({ visitor: school.lead });
      await page.goto(`${school.house.origin}/alerts`);
      await page.getByText('Sabina').first().click();
      await page.locator('a.pupil-link', { hasText: 'Alba' }).click();
      await page.locator('a.entry-link').last().click();
      await page.getByText('In this concern').waitFor();
      return page;
    },
  },
  { name: 'cover a passage', open: markWords },
  {
    name: 'concern with a passage covered',
    open: async (school) => {
      const page = await markWords(school);
      await page.locator('heed-cover-passage-dialog button.primary').click();
      await page.getByText('[Covered by a lead').last().waitFor();
      return page;
    },
  },
];
