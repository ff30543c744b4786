import type { Page } from 'playwright-core';
import { uuidv7 } from '../../../protocol/identifiers';
import { openConcern } from './desk';
import type { ScreenCase, WillowBank } from './willow-bank';

async function openPupil(school: WillowBank): Promise<Page> {
  const page = await openConcern(school);
  await page.locator('a.pupil-link').first().click();
  return page;
}

const saveDocument = (page: Page) =>
  page.locator('heed-document-dialog').getByRole('button', { name: 'Save', exact: true }).click();

/** A document stands on the page, with a review that is overdue. */
async function addLetter(school: WillowBank, name: string): Promise<Page> {
  const page = await openPupil(school);
  await page.getByRole('heading', { name: 'Documents' }).click();
  await page.getByRole('button', { name: 'Add a document' }).click();
  const letter = { name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 Dear head') };
  await page.locator('heed-online-files input[type=file]').setInputFiles(letter);
  await page.getByText(name, { exact: true }).waitFor();
  await page.getByLabel('Look at it again on').fill('2026-01-05');
  await saveDocument(page);
  await page.getByRole('button', { name: `Save ${name}` }).waitFor();
  return page;
}

/** Somebody says anew what a document is, on another screen. */
async function changeElsewhere({ lead }: WillowBank, page: Page, name: string): Promise<void> {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { documents } = await lead.must('listDocuments', { params: { id } });
  const { documentId = '', versionId: after = '' } = documents.find(({ file }) => file.name === name) ?? {};
  const said = { kind: 'minutes', review: '2027-02-01', heldAt: null, removed: null } as const;
  const body = { ...said, versionId: uuidv7(Date.now()), after };
  await lead.must('changeDocument', { params: { id, documentId }, body });
}

/** What a lead keeps on a pupil's page besides the records. */
export const pupilPage: readonly ScreenCase[] = [
  {
    name: 'pupil, a plan is added',
    open: async (school) => {
      const page = await openPupil(school);
      await page.getByRole('heading', { name: 'Plans and orders' }).click();
      await page.getByRole('button', { name: 'Add a plan or order' }).click();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Choose the day on which it began.').waitFor();
      return page;
    },
  },
  {
    name: 'pupil, a document is added',
    open: (school) => addLetter(school, 'Letter.pdf'),
  },
  {
    name: 'pupil, a document that was changed meanwhile',
    open: async (school) => {
      const page = await addLetter(school, 'Minutes.pdf');
      await page.getByRole('button', { name: 'Change: Minutes.pdf' }).click();
      await changeElsewhere(school, page, 'Minutes.pdf');
      await page.getByLabel('Look at it again on').fill('2027-05-01');
      await saveDocument(page);
      await page.getByText('What stands there now').waitFor();
      return page;
    },
  },
  {
    name: 'pupil, a document is changed and another taken off',
    open: async (school) => {
      const page = await addLetter(school, 'Report.pdf');
      await page.getByRole('button', { name: 'Change: Report.pdf' }).click();
      await page.getByLabel('Look at it again on').fill('2027-05-01');
      await saveDocument(page);
      await page.locator('.entry').getByText('Report.pdf').nth(1).waitFor();
      await page.getByRole('button', { name: 'Change: Letter.pdf' }).click();
      await page.getByLabel('Take it off the page').check();
      await page.getByLabel('Why', { exact: true }).fill('It is about another pupil.');
      await saveDocument(page);
      await page.getByText('Taken off the page: 1').click();
      await page.getByText(/another pupil/).waitFor();
      return page;
    },
  },
  {
    name: 'watched pupils',
    open: async (school) => {
      const page = await openPupil(school);
      await page.getByRole('heading', { name: 'Watching' }).click();
      await page.getByLabel(/Tell me of each new concern/).check();
      await page.locator('.watch-list input').first().check();
      await page.getByRole('link', { name: 'All watched pupils' }).click();
      await page.getByText('Watched by you').waitFor();
      const files = ['A999999999999.pdf', 'Ada Moore.pdf'].map((name) => ({
        name,
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7 Dear head'),
      }));
      await page.locator('heed-earlier-records input[type=file]').setInputFiles(files);
      await page.getByText('No pupil has this number').first().waitFor();
      return page;
    },
  },
  { name: 'pupil, has left, package made', open: (school) => hasLeft(school, () => Promise.resolve()) },
  {
    name: 'pupil, has left, package sent',
    open: (school) =>
      hasLeft(school, async (page) => {
        await page.getByLabel('To whom').fill('Ann Rees, Millbrook Juniors');
        await page.getByRole('button', { name: 'It was sent' }).click();
        await page.getByRole('button', { name: 'It was received' }).click();
        await page.getByText('Fill in every field').waitFor();
      }),
  },
];

/** The page of a pupil who has left, with a package, and what somebody goes on to do there. */
async function hasLeft(school: WillowBank, goOn: (page: Page) => Promise<unknown>): Promise<Page> {
  const { house, lead } = school;
  const { pupils } = await lead.must('readRoll');
  const { id } = pupils.find((one) => one.first === 'Joany')!;
  const today = new Date(house.clock.now()).toISOString();
  const here = { school_id: house.schoolId };
  await house.ground.database.write(async (trx) => {
    await trx('pupils')
      .where({ ...here, id })
      .update({ left_at: today.slice(0, 10) });
    await trx('leaving').insert({
      ...here,
      id: uuidv7(1),
      pupil_id: id,
      raised_at: today,
      due_day: '2026-01-09',
    });
  });
  const page = await openPupil(school);
  await page.getByRole('button', { name: 'Make the package' }).click();
  await page.getByText('Code of this package').waitFor();
  await goOn(page);
  // The screens behind this one find the pupil on roll, and nothing due.
  await house.ground.database.write(async (trx) => {
    await trx('pupils')
      .where({ ...here, id })
      .update({ left_at: null });
    await trx('leaving').where(here).delete();
  });
  return page;
}
